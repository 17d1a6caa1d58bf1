package org.jlvm.core.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jlvm.core.config.table.SettingCheck;
import org.jlvm.core.config.table.SettingFinding;
import org.jlvm.core.config.table.SettingFlag;
import org.jlvm.core.config.table.SettingsTable;
import org.jlvm.core.config.text.ConfigDocument;
import org.jlvm.core.config.text.ConfigParser;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.LvmText;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.error.InitializationException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration of a command: lvm.conf, lvmlocal.conf and the files of the host's tags,
 * merged; on top of them a metadata profile, a command profile and {@code --config} (lvm.conf(5)).
 * Missing files are fine, unreadable ones are not.
 */
public final class ConfigLoader {
  private static final String INVALID = "LVM configuration invalid.";

  private final ConfigFiles files;
  private final Map<String, String> environment;
  private final String hostName;
  private final Messages messages;
  private final Messages early;
  private final Consumer<LvmConfig> whenRead;
  private @Nullable SettingsTable table;

  /**
   * @param environment LVM_SYSTEM_DIR and LVM_COMMAND_PROFILE are looked at
   * @param hostName node name, for host tags
   */
  public ConfigLoader(
      ConfigFiles files, Map<String, String> environment, String hostName, Messages messages) {
    this(files, environment, hostName, messages, messages, config -> {});
  }

  /**
   * As the other, with a hand in how messages look.
   *
   * @param early for what is wrong with the text of files
   * @param whenRead told of what the files say, before it is checked with more messages
   */
  public ConfigLoader(
      ConfigFiles files,
      Map<String, String> environment,
      String hostName,
      Messages early,
      Messages messages,
      Consumer<LvmConfig> whenRead) {
    this.files = files;
    this.environment = environment;
    this.hostName = hostName;
    this.early = early;
    this.messages = messages;
    this.whenRead = whenRead;
  }

  /**
   * @throws InitializationException if a file is unreadable or wrong where that must stop
   * @throws UsageException if {@code --config} is malformed
   * @throws FailedException if a profile cannot be used
   */
  public LvmConfig load(ConfigRequest request) {
    LvmConfig config = loadFiles(request);
    if (request.configString().isPresent()) {
      config = withString(config, request.configString().get(), request.interactive());
    }
    Optional<String> commandProfile = request.commandProfile();
    if (commandProfile.isEmpty()) {
      commandProfile =
          Optional.ofNullable(environment.get("LVM_COMMAND_PROFILE"))
              .filter(name -> !name.isEmpty());
    }
    if (commandProfile.isPresent()) {
      config = withProfile(config, ConfigSource.COMMAND_PROFILE, commandProfile.get());
    }
    if (request.metadataProfile().isPresent()) {
      config = withProfile(config, ConfigSource.METADATA_PROFILE, request.metadataProfile().get());
    }
    return config;
  }

  /**
   * The configuration as it holds for a VG or LV with an attached profile, which counts unless the
   * command has a metadata profile of its own.
   *
   * @throws FailedException if the profile cannot be used
   */
  public LvmConfig withAttachedProfile(LvmConfig config, String name) {
    return config.layer(ConfigSource.METADATA_PROFILE).isPresent()
        ? config
        : withProfile(config, ConfigSource.METADATA_PROFILE, name);
  }

  /**
   * The configuration with a command profile on top, for lvmconfig, which shows a profile instead
   * of obeying it.
   *
   * @throws FailedException if the profile cannot be used
   */
  public LvmConfig withShownProfile(LvmConfig config, String name) {
    try {
      return withProfile(config, ConfigSource.COMMAND_PROFILE, name);
    } catch (FailedException e) {
      throw new FailedException("Failed to load profile " + name + ".", e);
    }
  }

