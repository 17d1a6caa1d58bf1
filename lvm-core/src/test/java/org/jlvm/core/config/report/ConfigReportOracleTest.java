package org.jlvm.core.config.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.config.ConfigLoader;
import org.jlvm.core.config.ConfigRequest;
import org.jlvm.core.config.DiskConfigFiles;
import org.jlvm.core.config.LvmConfig;
import org.jlvm.core.config.RecordingMessages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The output of lvmconfig against that of the real one: {@code lvm}, or what the environment
 * variable LVM_ORACLE names. Texts of comments are our own and not compared.
 */
class ConfigReportOracleTest {
  private static final String ORACLE =
      Optional.ofNullable(System.getenv("LVM_ORACLE")).orElse("lvm");

  /** Differs by how lvm2 was built. */
  private static final List<String> BUILD_DEPENDENT =
      List.of("fsadm", "lvresize_fs_helper", "use_lvmpolld", "dmeventd\"");

  private static final String LVM_CONF =
      """
      global { units="h" use_aio=1 umask=077 suffix="y" }
      log { debug_classes=[] activate_file="x" verbose=0 prefix="" }
      devices { types=["q",3] filter="a|.*|" scan=["/dev"] cache_dir="/z" }
      loose=5
      allocation { cache_settings { smq { x=1 } } thin_pool_chunk_size=128 }
      activation { mirror_device_fault_policy="allocate" volume_list=["vg", "@t"] }
      tags { hosttags=1 t1 { } }
      """;

  private static final String LVMLOCAL_CONF =
      "local { host_id=3 } devices { filter=[\"r|x|\"] pv_min_size=2048 } backup { backup=0 }";

  @TempDir Path folder;

