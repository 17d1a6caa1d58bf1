package org.jlvm.core.config.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.error.UsageException;

/**
 * What lvmconfig was asked for.
 *
 * @param type argument of {@code --typeconfig}
 * @param atVersion argument of {@code --atversion}
 * @param sinceVersion argument of {@code --sinceversion}
 * @param paths settings and sections to show; all if empty
 */
public record ConfigReportRequest(
    Optional<ConfigType> type,
    Set<ConfigOption> options,
    Optional<String> atVersion,
    Optional<String> sinceVersion,
    List<String> paths) {
  public ConfigReportRequest {
    options = Set.copyOf(options);
    paths = List.copyOf(paths);
  }

  public boolean has(ConfigOption option) {
    return options.contains(option);
  }

  /** The type that holds: list with {@code --list} alone, else current. */
  public ConfigType effectiveType() {
    return type.orElse(has(ConfigOption.LIST) ? ConfigType.LIST : ConfigType.CURRENT);
  }

  /**
   * @throws UsageException if options contradict each other
   */
  public void validate() {
    ConfigType effective = effectiveType();
    refuse(
        type.isPresent() && has(ConfigOption.VALIDATE),
        "Only one of --type and --validate permitted.");
    validateVersions(effective);
    refuse(
        has(ConfigOption.IGNORE_UNSUPPORTED) && has(ConfigOption.SHOW_UNSUPPORTED),
        "Only one of --ignoreunsupported and --showunsupported permitted.");
    if (effective == ConfigType.CURRENT || effective == ConfigType.FULL) {
      refuse(
          atVersion.isPresent(), "--atversion has no effect with --type " + effective.argument());
      refuse(
          effective == ConfigType.CURRENT
              && (has(ConfigOption.IGNORE_ADVANCED) || has(ConfigOption.IGNORE_UNSUPPORTED)),
          "--ignoreadvanced and --ignoreunsupported has no effect with --type current");
    } else {
      refuse(
          has(ConfigOption.MERGED_CONFIG),
          "--mergedconfig has no effect without --type current or --type full");
    }
  }

  private void validateVersions(ConfigType effective) {
    if (atVersion.isPresent()) {
      refuse(sinceVersion.isPresent(), "Only one of --atversion and --sinceversion permitted.");
      refuse(type.isEmpty() && !has(ConfigOption.LIST), "--atversion requires --type or --list");
    } else {
      refuse(
          sinceVersion.isPresent() && (type.isEmpty() || effective != ConfigType.NEW),
          "--sinceversion requires --type new");
    }
  }

  /**
   * The part of {@link #validate} that lvm2 does after looking at the configuration.
   *
   * @throws UsageException if options make no sense in a list
   */
  void validateList() {
    if (effectiveType() != ConfigType.LIST && !has(ConfigOption.LIST)) {
      return;
    }
    String end = " has no effect with --type list or --list";
    refuse(has(ConfigOption.WITH_COMMENTS), "--withcomments" + end);
    refuse(has(ConfigOption.WITH_LOCAL_PREAMBLE), "--withlocalpreamble" + end);
    refuse(has(ConfigOption.WITH_GENERAL_PREAMBLE), "--withgeneralpreamble" + end);
    refuse(has(ConfigOption.VALUES_ONLY), "--valuesonly" + end + ".");
  }

  private static void refuse(boolean condition, String message) {
    if (condition) {
      throw new UsageException(message);
    }
  }
}
