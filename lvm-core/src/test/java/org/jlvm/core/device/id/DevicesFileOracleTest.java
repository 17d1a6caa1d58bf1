package org.jlvm.core.device.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.scan.DeviceScanner;
import org.jlvm.core.device.scan.DeviceSettings;
import org.jlvm.core.device.scan.DevicesFileLimit;
import org.jlvm.core.device.scan.Machine;
import org.jlvm.core.ondisk.RealLvm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices files go back and forth between {@link DevicesFileStore} and real lvmdevices. */
class DevicesFileOracleTest {
  private static final HostIdentity NOBODY =
      new HostIdentity(Optional.empty(), Optional.of(hostName()));
  private static final DevicesFileText.Author AUTHOR =
      new DevicesFileText.Author("lvmdevices", 42, "Sun Nov 22 15:52:58 2026");
  private static final String CONFIG =
      "devices { use_devicesfile=1 filter=[\"a|.*|\"] device_ids_refresh_checks=[\"hostname\"] }";

  private static String hostName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void realFileIsReadAndPrintedAlike(@TempDir Path directory) throws IOException {
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      String one = lvm.loop(16 << 20);
      String two = lvm.loop(16 << 20);
      lvm.run("pvcreate", one, two, "--config", "devices/use_devicesfile=0");
      Files.createDirectories(directory.resolve("devices"));
      for (String device : List.of(one, two)) {
        RealLvm.Output added = lvm.run("lvmdevices", "--adddev", device, "--config", CONFIG);
        assertThat(added.status()).as(added.text()).isZero();
      }
      DevicesFileStore store = new DevicesFileStore(directory, DevicesFileStore.DEFAULT_NAME);
      String text = Files.readString(store.path());
      Assumptions.assumeTrue(text.contains("HASH="), "this lvm2 writes no checksum yet");
      DevicesFile file = store.read().orElseThrow();
      assertThat(file.hash()).as(text).isEqualTo(DevicesFile.Hash.RIGHT);
      assertThat(withoutComment(DevicesFileText.print(file, AUTHOR)))
          .isEqualTo(withoutComment(text));

      DeviceCatalog catalog = catalog();
      DeviceUses uses = DeviceMatcher.match(file, catalog, ids());
      assertThat(uses.matched())
          .containsExactlyInAnyOrder(
              catalog.byName(one).orElseThrow().deviceNumber(),
              catalog.byName(two).orElseThrow().deviceNumber());
      assertThat(uses.uses().get(0).entry().type()).contains(IdType.LOOP_FILE);
    }
  }

  @Test
  void realLvmUsesOurFile(@TempDir Path directory) throws IOException {
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      String one = lvm.loop(16 << 20);
      String two = lvm.loop(16 << 20);
      lvm.run("pvcreate", one, two, "--config", "devices/use_devicesfile=0");
      DeviceCatalog catalog = catalog();
      DeviceUses uses =
          new DeviceAddition(ids(), question -> false, new RecordedMessages())
              .add(
                  DeviceMatcher.match(DevicesFile.EMPTY, catalog, ids()),
                  catalog.byName(two).orElseThrow(),
                  "",
                  Optional.empty(),
                  false);
      DevicesFileStore store = new DevicesFileStore(directory, DevicesFileStore.DEFAULT_NAME);
      store.write(uses.toFile(), NOBODY, AUTHOR, "20261122.155258", 50);
      assertThat(directory.resolve("devices/backup/system.devices-20261122.155258.0001"))
          .hasSameTextualContentAs(store.path());
      RealLvm.Output pvs = lvm.run("pvs", "--noheadings", "-o", "pv_name", "--config", CONFIG);
      assertThat(pvs.text()).contains("  " + two).doesNotContain("  " + one);
    }
  }

  @Test
  void entryByNameFollowsItsVolume() {
    DeviceCatalog catalog = catalog();
    LinuxDevice a = device(1, "/dev/fake1");
    LinuxDevice b = device(2, "/dev/fake2");
    DeviceCatalog both = new DeviceCatalog(List.of(a, b));
    String pvid = "a".repeat(32);
    DevicesFile file =
        DevicesFileText.parse(
            "VERSION=1.1.7\nIDTYPE=devname IDNAME=/dev/fake1 DEVNAME=/dev/fake1 PVID="
                + pvid
                + "\n");
    DeviceUses uses = DeviceMatcher.match(file, both, ids());
    assertThat(uses.matched()).containsExactly(a.deviceNumber());
    DeviceUses corrected = uses.corrected(Map.of(b.deviceNumber(), pvid), List.of(a, b));
    assertThat(corrected.matched()).containsExactly(b.deviceNumber());
    assertThat(corrected.toFile().entries().get(0).idName()).contains("/dev/fake2");
    assertThat(DevicesFileText.nextVersion(file)).isEqualTo("1.1.8");
  }

  @Test
  void limitLooksForVolumesWhoseNameIsStale(@TempDir Path directory) throws IOException {
    try (RealLvm lvm = RealLvm.orSkip(directory)) {
      String one = lvm.loop(16 << 20);
      String two = lvm.loop(16 << 20);
      lvm.run("pvcreate", one, two, "--config", "devices/use_devicesfile=0");
      RealLvm.Output uuid = lvm.run("pvs", "--noheadings", "-o", "pv_uuid", two);
      String pvid = uuid(uuid.text()).replace("-", "");
      Files.createDirectories(directory.resolve("devices"));
      Files.writeString(
          directory.resolve("devices/system.devices"),
          "VERSION=1.1.1\nIDTYPE=devname IDNAME="
              + one
              + " DEVNAME="
              + one
              + " PVID="
              + pvid
              + "\n");
      RecordedMessages messages = new RecordedMessages();
      DevicesFileLimit limit =
          new DevicesFileLimit(
              scanner(), ids(), new DevicesFileLimit.NameFilters(true, false), messages);
      DevicesFileStore store = new DevicesFileStore(directory, DevicesFileStore.DEFAULT_NAME);
      DeviceCatalog catalog = catalog();
      DevicesFileLimit.Outcome outcome =
          limit.resolve(
              new DevicesFileLimit.Wishes(
                  List.of(), Optional.empty(), Optional.of(store), false, false, true),
              catalog);
      assertThat(outcome.limit())
          .isEqualTo(
              new DeviceScanner.DevicesFile(
                  Set.of(catalog.byName(two).orElseThrow().deviceNumber())));
      assertThat(messages.shown())
          .containsExactly(
              "Please remove the lvm.conf filter, it is ignored with the devices file.");
      RealLvm.Output pvs = lvm.run("pvs", "--noheadings", "-o", "pv_name", "--config", CONFIG);
      Assumptions.assumeFalse(
          pvs.text().contains("not found on device"),
          "this lvm2 does not look for volumes elsewhere yet");
      assertThat(pvs.text()).contains("  " + two).doesNotContain("  " + one);
    }
  }

  private static String uuid(String text) {
    Matcher matcher = Pattern.compile("\\w{6}(-\\w{4}){5}-\\w{6}").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }

  private static LinuxDevice device(int minor, String name) {
    return new LinuxDevice(List.of(name), new DeviceNumber(240, minor), machine().sysfs());
  }

  private static Machine machine() {
    return Machine.here(new RecordedMessages());
  }

  private static DeviceScanner scanner() {
    return new DeviceScanner(DeviceSettings.DEFAULT, machine());
  }

  private static DeviceCatalog catalog() {
    return scanner().catalog();
  }

  private static DeviceIds ids() {
    return new DeviceIds(machine().sysfs(), scanner().types(), machine().mappedDevices());
  }

  private static String withoutComment(String text) {
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (!line.startsWith("# Created")) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }
}
