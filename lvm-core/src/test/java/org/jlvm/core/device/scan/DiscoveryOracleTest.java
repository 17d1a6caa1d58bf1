package org.jlvm.core.device.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.filter.Exclusion;
import org.jlvm.core.device.filter.FilterChain;
import org.jlvm.core.ondisk.RealLvm;
import org.jlvm.core.units.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this machine's lvm2 finds, and under which names, {@link DeviceScanner} finds too. */
class DiscoveryOracleTest {
  @Test
  void sameDevicesUnderTheSameNames(@TempDir Path directory) throws IOException {
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      String big = lvm.loop(16 << 20);
      String small = lvm.loop(1 << 20);
      lvm.run("pvcreate", big);
      RealLvm.Output real =
          lvm.run(
              "pvs",
              "-a",
              "--noheadings",
              "-o",
              "pv_name,pv_uuid",
              "--config",
              "devices/filter=[\"a|.*|\"]");
      List<String> realNames = new ArrayList<>();
      for (String line : real.text().split("\n", -1)) {
        String name = line.strip().split(" ", -1)[0];
        if (name.startsWith("/dev/") && !name.endsWith(":")) {
          realNames.add(name);
        }
      }
      List<String> found = new ArrayList<>();
      DeviceScanner scanner =
          new DeviceScanner(DeviceSettings.DEFAULT, Machine.here(new RecordedMessages()));
      FilterChain filters = scanner.filters(new DeviceScanner.Unlimited(), true);
      DeviceCatalog catalog = scanner.catalog();
      for (FilterChain.Verdict verdict : DeviceScanner.apply(filters, catalog)) {
        if (verdict.isUsable()) {
          found.add(verdict.device().name());
        }
      }
      assertThat(found).contains(big).doesNotContain(small);
      // Other tests may attach and detach loop devices meanwhile; all others must agree.
      assertThat(withoutForeignLoops(found, big)).isEqualTo(withoutForeignLoops(realNames, big));
      LinuxDevice tooSmall = catalog.byName(small).orElseThrow();
      assertThat(filters.check(tooSmall).exclusion()).contains(Exclusion.MINIMUM_SIZE);
      assertThat(tooSmall.size()).isEqualTo(Bytes.of(1 << 20));
      assertThat(tooSmall.logicalBlockSize()).isEqualTo(512);
    }
  }

  @Test
  void samePreferredName(@TempDir Path directory) throws IOException {
    long seed = Long.getLong("jlvm.seed", System.nanoTime());
    Random random = new Random(seed);
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      String loop = lvm.loop(16 << 20);
      lvm.run("pvcreate", loop);
      for (int round = 0; round < 15; round++) {
        String dir = directory + "/dev" + round;
        makeNames(dir + "/", loop, random);
        String dev = random.nextBoolean() ? dir : dir + "/";
        String config =
            "devices { dir=\""
                + dev
                + "\" scan=[\""
                + dev
                + "\"] filter=[\"a|.*|\"] hints=\"none\" }";
        RealLvm.Output real = lvm.run("pvs", "--noheadings", "-o", "pv_name", "--config", config);
        DeviceSettings settings = settings(dev);
        DeviceScanner scanner = new DeviceScanner(settings, Machine.here(new RecordedMessages()));
        assertThat(real.text())
            .as("seed %d round %d: %s", seed, round, real.text())
            .containsPattern("  " + scanner.catalog().devices().get(0).name() + "\\s");
      }
    }
  }

  private static DeviceSettings settings(String dev) {
    DeviceSettings d = DeviceSettings.DEFAULT;
    return new DeviceSettings(
        dev,
        List.of(dev),
        d.preferredNames(),
        d.globalFilter(),
        d.filter(),
        d.types(),
        d.sysfsScan(),
        d.scanLvs(),
        d.multipathComponentDetection(),
        d.multipathWwidsFile(),
        d.mdComponentDetection(),
        d.mdComponentChecks(),
        d.ignoreSuspendedDevices(),
        d.ignoreLvmMirrors(),
        d.pvMinSize());
  }

  /** Nodes and links of all sorts, in random choice, that lead to one device. */
  private static void makeNames(String dev, String loop, Random random) throws IOException {
    String[] names = {
      "loopx",
      "dm-7",
      "block/7:0",
      "disk/by-id/x",
      "disk/by-path/y",
      "mapper/vg-lv",
      "vg/lv",
      "z/z/z",
      "a",
      "vg/la",
      "link/x"
    };
    boolean any = false;
    for (String name : names) {
      if (random.nextInt(3) == 0 || (!any && name.equals("link/x"))) {
        any = true;
        Path path = Path.of(dev + name);
        Files.createDirectories(path.getParent());
        if (random.nextBoolean()) {
          Files.createSymbolicLink(path, Path.of(loop));
        } else {
          RealLvm.shell("cp", "-a", loop, path.toString());
        }
      }
    }
  }

  private static TreeSet<String> withoutForeignLoops(List<String> names, String own) {
    TreeSet<String> kept = new TreeSet<>();
    for (String name : names) {
      if (name.equals(own) || !name.startsWith("/dev/loop")) {
        kept.add(name);
      }
    }
    return kept;
  }
}
