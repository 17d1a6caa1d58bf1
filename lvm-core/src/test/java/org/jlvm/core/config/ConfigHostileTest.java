package org.jlvm.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jlvm.core.config.report.ConfigReport;
import org.jlvm.core.config.report.ConfigReportRequest;
import org.jlvm.core.config.report.ConfigType;
import org.jlvm.core.error.LvmException;
import org.junit.jupiter.api.Test;

/** Damaged files either load or fail with a typed error; a failure names the seed. */
class ConfigHostileTest {
  private static final long SEED = Long.getLong("jlvm.test.seed", 20240612L);
  private static final int INPUTS = 100_000;

  private static final String LVM_CONF =
      """
      config { checks=1 abort_on_errors=0 }
      global { units="h" umask=077 suffix="y" } "# path" { a=1 } "a	b" { c { d=1 } }
      devices { types=["q",3] filter="a|.*|" scan=["/dev"] dir="/dev" cache_dir="/z" }
      allocation { cache_settings { smq { x=1.5 } } thin_pool_chunk_size=128 }
      activation { volume_list=["vg", "@t"] readahead="auto" tags=["t1"] }
      tags { hosttags=1 t1 { } @t2 { host_list=["h", "i"] } }
      report/time_format="%Y" log { tags="t2" verbose=0 }
      """;

  @Test
  void damagedFilesAreLoadedOrRefused() {
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      String damaged = damage(random);
      try {
        loadAndShow(damaged, random);
      } catch (LvmException e) {
        refused++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + SEED + ", input " + i + ": " + damaged, e);
      }
    }
    assertThat(refused).isBetween(INPUTS / 10, INPUTS - INPUTS / 10);
  }

  private static void loadAndShow(String text, Random random) {
    MemoryFiles files =
        new MemoryFiles()
            .with("/c/lvm.conf", text)
            .with("/c/lvmlocal.conf", random.nextInt(4) == 0 ? text : "")
            .with("/c/lvm_t1.conf", "devices { filter=\"r|x|\" }");
    LvmConfig config =
        new ConfigLoader(files, Map.of("LVM_SYSTEM_DIR", "/c"), "h", new RecordingMessages())
            .load(ConfigRequest.plain());
    if (random.nextInt(400) == 0) {
      for (ConfigType type : ConfigType.values()) {
        new ConfigReport(config, "6.1.0")
            .show(
                new ConfigReportRequest(
                    Optional.of(type), Set.of(), Optional.empty(), Optional.empty(), List.of()));
      }
    }
  }

  private static String damage(Random random) {
    byte[] bytes = LVM_CONF.getBytes(StandardCharsets.UTF_8);
    byte[] marks = "{}[]\"'=,#/.-09a\n".getBytes(StandardCharsets.UTF_8);
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int at = random.nextInt(bytes.length);
      if (random.nextBoolean()) {
        bytes[at] = marks[random.nextInt(marks.length)];
      } else {
        int length = random.nextInt(Math.min(20, bytes.length - at) + 1);
        System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
      }
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
