package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jlvm.dm.DmName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes change while they are in use: nothing is lost, and devices are as they should be. */
class LiveVolumesTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void makeGroup() {
    world = new World(directory, 3);
    world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
  }

  @Test
  void growingReachesTheDeviceBetweenSuspendAndResume() {
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.log().clear();
    world.succeed("lvextend -l +5 vg/lv /dev/disk1");
    assertThat(world.deviceCalls())
        .containsExactly(
            "reload vg-lv (253:0) 0 640 linear 7:0 2048; 640 640 linear 7:1 2048",
            "suspend vg-lv (253:0) skiplockfs",
            "resume vg-lv (253:0)");
    assertThat(world.tables())
        .containsExactly("vg-lv: 0 640 linear 7:0 2048; 640 640 linear 7:1 2048");
    assertThat(world.links()).containsExactly("vg/lv -> vg-lv");
    user.verify();
  }

  @Test
  void snapshotHoldsWhatWasThereWhenItsOriginWasSuspended() {
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.succeed("lvcreate -s -l 7 -n snap vg/lv");
    user.verify();
    user.verifyFrozen(new DmName("vg-snap"));
  }
}
