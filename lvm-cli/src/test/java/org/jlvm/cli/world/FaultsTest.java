package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jlvm.cli.CommandTester;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each single change that a command makes to a device or a disk fails in turn, or is the last one
 * of a process that dies. Users of the volumes must not notice.
 */
class FaultsTest {
  private static final String RAID = "lvconvert -y -m 1 vg/lv /dev/disk1";
  private static final String SNAPSHOT = "lvcreate -l 3 -s -n snap vg/lv";

  @TempDir Path directory;

  /** A command, and the volumes that there are before. */
  record Scenario(String command, List<String> setup) {
    static Scenario of(String command, String... setup) {
      return new Scenario(command, List.of(setup));
    }

    @Override
    public String toString() {
      return command + setup;
    }
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(
        Scenario.of("lvextend -l +5 vg/lv /dev/disk1"),
        Scenario.of("lvextend -l +2 vg/snap", SNAPSHOT),
        Scenario.of(SNAPSHOT),
        Scenario.of("lvcreate -l 3 -s -n second vg/lv", SNAPSHOT),
        Scenario.of("lvcreate -l 3 -n other vg"),
        Scenario.of("lvcreate --type raid1 -l 3 -n other vg"),
        Scenario.of("lvconvert -y -m 1 vg/lv"),
        Scenario.of("lvconvert -y -m 0 vg/lv", RAID),
        Scenario.of("lvconvert -y -m 0 vg/lv /dev/disk0", RAID),
        Scenario.of("lvconvert -y --splitmirrors 1 -n copy vg/lv", RAID),
        Scenario.of("lvconvert -y --replace /dev/disk1 vg/lv", RAID),
        Scenario.of("lvextend -l +2 vg/lv", RAID),
        Scenario.of("lvremove -y vg/snap", SNAPSHOT),
        Scenario.of("lvremove -y vg/snap", SNAPSHOT, "lvcreate -l 3 -s -n second vg/lv"),
        Scenario.of("lvremove -y vg/other", "lvcreate -l 3 -n other vg"),
        Scenario.of("lvrename vg lv new"),
        Scenario.of("lvrename vg lv new", SNAPSHOT),
        Scenario.of("lvrename vg snap new", SNAPSHOT),
        Scenario.of("vgrename vg vg2", SNAPSHOT),
        Scenario.of("lvchange -p r vg/snap", SNAPSHOT),
        Scenario.of("lvchange --refresh vg/lv", SNAPSHOT),
        Scenario.of("lvchange -an vg/other", "lvcreate -l 3 -n other vg"),
        Scenario.of("lvchange -ay vg/other", "lvcreate -an -l 3 -n other vg"));
  }

  private World prepare(Scenario scenario, int number) {
    World world = new World(directory.resolve(Integer.toString(number)), 3);
    world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    world.succeed(scenario.setup());
    return world;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyChangeFails(Scenario scenario) {
    World world = prepare(scenario, 0);
    String before = volumes(world);
    world.log().clear();
    world.succeed(scenario.command());
    int changes = world.log().calls().size();
    String after = volumes(world);
    for (int i = 1; i <= changes; i++) {
      world = prepare(scenario, i);
      VolumeUser user = world.use("vg-lv");
      world.log().clear();
      world.log().failAt(i, Errno.EIO);
      CommandTester.Result result = world.lvm(scenario.command());
      String what = scenario + ", failed: " + world.log().calls().get(i - 1) + "\n" + result.err();
      world.log().clear();
      assertThat(result.err()).as(what).doesNotContain("Internal error");
      if (result.status() == 0) {
        assertThat(volumes(world)).as(what).isEqualTo(after);
      } else if (scenario.command().startsWith("vgrename")) {
        world.succeed("vgchange -ay"); // metadata change first, then each device
      }
      requireOrder(world, user, what);
      if (!List.of(before, after).contains(volumes(world))) {
        // Commands that commit twice may stop half way; the same command again gets there.
        world.succeed(scenario.command());
        assertThat(volumes(world)).as(what).isEqualTo(after);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyChangeIsTheLast(Scenario scenario) {
    World world = prepare(scenario, 0);
    world.log().clear();
    world.succeed(scenario.command());
    List<String> calls = world.log().calls();
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).startsWith("flush ")) {
        continue; // memory holds what was written with or without
      }
      world = prepare(scenario, i + 1);
      VolumeUser user = world.use("vg-lv");
      world.log().clear();
      world.log().crashAfter(i);
      world.lvm(scenario.command());
      world.log().clear();
      String what = scenario + ", died before: " + calls.get(i);
      CommandTester.Result repair = world.lvm("vgchange -ay");
      assertThat(repair.status()).as(what + repair.err()).isZero();
      requireOrder(world, user, what + repair.err());
    }
  }

  /** What is in the metadata, without what differs from run to run or tells of devices. */
  private static String volumes(World world) {
    return world
        .succeed("lvs -a --noheadings -o lv_attr,vg_name,lv_name,seg_pe_ranges,origin")
        .replaceAll("(?m)^  (..)\\S+", "$1");
  }

  /** Nothing waits, nothing is left over, nothing is lost, and the metadata is what is served. */
  private void requireOrder(World world, VolumeUser user, String what) {
    List<String> served = devices(world);
    List<String> links = world.links();
    assertThat(served).as(what).noneMatch(line -> line.contains("SUSPENDED"));
    assertThat(served).as(what).noneMatch(line -> line.contains("INACTIVE"));
    assertThat(world.lvm("vgck").status()).as(what).isZero();
    user.verify();
    world.forget(user);
    List<String> active =
        world
            .succeed(
                "lvs --noheadings -o vg_name,lv_name --separator / -S lv_active=active,origin=\"\"")
            .lines()
            .map(String::strip)
            .toList();
    world.succeed("vgchange -an");
    assertThat(world.devices()).as(what + "devices after vgchange -an").isEmpty();
    String vg = volumes(world).contains("vg2") ? "vg2/" : "vg/";
    assertThat(world.links()).as(what).noneMatch(link -> link.startsWith(vg));
    for (String lv : active) {
      world.succeed("lvchange -ay " + lv);
    }
    assertThat(served).as(what).isEqualTo(devices(world));
    assertThat(links).as(what).containsAll(world.links());
    VolumeUser again = user.reopen(nameOf(world, user));
    again.verify();
    again.close();
  }

  /** An array keeps to have been told what to fill anew; in the metadata that is done then. */
  private static List<String> devices(World world) {
    List<String> devices = new ArrayList<>();
    for (String line : world.devices()) {
      devices.add(line.replaceAll("raid1 \\d+ 0 (rebuild \\d+ )*", "raid1 "));
    }
    return devices;
  }

  private static DmName nameOf(World world, VolumeUser user) {
    return world.mapper().list().stream()
        .filter(entry -> entry.uuid().equals(user.uuid()))
        .map(DmListEntry::name)
        .findFirst()
        .orElseThrow();
  }
}