  private LvmConfig loadFiles(ConfigRequest request) {
    String systemDir = environment.getOrDefault("LVM_SYSTEM_DIR", request.defaultSystemDir());
    if (systemDir.isEmpty()) {
      messages.warn("WARNING: Metadata changes will NOT be backed up");
      return LvmConfig.empty(systemDir, messages);
    }
    if (request.createSystemDir()) {
      createSystemDir(systemDir);
    }
    List<ConfigFile> read = new ArrayList<>(2);
    HostTags tags = new HostTags(hostName, messages);
    readFile(systemDir + "/lvm.conf", read, tags);
    readFile(systemDir + "/lvmlocal.conf", read, tags);
    // A tag's file may bring more tags.
    for (int i = 0; i < tags.count(); i++) {
      readFile(systemDir + "/lvm_" + tags.get(i) + ".conf", read, tags);
    }
    ConfigMerger merger = new ConfigMerger();
    for (ConfigFile file : read) {
      merger.mergeFile(file.document().root(), tags.all());
    }
    LvmConfig config =
        new LvmConfig(
            systemDir,
            List.of(new ConfigLayer(ConfigSource.FILES, merger.result())),
            tags.all(),
            read,
            new OnceMessages(messages));
    whenRead.accept(config);
    if (!isRight(config, ConfigSource.FILES) && aborts(config)) {
      throw new InitializationException(INVALID);
    }
    Optional<String> problem = new ValueCheck(config, ConfigSource.FILES).run();
    if (problem.isPresent()) {
      throw new InitializationException(problem.get());
    }
    return config;
  }

  private void createSystemDir(String systemDir) {
    try {
      files.createDirectories(systemDir);
    } catch (IOException e) {
      messages.error(systemDir + ": mkdir failed: " + e.getMessage());
      messages.error(
          "Failed to create LVM2 system dir for metadata backups, config files and internal"
              + " cache.");
      throw new InitializationException(
          "Set environment variable LVM_SYSTEM_DIR to alternative location or empty string.");
    }
  }

  private void readFile(String path, List<ConfigFile> read, HostTags tags) {
    Optional<ConfigFile> file = open(path, false);
    if (file.isPresent()) {
      read.add(file.get());
      tags.addFrom(file.get().document().root());
    }
  }

  private Optional<ConfigFile> open(String path, boolean mustExist) {
    try {
      ConfigFiles.Kind kind = files.kind(path);
      if (kind == ConfigFiles.Kind.MISSING) {
        if (mustExist) {
          throw new IOException("No such file or directory");
        }
        return Optional.empty();
      }
      messages.show(Level.VERY_VERBOSE, "Loading config file: " + path);
      if (kind == ConfigFiles.Kind.OTHER) {
        messages.error(path + " is not a regular file");
        throw new InitializationException("Failed to load config file " + path);
      }
    } catch (IOException e) {
      throw new InitializationException(path + ": stat failed: " + e.getMessage(), e);
    }
    return Optional.of(new ConfigFile(path, parse(path)));
  }

  private ConfigDocument parse(String path) {
    byte[] content;
    try {
      content = files.read(path);
    } catch (IOException e) {
      messages.error("Failed to open config file " + path + ".");
      throw new InitializationException("Failed to load config file " + path, e);
    }
    if (content.length == 0) {
      messages.verbose(path + " is empty");
    }
    try {
      return parse(content, early);
    } catch (FormatException e) {
      messages.error(String.valueOf(e.getMessage()));
      throw new InitializationException("Failed to load config file " + path, e);
    }
  }

  private static ConfigDocument parse(byte[] content, Messages messages) {
    List<String> warnings = new ArrayList<>();
    try {
      return ConfigParser.parseConfig(content, warnings);
    } finally {
      warnings.forEach(messages::warn);
    }
  }

  private LvmConfig withString(LvmConfig config, String text, boolean interactive) {
    ConfigSection root = parseString(text);
    if (interactive) {
      checkInteractive(config, root);
    }
    LvmConfig changed = config.with(new ConfigLayer(ConfigSource.STRING, root));
    Optional<String> problem =
        !isRight(changed, ConfigSource.STRING) && aborts(changed)
            ? Optional.of(INVALID)
            : new ValueCheck(changed, ConfigSource.STRING).run();
    if (problem.isPresent()) {
      messages.error(problem.get());
      throw new FailedException("Updated config file invalid. Aborting.");
    }
    return changed;
  }

