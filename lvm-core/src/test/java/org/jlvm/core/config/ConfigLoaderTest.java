package org.jlvm.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.InitializationException;
import org.jlvm.core.error.UsageException;
import org.junit.jupiter.api.Test;

class ConfigLoaderTest {
  private final MemoryFiles files = new MemoryFiles();
  private final RecordingMessages messages = new RecordingMessages();

  private LvmConfig load(ConfigRequest request) {
    return new ConfigLoader(files, Map.of("LVM_SYSTEM_DIR", "/c"), "host1", messages).load(request);
  }

  private LvmConfig load() {
    return load(ConfigRequest.plain());
  }

  @Test
  void missingFilesAreFine() {
    assertThat(load().string("global/units", "r")).isEqualTo("r");
    assertThat(messages.shown).isEmpty();
  }

  @Test
  void anEmptySystemDirMeansNoFiles() {
    LvmConfig config =
        new ConfigLoader(files, Map.of("LVM_SYSTEM_DIR", ""), "h", messages)
            .load(ConfigRequest.plain());
    assertThat(config.systemDir()).isEmpty();
    assertThat(config.layers()).isEmpty();
  }

  @Test
  void laterSourcesWin() {
    files
        .with("/c/lvm.conf", "global { units=\"h\" umask=1 suffix=0 test=0 } tags { t1 {} }")
        .with("/c/lvmlocal.conf", "global { umask=2 suffix=1 }")
        .with("/c/lvm_t1.conf", "global { suffix=0 } activation { checks=1 }")
        .with("/c/profile/cmd.profile", "global { units=\"s\" suffix=1 }")
        .with("/c/profile/meta.profile", "allocation { thin_pool_zero=0 }");
    LvmConfig config =
        load(
            ConfigRequest.plain()
                .withConfigString("global/units=\"m\" global { test=1 }")
                .withProfiles(Optional.of("cmd"), Optional.of("meta")));
    assertThat(messages.shown).isEmpty();
    assertThat(config.string("global/units", "")).isEqualTo("m");
    assertThat(config.bool("global/suffix", false)).isTrue();
    assertThat(config.integer("global/umask", 0)).isEqualTo(2);
    assertThat(config.bool("global/test", false)).isTrue();
    assertThat(config.bool("activation/checks", false)).isTrue();
    assertThat(config.bool("allocation/thin_pool_zero", true)).isFalse();
    assertThat(config.hostTags()).containsExactly("t1");
  }

  @Test
  void hostTagsComeFromEveryFile() {
    files
        .with(
            "/c/lvm.conf",
            "tags { hosttags=1 t1 { } t2 { host_list=[\"other\"] } @t3 { } t4 {"
                + " host_list=\"host1\" } }")
        .with("/c/lvm_t1.conf", "tags { t5 {} }")
        .with("/c/lvm_t5.conf", "global { umask=5 }");
    LvmConfig config = load();
    assertThat(config.hostTags()).containsExactly("host1", "t1", "t3", "t4", "t5");
    assertThat(config.integer("global/umask", 0)).isEqualTo(5);
    assertThat(config.find("tags")).isEmpty();
  }

  @Test
  void filtersAddUpAndTaggedSectionsNeedTheTag() {
    files
        .with("/c/lvm.conf", "devices { scan=\"/a\" filter=[\"a|1|\"] dir=\"/dev\" } tags { t {} }")
        .with(
            "/c/lvmlocal.conf",
            "devices { filter=\"b\" pv_min_size=512 } log { tags=\"no\" level=1 }")
        .with("/c/lvm_t.conf", "shell { tags=[\"@t\"] history_size=3 } backup { backup=0 }");
    LvmConfig config = load();
    assertThat(config.findStrings("devices/filter")).contains(List.of("b", "a|1|"));
    assertThat(config.find("log")).isEmpty();
    assertThat(config.find("shell/tags")).isEmpty();
    assertThat(config.integer("shell/history_size", 0)).isEqualTo(3);
    // The order in which lvmconfig prints them.
    assertThat(config.layer(ConfigSource.FILES).orElseThrow().entries())
        .extracting(ConfigEntry::name)
        .containsExactly("devices", "backup", "shell");
    assertThat(
            config
                .layer(ConfigSource.FILES)
                .orElseThrow()
                .findSection("devices")
                .orElseThrow()
                .entries())
        .extracting(ConfigEntry::name)
        .containsExactly("scan", "pv_min_size", "filter", "dir");
  }

