package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jlvm.cli.CommandTester;
import org.jlvm.dm.DmName;
import org.jlvm.dm.user.UserHandle;
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

  /** Calls after a command, with names for what the numbers stand for. */
  private List<String> callsOf(String command) {
    world.log().clear();
    world.succeed(command);
    return world.deviceCalls();
  }

  @Test
  void stripesLieOnTheirAreasInOrder() {
    world.succeed("lvcreate -i 2 -I 8k -l 4 -n stripes vg /dev/disk1 /dev/disk2");
    assertThat(world.tables()).containsExactly("vg-stripes: 0 512 striped 2 16 7:1 2048 7:2 2048");
  }

  @Test
  void errorAndZeroNeedNoArea() {
    world.succeed("lvcreate --type error -l 2 -n bad vg");
    world.succeed("lvcreate --type zero -l 3 -n nil vg");
    assertThat(world.tables()).containsExactly("vg-bad: 0 256 error", "vg-nil: 0 384 zero");
  }

  @Test
  void hyphensInNamesAreDoubled() {
    world.succeed("vgrename vg v-g");
    world.succeed("lvcreate -l 1 -n l--v v-g");
    assertThat(world.tables()).containsExactly("v--g-l----v: 0 128 linear 7:0 2048");
    assertThat(world.links()).containsExactly("v-g/l--v -> v--g-l----v");
  }

  @Test
  void readOnlyVolumesAreReadOnlyDevicesButNotTheirStores() {
    world.succeed("lvcreate -l 3 -n lv vg");
    world.succeed("lvcreate -s -p r -l 4 -n snap vg/lv");
    assertThat(world.tables())
        .containsExactly(
            "vg-lv: 0 384 snapshot-origin vg-lv-real",
            "vg-lv-real: 0 384 linear 7:0 2048",
            "vg-snap: ro 0 384 snapshot vg-lv-real vg-snap-cow P 8",
            "vg-snap-cow: 0 512 linear 7:0 2432");
  }

  @Test
  void missingPartsAreErrorsWhenThatIsWanted() {
    world.succeed("lvcreate -l 2 -n lv vg /dev/disk0");
    world.succeed("lvextend -l +2 vg/lv /dev/disk1");
    world.succeed("vgchange -an vg");
    world.lose("/dev/disk1");
    assertThat(world.lvm("vgchange -ay vg").status()).isNotZero();
    assertThat(world.tables()).isEmpty();
    world.succeed("vgchange -ay --activationmode partial vg");
    assertThat(world.tables())
        .containsExactly(
            "vg-lv: 0 256 linear 7:0 2048; 256 256 linear vg-lv-missing_1_0 0",
            "vg-lv-missing_1_0: 0 256 error");
    world.succeed("vgchange -an vg");
    assertThat(world.tables()).isEmpty();
  }

  @Test
  void firstSnapshotPutsALayerBelowTheOrigin() {
    world.succeed("lvcreate -l 3 -n lv vg");
    world.succeed("lvcreate -l 2 -n store vg");
    assertThat(callsOf("lvconvert -y -Zn -s vg/lv vg/store"))
        .filteredOn(call -> call.startsWith("suspend") || call.startsWith("resume"))
        .containsSubsequence("suspend vg-lv (253:0)", "resume vg-lv (253:0)");
    assertThat(world.tables()).contains("vg-lv: 0 384 snapshot-origin vg-lv-real");
  }

  @Test
  void originIsSuspendedFirstAndResumedLast() {
    world.succeed("lvcreate -l 3 -n lv vg");
    world.succeed("lvcreate -s -l 3 -n one vg/lv");
    assertThat(callsOf("lvextend -l +1 vg/one"))
        .containsExactly(
            "reload vg-one-cow (253:2) 0 512 linear 7:0 2432",
            "suspend vg-lv (253:0)",
            "suspend vg-one (253:3)",
            "suspend vg-one-cow (253:2)",
            "suspend vg-lv-real (253:1)",
            "resume vg-lv-real (253:1)",
            "resume vg-one-cow (253:2)",
            "resume vg-one (253:3)",
            "resume vg-lv (253:0)");
  }

  @Test
  void lastSnapshotTakesTheLayerAway() {
    world.succeed("lvcreate -l 3 -n lv vg");
    VolumeUser user = world.use("vg-lv");
    world.succeed("lvcreate -s -l 3 -n one vg/lv");
    world.succeed("lvcreate -s -l 3 -n two vg/lv");
    world.succeed("lvremove -y vg/one");
    assertThat(world.tables())
        .containsExactly(
            "vg-lv: 0 384 snapshot-origin vg-lv-real",
            "vg-lv-real: 0 384 linear 7:0 2048",
            "vg-two: 0 384 snapshot vg-lv-real vg-two-cow P 8",
            "vg-two-cow: 0 384 linear 7:0 2816");
    world.succeed("lvremove -y vg/two");
    assertThat(world.tables()).containsExactly("vg-lv: 0 384 linear 7:0 2048");
    assertThat(world.links()).containsExactly("vg/lv -> vg-lv");
    user.verify();
  }

  @Test
  void namesMoveFromOneVolumeToAnother() {
    world.succeed("lvcreate -l 1 -n a vg");
    world.succeed("lvcreate -l 2 -n b vg");
    VolumeUser user = world.use("vg-a");
    world.succeed("lvrename vg a c");
    world.succeed("lvrename vg b a");
    world.succeed("lvrename vg c b");
    assertThat(world.tables())
        .containsExactly("vg-a: 0 256 linear 7:0 2176", "vg-b: 0 128 linear 7:0 2048");
    assertThat(world.links()).containsExactly("vg/a -> vg-a", "vg/b -> vg-b");
    user.verify();
  }

  @Test
  void whatIsInUseIsNotTakenAway() {
    world.succeed("lvcreate -l 3 -n lv vg");
    world.use("vg-lv");
    world.log().clear();
    assertThat(world.lvm("lvremove -y vg/lv").err()).contains("Logical volume vg/lv in use.");
    assertThat(world.lvm("lvchange -an vg/lv").status()).isEqualTo(5);
    assertThat(world.lvm("vgchange -an vg").status()).isEqualTo(5);
    assertThat(world.log().calls()).isEmpty();
  }

  @Test
  void activationOfWhatIsActiveChangesNothing() {
    world.succeed("lvcreate -l 3 -n lv vg");
    world.succeed("lvcreate -s -l 3 -n snap vg/lv");
    assertThat(callsOf("vgchange -ay vg")).isEmpty();
  }

  @Test
  void whatIsGivenUpWithALostDiskLosesItsDevices() {
    world.succeed("lvcreate -l 2 -n good vg /dev/disk0");
    world.succeed("lvcreate -l 2 -n bad vg /dev/disk1");
    world.succeed("lvcreate -s -l 1 -n snap vg/bad /dev/disk2");
    VolumeUser user = world.use("vg-good");
    world.lose("/dev/disk1");
    assertThat(world.succeed("vgreduce --removemissing --force vg"))
        .contains(
            "Logical volume \"snap\" successfully removed.",
            "Logical volume \"bad\" successfully removed.",
            "Wrote out consistent volume group vg.");
    assertThat(world.tables()).containsExactly("vg-good: 0 256 linear 7:0 2048");
    assertThat(world.links()).containsExactly("vg/good -> vg-good");
    user.verify();
  }

  @Test
  void anOriginIsPartialWithItsSnapshotButNotTheOtherWayRound() {
    world.succeed("lvcreate -l 2 -n one vg /dev/disk0");
    world.succeed("lvcreate -s -l 1 -n ones vg/one /dev/disk1");
    world.succeed("lvcreate -l 2 -n two vg /dev/disk1");
    world.succeed("lvcreate -s -l 1 -n twos vg/two /dev/disk0");
    world.lose("/dev/disk1");
    assertThat(world.succeed("lvs --noheadings -o lv_name,lv_health_status vg").lines())
        .map(String::strip)
        .contains("one  partial", "ones partial", "two  partial", "twos");
  }

  @Test
  void sparseVolumesAreSnapshotsOfZeros() {
    world.succeed("lvcreate --type snapshot -V 640k -l 3 -n thin vg");
    assertThat(world.tables())
        .containsExactly(
            "vg-thin: 0 1280 snapshot vg-thin_vorigin-real vg-thin-cow P 8",
            "vg-thin-cow: 0 384 linear 7:0 2048",
            "vg-thin_vorigin: ro 0 1280 snapshot-origin vg-thin_vorigin-real",
            "vg-thin_vorigin-real: ro 0 1280 zero");
    assertThat(world.links()).containsExactly("vg/thin -> vg-thin");
    world.succeed("lvchange -an vg/thin");
    assertThat(world.tables()).isEmpty();
    world.succeed("vgchange -ay vg");
    assertThat(world.tables()).hasSize(4);
    world.succeed("lvrename vg/thin vg/other");
    assertThat(world.devices()).anyMatch(line -> line.startsWith("vg-other_vorigin-real:"));
    world.succeed("lvremove -y vg/other");
    assertThat(world.tables()).isEmpty();
    assertThat(world.succeed("lvs -a --noheadings vg")).isBlank();
  }

  @Test
  void snapshotsGrowByPolicyAndOnlyThen() throws IOException {
    world.succeed("lvcreate -l 20 -n lv vg /dev/disk0");
    world.succeed("lvcreate -s -l 4 -n snap vg/lv /dev/disk1");
    String extend =
        "lvextend --use-policies --config activation/snapshot_autoextend_threshold=60 vg/snap";
    assertThat(world.succeed(extend)).isEmpty();
    try (UserHandle handle = world.mapper().open(new DmName("vg-lv"))) {
      handle.write(0, ByteBuffer.allocate(400 * 512));
    }
    assertThat(world.succeed(extend))
        .contains("Size of logical volume vg/snap changed", "successfully resized");
    assertThat(world.succeed("lvs --noheadings -o lv_size --units k vg/snap")).contains("384.00k");
    assertThat(world.lvm("lvextend --use-policies vg/lv").status()).isNotZero();
  }

  @Test
  void volumeThatCannotBeLookedAtIsReducedOnlyIfTheUserIsSure() {
    world.succeed("lvcreate -n x -l 4 vg");
    CommandTester.Result asked = world.lvm("lvreduce --fs ignore -l 2 vg/x");
    assertThat(asked.status()).isEqualTo(5);
    assertThat(asked.err())
        .contains("  Failed libblkid probe setup for /dev/vg/x\n")
        .contains("  Logical volume vg/x NOT reduced.\n");
    assertThat(world.lvm("lvreduce -y --fs ignore -l 2 vg/x").status()).isZero();
    assertThat(world.succeed("lvs --noheadings -o seg_size_pe vg/x").trim()).isEqualTo("2");
  }
}
