package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jlvm.cli.CommandTester;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.jlvm.dm.user.SimulatedCrash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lvconvert} for snapshots: splitting and attaching stores, merging them into origins. */
class SnapshotConversionTest {
  private static final DmName ORIGIN = new DmName("vg-lv");

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void makeGroup() {
    world = new World(directory, 3);
    world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
  }

  /** An origin that was written to after its snapshot was made, by somebody who is gone. */
  private VolumeUser changedOrigin() {
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.succeed("lvcreate -s -l 7 -n snap vg/lv");
    // every change of a device lets the user write
    world.succeed("lvcreate -l 1 -n other vg /dev/disk1");
    world.succeed("lvremove -y vg/other");
    user.verifyFrozen(new DmName("vg-snap"));
    world.forget(user);
    return user;
  }

  @Test
  void mergingBringsBackWhatTheSnapshotHeld() {
    VolumeUser user = changedOrigin();
    world.holdWork();
    world.log().clear();

    String out = world.succeed("lvconvert --merge -i 1 vg/snap");

    assertThat(out.lines().toList())
        .startsWith("  Merging of volume vg/snap started.", "  vg/lv: Merged: 67.71%")
        .endsWith(
            "  vg/lv: Merged: 100.00%",
            "  Merge of snapshot into logical volume vg/lv has finished.",
            "  Logical volume \"snap\" successfully removed.");
    user.verifyFrozen(ORIGIN);
    assertThat(world.tables()).containsExactly("vg-lv: 0 640 linear 7:0 2048");
    assertThat(world.links()).containsExactly("vg/lv -> vg-lv");
  }