  @Test
  void warnsWithFileAndLine() {
    files
        .with(
            "/c/lvm.conf",
            """
            devices {
            	nosuch = 1
            	filter = 3
            	sysfs_scan = "maybe"
            	types = ["q", 3]
            }
            what { a=1 }
            loose = 1
            global { units=5 use_aio=0.5 locking_dir="" umask=[] test=[1,2] }
            """)
        .with("/c/lvmlocal.conf", "\nlocal { system_id=\"\" other=1 }");
    load(ConfigRequest.plain().withConfigString("x/y=1"));
    assertThat(messages.shown)
        .containsExactlyInAnyOrder(
            "Configuration setting \"devices/nosuch\" unknown. (/c/lvm.conf, line 2)",
            "WARNING: Configuration setting \"devices/filter\" has invalid type. Found integer but"
                + " expected array with values of type: string. (/c/lvm.conf, line 3)",
            "Configuration setting \"devices/sysfs_scan\" invalid. Found string value \"maybe\","
                + " expected boolean value: 0/1, \"y/n\", \"yes/no\", \"on/off\", \"true/false\"."
                + " (/c/lvm.conf, line 4)",
            "Configuration section \"what\" unknown. (/c/lvm.conf, line 7)",
            "Configuration setting \"loose\" invalid. It's not part of any section. (/c/lvm.conf,"
                + " line 8)",
            "WARNING: Configuration setting \"global/units\" has invalid type. Found integer but"
                + " expected string. (/c/lvm.conf, line 9)",
            "WARNING: Configuration setting \"global/use_aio\" has invalid type. Found float but"
                + " expected boolean. (/c/lvm.conf, line 9)",
            "Configuration setting \"global/locking_dir\" invalid. It cannot be set to an empty"
                + " value. (/c/lvm.conf, line 9)",
            "WARNING: Configuration setting \"global/umask\" has invalid type. Found array but"
                + " expected integer. (/c/lvm.conf, line 9)",
            "WARNING: Configuration setting \"global/test\" has invalid type. Found array but"
                + " expected boolean. (/c/lvm.conf, line 9)",
            "Configuration setting \"local/other\" unknown. (/c/lvmlocal.conf, line 2)",
            "WARNING: Ignoring unsupported value for global/units.",
            "Configuration section \"x\" unknown.");
  }

  @Test
  void checksCanBeTurnedOffOrMadeFatal() {
    files.with("/c/lvm.conf", "config/checks=0 a/b=1");
    load();
    assertThat(messages.shown).isEmpty();

    files.with("/c/lvm.conf", "config/abort_on_errors=1 a/b=1");
    assertThatThrownBy(this::load)
        .isInstanceOf(InitializationException.class)
        .hasMessage("LVM configuration invalid.");

    files.with("/c/lvm.conf", "config/abort_on_errors=1");
    assertThatThrownBy(() -> load(ConfigRequest.plain().withConfigString("a/b=1")))
        .isInstanceOf(FailedException.class)
        .hasMessage("Updated config file invalid. Aborting.");
  }

