package org.jlvm.core.config;

import java.util.Optional;

/**
 * What the command line says of the configuration.
 *
 * @param defaultSystemDir directory of the files unless LVM_SYSTEM_DIR names another; empty for
 *     none
 * @param createSystemDir whether to create that directory where it is missing, as lvm2 does
 * @param configString argument of {@code --config}
 * @param commandProfile argument of {@code --commandprofile}, or of {@code --profile} where the
 *     command takes it for that
 * @param metadataProfile argument of {@code --metadataprofile}, or of {@code --profile} likewise
 * @param interactive whether the command was typed into the shell, where some settings are fixed
 */
public record ConfigRequest(
    String defaultSystemDir,
    boolean createSystemDir,
    Optional<String> configString,
    Optional<String> commandProfile,
    Optional<String> metadataProfile,
    boolean interactive) {
  public static final String DEFAULT_SYSTEM_DIR = "/etc/lvm";

  /** A command without options that concern the configuration. */
  public static ConfigRequest plain() {
    return new ConfigRequest(
        DEFAULT_SYSTEM_DIR, false, Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  public ConfigRequest withConfigString(String text) {
    return new ConfigRequest(
        defaultSystemDir,
        createSystemDir,
        Optional.of(text),
        commandProfile,
        metadataProfile,
        interactive);
  }

  public ConfigRequest withProfiles(Optional<String> command, Optional<String> metadata) {
    return new ConfigRequest(
        defaultSystemDir, createSystemDir, configString, command, metadata, interactive);
  }

  public ConfigRequest withSystemDir(String directory) {
    return new ConfigRequest(
        directory, createSystemDir, configString, commandProfile, metadataProfile, interactive);
  }
}