  private ConfigSection parseString(String text) {
    try {
      ConfigDocument document = parse(LvmText.encode(text), messages);
      if (!document.root().isEmpty()) {
        return document.root();
      }
    } catch (FormatException e) {
      messages.error(String.valueOf(e.getMessage()));
    }
    throw new UsageException("Failed to set overridden configuration entries.");
  }

  private void checkInteractive(LvmConfig config, ConfigSection root) {
    SettingCheck.Result result =
        SettingCheck.check(
            table(), root, SettingCheck.Place.ANYWHERE, EnumSet.of(SettingFlag.NOT_INTERACTIVE));
    if (!result.isValid()) {
      showIfChecking(config, result);
      messages.error("Ignoring invalid configuration string.");
      throw new UsageException("Failed to set overridden configuration entries.");
    }
  }

  private LvmConfig withProfile(LvmConfig config, ConfigSource source, String name) {
    boolean forCommand = source == ConfigSource.COMMAND_PROFILE;
    String kind = forCommand ? "command profile" : "metadata profile";
    if (name.indexOf('/') >= 0 || name.isEmpty()) {
      messages.error(
          name.isEmpty()
              ? "Undefined profile name."
              : name + ": bad profile name, it contains '/'.");
      throw new FailedException("Failed to add " + kind + " " + name + ".");
    }
    ConfigSection root = readProfile(config, name, kind);
    SettingCheck.Result result =
        SettingCheck.check(
            table(),
            root,
            forCommand ? SettingCheck.Place.COMMAND_PROFILE : SettingCheck.Place.METADATA_PROFILE,
            Set.of());
    if (!result.isValid()) {
      showIfChecking(config, result);
      messages.error("Ignoring invalid " + kind + " " + name + ".");
      throw new FailedException("Failed to apply " + kind + " " + name + ".");
    }
    LvmConfig changed = config.with(new ConfigLayer(source, root));
    Optional<String> problem = new ValueCheck(changed, source).run();
    if (problem.isPresent()) {
      throw new FailedException(problem.get());
    }
    return changed;
  }

  private ConfigSection readProfile(LvmConfig config, String name, String kind) {
    String directory = config.string("config/profile_dir", config.systemDir() + "/profile");
    try {
      return open(directory + "/" + name + ".profile", true).orElseThrow().document().root();
    } catch (InitializationException e) {
      messages.error(String.valueOf(e.getMessage()));
      throw new FailedException("Failed to apply " + kind + " " + name + ".", e);
    }
  }

  /** Whether a layer has only known settings with values of the right kind; warns if not. */
  private boolean isRight(LvmConfig config, ConfigSource source) {
    ConfigSection root = config.layer(source).orElseThrow();
    if (root.isEmpty() || !checks(config)) {
      return true;
    }
    SettingCheck.Result result =
        SettingCheck.check(table(), root, SettingCheck.Place.ANYWHERE, Set.of());
    show(config, result);
    return result.isValid();
  }

  private void showIfChecking(LvmConfig config, SettingCheck.Result result) {
    if (checks(config)) {
      show(config, result);
    }
  }

  private void show(LvmConfig config, SettingCheck.Result result) {
    for (SettingFinding finding : result.findings()) {
      messages.warn(ConfigWarnings.text(finding, config.files()));
    }
  }

  private static boolean checks(LvmConfig config) {
    return config.bool("config/checks", true);
  }

  private static boolean aborts(LvmConfig config) {
    return config.bool("config/abort_on_errors", false);
  }

  private SettingsTable table() {
    SettingsTable loaded = table;
    if (loaded == null) {
      loaded = SettingsTable.load();
      table = loaded;
    }
    return loaded;
  }
}