  @Test
  void unreadableFilesStopTheCommand() {
    for (String file : List.of("lvm.conf", "lvmlocal.conf")) {
      for (String content : List.of("a {", "!")) {
        files.with("/c/" + file, content);
        assertThatThrownBy(this::load)
            .isInstanceOf(InitializationException.class)
            .hasMessage("Failed to load config file /c/" + file);
      }
      files.with("/c/" + file, "");
    }
    files.with("/c/lvm.conf/", "");
    assertThatThrownBy(this::load).isInstanceOf(InitializationException.class);
    assertThat(messages.shown)
        .containsExactly(
            "Parse error at byte 4 (line 1, column 4): unexpected token",
            "Failed to open config file /c/lvm.conf.",
            "Parse error at byte 4 (line 1, column 4): unexpected token",
            "Failed to open config file /c/lvmlocal.conf.",
            "/c/lvm.conf is not a regular file");
  }

  @Test
  void malformedTagsStopTheCommand() {
    files.with("/c/lvm.conf", "tags { \"a b\" { } }");
    assertThatThrownBy(this::load).hasMessage("Invalid tag in config file: a b");
    files.with("/c/lvm.conf", "tags { x { host_filter=1 } }");
    assertThatThrownBy(this::load).hasMessage("host_filter not supported yet");
    files.with("/c/lvm.conf", "tags { x { host_list=[1] } }");
    assertThatThrownBy(this::load).hasMessage("Invalid hostname string for tag host_list");
  }

  @Test
  void malformedConfigStringIsAUsageError() {
    for (String text : List.of("a={", "", "# only a comment")) {
      assertThatThrownBy(() -> load(ConfigRequest.plain().withConfigString(text)))
          .isInstanceOf(UsageException.class)
          .hasMessage("Failed to set overridden configuration entries.");
    }
  }

  @Test
  void profilesMayOnlyHoldWhatTheyAreFor() {
    files
        .with("/c/profile/dev.profile", "devices { dir=\"/dev\" }")
        .with("/c/profile/meta.profile", "allocation { thin_pool_zero=0 }")
        .with("/c/profile/cmd.profile", "report { aligned=0 }");
    assertProfileFails(
        "nosuch", "/c/profile/nosuch.profile: stat failed: No such file or directory");
    assertProfileFails(
        "dev", "Configuration section \"devices\" is not customizable by a profile. ");
    assertProfileFails(
        "meta",
        "Configuration option \"allocation/thin_pool_zero\" is customizable by metadata profile"
            + " only, not command profile.");
    messages.shown.clear();
    assertThatThrownBy(
            () -> load(ConfigRequest.plain().withProfiles(Optional.empty(), Optional.of("cmd"))))
        .hasMessage("Failed to apply metadata profile cmd.");
    assertThatThrownBy(
            () -> load(ConfigRequest.plain().withProfiles(Optional.of("a/b"), Optional.empty())))
        .isInstanceOf(FailedException.class)
        .hasMessage("Failed to add command profile a/b.");
  }

  private void assertProfileFails(String name, String reason) {
    messages.shown.clear();
    assertThatThrownBy(
            () -> load(ConfigRequest.plain().withProfiles(Optional.of(name), Optional.empty())))
        .isInstanceOf(FailedException.class)
        .hasMessage("Failed to apply command profile " + name + ".");
    assertThat(messages.shown.get(0)).startsWith(reason.trim());
  }

  @Test
  void theEnvironmentNamesACommandProfile() {
    files
        .with("/c/profile/one.profile", "report/aligned=0")
        .with("/c/profile/two.profile", "report/headings=0");
    ConfigLoader loader =
        new ConfigLoader(
            files, Map.of("LVM_SYSTEM_DIR", "/c", "LVM_COMMAND_PROFILE", "one"), "h", messages);
    assertThat(loader.load(ConfigRequest.plain()).bool("report/aligned", true)).isFalse();
    LvmConfig other =
        loader.load(ConfigRequest.plain().withProfiles(Optional.of("two"), Optional.empty()));
    assertThat(other.bool("report/aligned", true)).isTrue();
    assertThat(other.integer("report/headings", 1)).isEqualTo(0);
  }

