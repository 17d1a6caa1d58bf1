package org.jlvm.core.config.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.config.ConfigLoader;
import org.jlvm.core.config.ConfigRequest;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.MemoryFiles;
import org.jlvm.core.config.RecordingMessages;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.table.SettingsTable;
import org.jlvm.core.config.text.ConfigParser;
import org.jlvm.core.error.UsageException;
import org.junit.jupiter.api.Test;

class ConfigReportTest {
  private final MemoryFiles files = new MemoryFiles();
  private final RecordingMessages messages = new RecordingMessages();

  private ConfigReport report(String lvmConf) {
    files.with("/c/lvm.conf", lvmConf);
    LvmConfig config =
        new ConfigLoader(files, Map.of("LVM_SYSTEM_DIR", "/c"), "h", messages)
            .load(ConfigRequest.plain());
    return new ConfigReport(config, "6.1.0");
  }

  private static ConfigReportRequest request(
      Optional<ConfigType> type, Set<ConfigOption> options, String... paths) {
    return new ConfigReportRequest(
        type, options, Optional.empty(), Optional.empty(), List.of(paths));
  }

  @Test
  void currentShowsWhatIsSetKnownOrNot() {
    ConfigReport report = report("backup { retain_min=3 odd=[\"a\",1] } what { x=1.5 }");
    assertThat(report.show(request(Optional.empty(), Set.of())).text())
        .isEqualTo("backup {\n\tretain_min=3\n\todd=[\"a\",1]\n}\nwhat {\n\tx=1.500000\n}\n");
  }

  @Test
  void defaultsAreCommentedOutAndComputed() {
    assertThat(report("").show(request(Optional.of(ConfigType.DEFAULT), Set.of(), "backup")).text())
        .isEqualTo(
            """
            backup {
            	# backup=1
            	# backup_dir="/c/backup"
            	# archive=1
            	# archive_dir="/c/archive"
            	# retain_min=10
            	# retain_days=30
            }
            """);
  }

  @Test
  void commentsExplainASetting() {
    String text =
        report("backup/retain_min=3")
            .show(
                request(
                    Optional.of(ConfigType.FULL),
                    Set.of(ConfigOption.WITH_COMMENTS, ConfigOption.WITH_VERSIONS),
                    "backup/retain_min"))
            .text();
    assertThat(text)
        .isEqualTo(
            """

            # Configuration option backup/retain_min.
            # Number of archives to keep of a volume group in any case.
            # This configuration option has an automatic default value.
            # Value defined in existing configuration has been used for this setting.
            # Available since version 1.0.0.
            retain_min=3
            """);
  }

  @Test
  void diffShowsOnlyWhatDiffers() {
    ConfigReport report = report("backup { retain_min=10 retain_days=7 } log { verbose=0 }");
    assertThat(report.show(request(Optional.of(ConfigType.DIFF), Set.of())).text())
        .isEqualTo("backup {\n\tretain_days=7\n}\n");
  }

  @Test
  void fullIsReadBackAsTheSameConfiguration() {
    ConfigReport report = report("backup { retain_min=3 } global { umask=077 }");
    String full = report.show(request(Optional.of(ConfigType.FULL), Set.of())).text();
    assertThat(report(full).show(request(Optional.of(ConfigType.DIFF), Set.of())).text())
        .isEqualTo("backup {\n\tretain_min=3\n}\n");
    // Its default is none, printed as an empty string, which is not allowed; so it is in lvm2.
    assertThat(messages.shown).allMatch(message -> message.contains("local/pr_key"));
  }

  @Test
  void theDefaultFileWithAllCommentsIsAValidConfiguration() {
    String text =
        report("")
            .show(
                request(
                    Optional.of(ConfigType.DEFAULT),
                    Set.of(
                        ConfigOption.WITH_COMMENTS,
                        ConfigOption.WITH_GENERAL_PREAMBLE,
                        ConfigOption.WITH_LOCAL_PREAMBLE)))
            .text();
    assertThat(ConfigParser.parseConfig(text).root().entries()).isNotEmpty();
  }

  @Test
  void whatIsNotThereIsNamed() {
    ConfigReport.Result result =
        report("backup/retain_min=3")
            .show(request(Optional.empty(), Set.of(), "a/b", "backup/retain_min", "backup/x"));
    assertThat(result.text()).isEqualTo("retain_min=3\n");
    assertThat(result.notFound()).containsExactly("a/b", "backup/x");
  }

  @Test
  void validationWarnsIfLoadingDidNot() {
    assertThat(report("backup/retain_min=3").isValid(request(Optional.empty(), Set.of()))).isTrue();
    assertThat(report("config/checks=0 a/b=1").isValid(request(Optional.empty(), Set.of())))
        .isFalse();
    assertThat(messages.shown)
        .containsExactly("Configuration section \"a\" unknown. (/c/lvm.conf, line 1)");
    assertThat(report("a/b=1").isValid(request(Optional.empty(), Set.of()))).isFalse();
    assertThat(messages.shown).hasSize(2);
  }

  @Test
  void contradictingOptionsAreRefused() {
    ConfigReport report = report("");
    assertRefused(
        report,
        request(Optional.of(ConfigType.DIFF), Set.of(ConfigOption.VALIDATE)),
        "Only one of --type and --validate permitted.");
    assertRefused(
        report,
        request(Optional.of(ConfigType.DIFF), Set.of(ConfigOption.MERGED_CONFIG)),
        "--mergedconfig has no effect without --type current or --type full");
    assertRefused(
        report,
        request(Optional.empty(), Set.of(ConfigOption.LIST, ConfigOption.VALUES_ONLY)),
        "--valuesonly has no effect with --type list or --list.");
    assertRefused(
        report,
        request(Optional.empty(), Set.of(ConfigOption.IGNORE_ADVANCED)),
        "--ignoreadvanced and --ignoreunsupported has no effect with --type current");
    assertRefused(
        report,
        new ConfigReportRequest(
            Optional.of(ConfigType.NEW), Set.of(), Optional.empty(), Optional.of("2.3"), List.of()),
        "Incorrect version format.");
    assertRefused(
        report,
        new ConfigReportRequest(
            Optional.of(ConfigType.DIFF),
            Set.of(),
            Optional.empty(),
            Optional.of("2.3.1"),
            List.of()),
        "--sinceversion requires --type new");
  }

  private static void assertRefused(
      ConfigReport report, ConfigReportRequest request, String message) {
    assertThatThrownBy(() -> report.show(request))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void everySettingHasAText() {
    SettingHelp help = SettingHelp.descriptions();
    for (SettingDefinition definition : SettingsTable.load().all()) {
      assertThat(help.lines(definition.path())).as(definition.path()).isNotEmpty();
      assertThat(help.lines(definition.path())).allMatch(line -> line.length() <= 90);
    }
  }
}