  @Test
  void devicesWhileMerging() {
    changedOrigin();
    world.holdWork();
    world.stopWaiting();

    CommandTester.Result result = world.lvm("lvconvert --merge -i 1 vg/snap");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err()).contains("ABORTING: Polling interrupted for vg/lv.");
    assertThat(world.tables())
        .containsExactly(
            "vg-lv: 0 640 snapshot-merge vg-lv-real vg-snap-cow P 8",
            "vg-lv-real: 0 640 linear 7:0 2048",
            "vg-snap: 0 640 error",
            "vg-snap-cow: 0 768 linear 7:0 2688");
    assertThat(world.succeed("lvs -a --noheadings -o name,attr,lv_merging vg"))
        .contains("lv     Owi-a-s---    merging")
        .contains("[snap] Swi-a-s---    merging");
  }

  @Test
  void whatIsOpenIsMergedAtTheNextActivation() {
    VolumeUser user = changedOrigin();
    VolumeUser other = user.reopen(ORIGIN);

    String out = world.succeed("lvconvert --merge vg/snap");

    assertThat(out)
        .isEqualTo(
            """
              Delaying merge since origin is open.
              Merging of snapshot vg/snap will occur on next activation of vg/lv.
            """);
    assertThat(world.tables()).contains("vg-lv: 0 640 snapshot-origin vg-lv-real");
    world.succeed("lvchange --refresh --poll n vg/lv");
    assertThat(world.tables()).contains("vg-lv: 0 640 snapshot-origin vg-lv-real");
    other.close();
    world.succeed("lvchange -an vg/lv");
    world.succeed("lvchange -ay --poll n vg/lv");
    assertThat(world.tables()).contains("vg-lv: 0 640 snapshot-merge vg-lv-real vg-snap-cow P 8");
    world.succeed("lvpoll --polloperation merge vg/lv");
    user.verifyFrozen(ORIGIN);
    assertThat(world.tables()).containsExactly("vg-lv: 0 640 linear 7:0 2048");
  }

  @Test
  void onlyOneSnapshotGoesBackAtATime() {
    world.succeed("lvcreate -l 5 -n lv vg");
    world.succeed("lvcreate -s -l 7 -n a vg/lv");
    world.succeed("lvcreate -s -l 7 -n b vg/lv");
    world.holdWork();
    world.stopWaiting();

    CommandTester.Result result = world.lvm("lvconvert --merge -i +1 vg/a vg/b");

    assertThat(result.err())
        .contains(
            "Cannot merge snapshot vg/b into the origin vg/lv with merging snapshot"
                + " vg/snapshot1.");
    assertThat(world.lvm("lvremove -y vg/a").err())
        .contains("Can't remove merging snapshot logical volume vg/a.");
  }

  @Test
  void splitStoreIsAnOrdinaryVolumeAndCanBeAttachedAgain() {
    VolumeUser user = changedOrigin();

    assertThat(world.succeed("lvconvert -y --splitsnapshot vg/snap"))
        .isEqualTo("  Logical Volume vg/snap split from its origin.\n");
    assertThat(world.tables())
        .containsExactly("vg-lv: 0 640 linear 7:0 2048", "vg-snap: 0 768 linear 7:0 2688");
    world.succeed("lvconvert -y -s -Zn vg/lv vg/snap");
    user.verifyFrozen(new DmName("vg-snap"));
    assertThat(world.tables())
        .containsExactly(
            "vg-lv: 0 640 snapshot-origin vg-lv-real",
            "vg-lv-real: 0 640 linear 7:0 2048",
            "vg-snap: 0 640 snapshot vg-lv-real vg-snap-cow P 8",
            "vg-snap-cow: 0 768 linear 7:0 2688");
  }

  @Test
  void attachedStoreIsClearedFirst() {
    VolumeUser user = changedOrigin();
    world.succeed("lvconvert -y --splitsnapshot vg/snap");
    VolumeUser now = user.reopen(ORIGIN);
    now.close();

    CommandTester.Result result = world.lvm("lvconvert -y -s -c 16k vg/lv snap");

    assertThat(result.status()).isZero();
    assertThat(result.err())
        .contains("WARNING: Converting logical volume vg/snap to snapshot exception store.")
        .contains("THIS WILL DESTROY CONTENT OF LOGICAL VOLUME (filesystem etc.)");
    assertThat(world.tables()).contains("vg-snap: 0 640 snapshot vg-lv-real vg-snap-cow P 32");
    assertThat(world.succeed("lvs --noheadings -o data_percent vg/snap").strip()).isEqualTo("0.00");
  }

  @Test
  void mergeThatWasCutOffAnywhereIsFinishedByActivation() {
    int calls = callsOfOneMerge();
    for (int last = 0; last < calls; last++) {
      world = new World(directory.resolve("cut" + last), 3);
      world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
      VolumeUser user = changedOrigin();
      world.log().clear();
      world.log().crashAfter(last);
      try {
        world.lvm("lvconvert --merge vg/snap");
      } catch (SimulatedCrash e) {
        // what the test is about
      }
      world.log().clear();
      world.succeed("vgchange -an vg");
      world.succeed("vgchange -ay --poll n vg");
      world.lvm("lvpoll --polloperation merge vg/lv");

      // As with lvm2, what is left of the snapshot may be an ordinary volume for a moment.
      boolean began = world.succeed("lvs --noheadings -o origin vg").isBlank();
      user.verifyFrozen(began ? ORIGIN : new DmName("vg-snap"));
    }
  }

  private int callsOfOneMerge() {
    changedOrigin();
    world.log().clear();
    world.succeed("lvconvert --merge vg/snap");
    return world.log().calls().size();
  }

  @Test
  void mergeThatCannotBeginLeavesEverythingAsItWas() {
    changedOrigin();
    var before = world.tables();
    world.log().clear();
    world.log().failAt(failingLoad(), Errno.EINVAL);

    CommandTester.Result result = world.lvm("lvconvert --merge vg/snap");

    assertThat(result.status()).isEqualTo(5);
    assertThat(world.tables()).isEqualTo(before);
    assertThat(world.succeed("lvs --noheadings -o attr vg/snap").strip()).isEqualTo("swi-a-s---");
  }

  /** The number of the first load of a table among the changes of a merge. */
  private int failingLoad() {
    World other = new World(directory.resolve("other"), 3);
    World own = world;
    world = other;
    other.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
    changedOrigin();
    other.log().clear();
    other.succeed("lvconvert --merge vg/snap");
    world = own;
    int number = 1;
    for (String call : other.log().calls()) {
      if (call.startsWith("reload ")) {
        return number;
      }
      number++;
    }
    throw new AssertionError("no table is loaded");
  }
}
