package org.jlvm.core.config.report;

import java.util.Optional;

/** The argument of {@code --typeconfig}: which settings are shown. */
public enum ConfigType {
  /** What is set. */
  CURRENT("current"),
  /** All settings with their defaults. */
  DEFAULT("default"),
  /** What is set to something else than the default. */
  DIFF("diff"),
  /** What is set, and the defaults of what is not. */
  FULL("full"),
  /** The names of all settings. */
  LIST("list"),
  /** The defaults of what is not set. */
  MISSING("missing"),
  /** What came with a version, or since. */
  NEW("new"),
  /** What may be set in profiles. */
  PROFILABLE("profilable"),
  PROFILABLE_COMMAND("profilable-command"),
  PROFILABLE_METADATA("profilable-metadata");

  private final String argument;

  ConfigType(String argument) {
    this.argument = argument;
  }

  public String argument() {
    return argument;
  }

  public static Optional<ConfigType> parse(String argument) {
    for (ConfigType type : values()) {
      if (type.argument.equals(argument)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether the settings shown are those of the configuration alone. */
  boolean showsOnlyWhatIsSet() {
    return this == CURRENT || this == DIFF;
  }

  /** Whether the configuration has to be compared with the table of settings. */
  boolean needsCheck() {
    return showsOnlyWhatIsSet() || this == FULL || this == MISSING;
  }
}
