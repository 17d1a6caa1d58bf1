package org.jlvm.core.config.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jlvm.core.config.ComputedDefaults;
import org.jlvm.core.config.ConfigLayer;
import org.jlvm.core.config.ConfigMerger;
import org.jlvm.core.config.ConfigWarnings;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.table.LvmVersion;
import org.jlvm.core.config.table.SettingCheck;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.table.SettingDifference;
import org.jlvm.core.config.table.SettingFinding;
import org.jlvm.core.config.table.SettingFlag;
import org.jlvm.core.config.table.SettingsTable;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.error.UsageException;

/** The work of lvmconfig(8). */
public final class ConfigReport {
  /**
   * What to print.
   *
   * @param text whole lines
   * @param notFound settings that were asked for and are not there
   */
  public record Result(String text, List<String> notFound) {}

  private final LvmConfig config;
  private final ComputedDefaults defaults;
  private final SettingsTable table = SettingsTable.load();

  /**
   * @param kernelRelease as uname -r prints it; a default depends on it
   */
  public ConfigReport(LvmConfig config, String kernelRelease) {
    this.config = config;
    this.defaults = new ComputedDefaults(config, kernelRelease);
  }

  /**
   * The settings that were asked for.
   *
   * @throws UsageException if options contradict each other
   */
  public Result show(ConfigReportRequest request) {
    request.validate();
    LvmVersion version = version(request);
    request.validateList();
    ConfigType type = request.effectiveType();
    ConfigSection root = root(request);
    Set<String> used = Set.of();
    Set<String> different = Set.of();
    if (type.needsCheck()) {
      SettingCheck.Result check = check(root);
      used = check.used();
      different = different(check, request);
    }
    List<ReportNode> nodes = nodes(request, version, root, used);
    ReportWriter writer = new ReportWriter(request, version, used, different);
    writer.preambles();
    List<String> notFound = new ArrayList<>();
    if (request.paths().isEmpty()) {
      writer.write(nodes, 0);
    }
    for (String path : request.paths()) {
      ReportNode.find(nodes, path)
          .ifPresentOrElse(node -> writer.write(node, 0), () -> notFound.add(path));
    }
    return new Result(writer.text(), notFound);
  }

  /**
   * Whether the configuration has only known settings with values of the right kind. Warns if not,
   * unless that was already done when it was loaded.
   *
   * @throws UsageException if options contradict each other
   */
  public boolean isValid(ConfigReportRequest request) {
    request.validate();
    SettingCheck.Result check = check(root(request));
    boolean warned = config.bool("config/checks", true) && !isMerged(request);
    if (!warned) {
      for (SettingFinding finding : check.findings()) {
        config.messages().warn(ConfigWarnings.text(finding, config.files()));
      }
    }
    return check.isValid();
  }

  private static LvmVersion version(ConfigReportRequest request) {
    String text =
        request.atVersion().or(request::sinceVersion).orElse(LvmVersion.CURRENT.toString());
    return LvmVersion.parse(text)
        .orElseThrow(() -> new UsageException("Incorrect version format."));
  }

  private SettingCheck.Result check(ConfigSection root) {
    return SettingCheck.check(table, root, SettingCheck.Place.ANYWHERE);
  }

  /** The configuration to show: the topmost layer, or all merged where that was asked for. */
  private ConfigSection root(ConfigReportRequest request) {
    List<ConfigLayer> layers = config.layers();
    if (layers.isEmpty()) {
      return new ConfigSection();
    }
    if (!isMerged(request)) {
      return layers.get(0).root();
    }
    ConfigMerger merger = new ConfigMerger();
    for (int i = layers.size() - 1; i >= 0; i--) {
      merger.merge(layers.get(i).root());
    }
    return merger.result();
  }

  private boolean isMerged(ConfigReportRequest request) {
    ConfigType type = request.effectiveType();
    return config.layers().size() > 1
        && (request.has(ConfigOption.MERGED_CONFIG)
            || type == ConfigType.FULL
            || type == ConfigType.DIFF);
  }

  private List<ReportNode> nodes(
      ConfigReportRequest request, LvmVersion version, ConfigSection root, Set<String> used) {
    ConfigType type = request.effectiveType();
    if (type.showsOnlyWhatIsSet()) {
      return CurrentTree.build(table, root);
    }
    SettingFilter filter =
        new SettingFilter(
            type,
            version,
            request.sinceVersion().isPresent(),
            request.has(ConfigOption.IGNORE_ADVANCED),
            !request.has(ConfigOption.SHOW_UNSUPPORTED),
            !request.has(ConfigOption.SHOW_DEPRECATED),
            used);
    List<ReportNode> nodes =
        new DefaultTree(
                table.all(),
                defaults,
                filter,
                request.has(ConfigOption.WITH_SPACES),
                request.has(ConfigOption.UNCONFIGURED))
            .build(request.has(ConfigOption.IGNORE_LOCAL));
    if (type == ConfigType.FULL) {
      CurrentTree.mergeInto(nodes, CurrentTree.build(table, root));
    }
    return nodes;
  }

  /** Paths of the definitions whose settings differ from the default, and of their sections. */
  private Set<String> different(SettingCheck.Result check, ConfigReportRequest request) {
    Set<String> paths = new HashSet<>();
    for (SettingCheck.ValidSetting setting : check.valid()) {
      SettingDefinition definition = setting.definition();
      boolean ignored =
          (request.has(ConfigOption.IGNORE_UNSUPPORTED) && definition.has(SettingFlag.UNSUPPORTED))
              || (request.has(ConfigOption.IGNORE_ADVANCED)
                  && definition.has(SettingFlag.ADVANCED));
      if (!ignored && SettingDifference.differs(definition, setting.value(), defaults)) {
        String path = definition.path();
        while (!path.isEmpty() && paths.add(path)) {
          path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
      }
    }
    return paths;
  }
}