  @BeforeAll
  static void needsTheNewestLvm2() throws Exception {
    Optional<String> version = run(Map.of(), List.of("version"));
    assumeTrue(version.isPresent(), "no lvm2 to compare with: " + ORACLE);
    assumeTrue(version.get().contains(" 2.03.40("), "lvm2 is not 2.03.40");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--typeconfig current",
        "--typeconfig default",
        "--typeconfig default --ignorelocal --ignoreadvanced",
        "--typeconfig default --showdeprecated --showunsupported",
        "--typeconfig default --showdeprecated --showunsupported --list",
        "--typeconfig default --withspaces --unconfigured",
        "--typeconfig default --withspaces --withversions --showdeprecated",
        "--typeconfig default --withsummary --withversions --showunsupported",
        "--typeconfig default --withcomments --showdeprecated",
        "--typeconfig default --valuesonly",
        "--typeconfig default --atversion 2.2.99",
        "--typeconfig default --atversion 2.02.99 --withcomments",
        "--typeconfig default devices/dir log tags/tag allocation/cache_settings",
        "--typeconfig diff",
        "--typeconfig diff --withcomments",
        "--typeconfig diff --ignoreunsupported --ignoreadvanced",
        "--typeconfig diff --list",
        "--typeconfig full global log allocation activation devices backup local metadata",
        "--typeconfig full --withcomments global log",
        "--typeconfig full --valuesonly global/units devices/types",
        "--typeconfig full --list global log",
        "--typeconfig list",
        "--typeconfig list --withversions",
        "--typeconfig list --atversion 2.2.99 log",
        "--typeconfig missing",
        "--typeconfig missing --withcomments --withversions",
        "--typeconfig missing --ignorelocal --atversion 2.2.99",
        "--typeconfig new --atversion 2.2.99",
        "--typeconfig new --atversion 2.3.0 --showdeprecated",
        "--typeconfig new --sinceversion 2.3.0",
        "--typeconfig new",
        "--typeconfig profilable",
        "--typeconfig profilable-command",
        "--typeconfig profilable-metadata --withversions",
        "global/units devices/nosuch log nosuch/x",
        "--valuesonly global/units devices/scan devices/filter",
        "--withcomments --withversions",
        "--list log --withversions",
        "--config global/units=\"b\"",
        "--config global/units=\"b\" --mergedconfig",
        "--config global/units=\"b\" --typeconfig diff",
        "--config global/units=\"b\" --typeconfig missing global",
        "--validate",
      })
  void printsWhatLvm2Prints(String arguments) throws Exception {
    compare(arguments, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--typeconfig default", "--typeconfig diff", "--typeconfig missing", "log"})
  void printsWhatLvm2PrintsWithoutFiles(String arguments) throws Exception {
    compare(arguments, false);
  }

  private void compare(String arguments, boolean withFiles) throws Exception {
    if (withFiles) {
      Files.writeString(folder.resolve("lvm.conf"), LVM_CONF);
      Files.writeString(folder.resolve("lvmlocal.conf"), LVMLOCAL_CONF);
    }
    List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    List<String> command = new ArrayList<>(List.of("lvmconfig"));
    command.addAll(words);
    String expected = run(Map.of("LVM_SYSTEM_DIR", folder.toString()), command).orElseThrow();
    assertThat(comparable(ours(words), words)).isEqualTo(comparable(expected, words));
  }

  private String ours(List<String> words) throws IOException {
    RecordingMessages messages = new RecordingMessages();
    Arguments arguments = Arguments.parse(words);
    String node = Files.readString(Path.of("/proc/sys/kernel/hostname")).trim();
    ConfigLoader loader =
        new ConfigLoader(
            new DiskConfigFiles(), Map.of("LVM_SYSTEM_DIR", folder.toString()), node, messages);
    ConfigRequest request = ConfigRequest.plain();
    LvmConfig config = loader.load(arguments.config.map(request::withConfigString).orElse(request));
    ConfigReport report =
        new ConfigReport(config, Files.readString(Path.of("/proc/sys/kernel/osrelease")).trim());
    if (arguments.request().has(ConfigOption.VALIDATE)) {
      return report.isValid(arguments.request()) ? "LVM configuration valid.\n" : "";
    }
    return report.show(arguments.request()).text();
  }

  private static String comparable(String output, List<String> words) {
    boolean comments = words.contains("--withcomments") || words.contains("--withsummary");
    boolean list = words.contains("--list");
    StringBuilder kept = new StringBuilder();
    for (String line : output.split("\n")) {
      String bare = line.trim();
      boolean ownText =
          comments
              && bare.startsWith("#")
              && !bare.matches(
                  "# (Configuration |This configuration |Available |Deprecated since |"
                      + "Value defined|[a-z_]+ ?[={]|}).*");
      boolean example = comments && bare.matches("# ([a-z_]+ = |tags \\{ ).*");
      if (BUILD_DEPENDENT.stream().noneMatch(line::contains) && !ownText && !example) {
        kept.append(list ? line.replaceAll(" - [^\\[]*", " - ") : line).append('\n');
      }
    }
    return kept.toString();
  }

  private static Optional<String> run(Map<String, String> environment, List<String> arguments)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(ORACLE));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("LVM_SUPPRESS_FD_WARNINGS", "1");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes());
      process.waitFor();
      return Optional.of(output);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Just enough of a command line for this test. */
  private record Arguments(
      Optional<ConfigType> type,
      Set<ConfigOption> options,
      Optional<String> at,
      Optional<String> since,
      Optional<String> config,
      List<String> paths) {

    static Arguments parse(List<String> words) {
      Optional<ConfigType> type = Optional.empty();
      Set<ConfigOption> options = EnumSet.noneOf(ConfigOption.class);
      Optional<String> at = Optional.empty();
      Optional<String> since = Optional.empty();
      Optional<String> config = Optional.empty();
      List<String> paths = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        switch (words.get(i)) {
          case "--typeconfig" -> type = ConfigType.parse(words.get(++i));
          case "--atversion" -> at = Optional.of(words.get(++i));
          case "--sinceversion" -> since = Optional.of(words.get(++i));
          case "--config" -> config = Optional.of(words.get(++i));
          default -> {
            if (words.get(i).startsWith("--")) {
              options.add(option(words.get(i).substring(2)));
            } else {
              paths.add(words.get(i));
            }
          }
        }
      }
      return new Arguments(type, options, at, since, config, paths);
    }

    private static ConfigOption option(String name) {
      for (ConfigOption option : ConfigOption.values()) {
        if (option.name().replace("_", "").toLowerCase(Locale.ROOT).equals(name)) {
          return option;
        }
      }
      throw new IllegalArgumentException(name);
    }

    ConfigReportRequest request() {
      return new ConfigReportRequest(type, options, at, since, paths);
    }
  }
}