  @Test
  void anAttachedProfileGivesWayToTheCommandsOwn() {
    files
        .with("/c/profile/one.profile", "allocation/thin_pool_zero=0")
        .with("/c/profile/two.profile", "allocation/thin_pool_discards=\"ignore\"");
    ConfigLoader loader = new ConfigLoader(files, Map.of("LVM_SYSTEM_DIR", "/c"), "h", messages);
    LvmConfig plain = loader.load(ConfigRequest.plain());
    assertThat(loader.withAttachedProfile(plain, "one").bool("allocation/thin_pool_zero", true))
        .isFalse();
    LvmConfig own =
        loader.load(ConfigRequest.plain().withProfiles(Optional.empty(), Optional.of("two")));
    assertThat(loader.withAttachedProfile(own, "one")).isSameAs(own);
  }

  @Test
  void theShellFixesSomeSettings() {
    ConfigRequest request =
        new ConfigRequest(
            "/c",
            false,
            Optional.of("config/profile_dir=\"/x\""),
            Optional.empty(),
            Optional.empty(),
            true);
    assertThatThrownBy(() -> load(request)).isInstanceOf(UsageException.class);
    assertThat(messages.shown)
        .containsExactly(
            "Configuration option \"config/profile_dir\" is not allowed here.",
            "Ignoring invalid configuration string.");
  }

  @Test
  void valuesOfTheWrongKindCountAsTheDefault() {
    files.with("/c/lvm.conf", "config/checks=0 global { units=5 umask=\"x\" suffix=\"maybe\" }");
    LvmConfig config = load();
    assertThat(config.string("global/units", "r")).isEqualTo("r");
    assertThat(config.integer("global/umask", 63)).isEqualTo(63);
    assertThat(config.bool("global/suffix", true)).isTrue();
    assertThat(messages.shown)
        .containsOnlyOnce("WARNING: Ignoring unsupported value for global/units.");
  }

  @Test
  void aMissingSystemDirIsCreatedOrItFails() {
    ConfigRequest request =
        new ConfigRequest(
            "/proc/x", true, Optional.empty(), Optional.empty(), Optional.empty(), false);
    assertThatThrownBy(() -> new ConfigLoader(files, Map.of(), "h", messages).load(request))
        .isInstanceOf(InitializationException.class);
    assertThat(messages.shown.get(0)).isEqualTo("/proc/x: mkdir failed: No such file or directory");
  }

  @Test
  void valuesThatEveryCommandNeedsMustMakeSense() {
    Map<String, String> problems =
        Map.of(
            "global/units=\"zz\"", "Unrecognised configuration setting for global/units: zz",
            "activation/readahead=\"x\"", "Invalid readahead specification",
            "devices/device_ids_refresh=5", "Invalid device_ids_refresh value 5",
            "report/time_format=\"%Q\"", "Invalid time format \"%Q\" supplied.",
            "report/time_format=\"%\"", "Invalid time format \"%\" supplied.");
    for (Map.Entry<String, String> problem : problems.entrySet()) {
      files.with("/c/lvm.conf", problem.getKey());
      assertThatThrownBy(this::load)
          .isInstanceOf(InitializationException.class)
          .hasMessage(problem.getValue());
      files.with("/c/lvm.conf", "");
      messages.shown.clear();
      assertThatThrownBy(() -> load(ConfigRequest.plain().withConfigString(problem.getKey())))
          .isInstanceOf(FailedException.class)
          .hasMessage("Updated config file invalid. Aborting.");
      assertThat(messages.shown).containsExactly(problem.getValue());
    }
    files.with("/c/lvm.conf", "report/time_format=\"%Y-%Ec %Om %%\" devices/pv_min_size=1");
    messages.shown.clear();
    load();
    assertThat(messages.shown)
        .containsExactly("Ignoring too small pv_min_size 1KB, using default 512KB.");
  }
}
