package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jlvm.cli.CommandTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RAID1 volumes are made, converted and taken apart while somebody uses them. */
class RaidTest {
  @TempDir Path directory;
  private World world;
  private VolumeUser user;

  @BeforeEach
  void makeVolume() {
    world = new World(directory, 4);
    world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2 /dev/disk3");
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    user = world.use("vg-lv");
  }

  @AfterEach
  void nothingIsLost() {
    user.verify();
    assertThat(world.devices()).noneMatch(line -> line.contains("SUSPENDED"));
  }

  private String places(String volumes) {
    return world
        .succeed("lvs -a --noheadings --separator : -o lv_name,seg_pe_ranges " + volumes)
        .strip()
        .replaceAll("\\n +", " ");
  }

  @Test
  void newVolumesHaveTheirImagesApartEachBehindItsMetadata() {
    world.succeed("lvcreate --type raid1 -m 2 -l 3 -n r vg");
    assertThat(places("vg -S lv_name=~\"^r\""))
        .isEqualTo(
            "r:r_rimage_0:0-2 r_rimage_1:0-2 r_rimage_2:0-2"
                + " [r_rimage_0]:/dev/disk0:6-8"
                + " [r_rimage_1]:/dev/disk1:1-3"
                + " [r_rimage_2]:/dev/disk2:1-3"
                + " [r_rmeta_0]:/dev/disk0:5-5"
                + " [r_rmeta_1]:/dev/disk1:0-0"
                + " [r_rmeta_2]:/dev/disk2:0-0");
    assertThat(world.devices()).anyMatch(line -> line.contains("vg-r ") || line.contains("raid1"));
  }

  @Test
  void aLinearVolumeBecomesRaidAndLinearAgain() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk2");
    assertThat(places("vg"))
        .isEqualTo(
            "lv:lv_rimage_0:0-4 lv_rimage_1:0-4"
                + " [lv_rimage_0]:/dev/disk0:0-4"
                + " [lv_rimage_1]:/dev/disk2:1-5"
                + " [lv_rmeta_0]:/dev/disk0:5-5"
                + " [lv_rmeta_1]:/dev/disk2:0-0");
    user.verify();
    world.succeed("lvconvert -y -m 0 vg/lv /dev/disk0");
    assertThat(places("vg")).isEqualTo("lv:/dev/disk2:1-5");
  }

  @Test
  void aRemovedImageMakesRoomForThoseBehindIt() {
    world.succeed("lvconvert -y -m 2 vg/lv");
    world.succeed("lvconvert -y -m -1 vg/lv /dev/disk1");
    assertThat(places("vg"))
        .contains("[lv_rimage_0]:/dev/disk0:0-4 [lv_rimage_1]:/dev/disk2:1-5")
        .doesNotContain("extracted")
        .doesNotContain("disk1");
  }

  @Test
  void successIsToldBeforeTheGroupIsBackedUp() {
    for (String change : new String[] {"-m 1", "-m 2", "-m -1", "--type raid1 -R 64k"}) {
      assertThat(world.shown("lvconvert -v -y " + change + " vg/lv"))
          .as(change)
          .containsSubsequence(
              "  Logical volume vg/lv successfully converted.\n", "Creating volume group backup ");
    }
  }

  @Test
  void whatItIsAlreadyIsSaidWithWhatItCanBecome() {
    world.succeed("lvconvert -y -m 2 vg/lv");
    assertThat(world.lvm("lvconvert -y --type raid1 vg/lv").err())
        .isEqualTo(
            """
              Logical volume vg/lv already is type raid1.
              Converting vg/lv from raid1 is directly possible to the following layout:
                mirror
            """);
  }

  @Test
  void anImageIsSplitOff() {
    world.succeed("lvconvert -y -m 2 vg/lv");
    world.succeed("lvconvert -y --splitmirrors 1 --name copy vg/lv");
    assertThat(places("vg/copy")).isEqualTo("copy:/dev/disk2:1-5");
    assertThat(world.devices()).anyMatch(line -> line.startsWith("vg-copy"));
  }

  @Test
  void anImageIsReadForAWhileAndComesBack() {
    world.succeed("lvconvert -y -m 1 vg/lv");
    world.succeed("lvconvert -y --splitmirrors 1 --trackchanges vg/lv");
    assertThat(world.succeed("lvs --noheadings -o lv_name,lv_permissions vg"))
        .contains("lv_rimage_1 read-only");
    assertThat(world.lvm("lvconvert -y -m 2 vg/lv").err())
        .contains("Conversion of tracking raid1 LV vg/lv is not supported.");
    assertThat(world.lvm("lvconvert -y --type mirror -m 1 vg/lv_rimage_1").err())
        .isEqualTo("  Conversion of tracked raid1 subvolume vg/lv_rimage_1 is not supported.\n");
    world.succeed("lvconvert --merge vg/lv_rimage_1");
    assertThat(world.succeed("lvs --noheadings -o lv_name vg").strip()).isEqualTo("lv");
  }

  @Test
  void itBecomesAMirrorOfTheOldTypeAndBack() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk1");
    assertThat(world.succeed("lvconvert -y --type mirror vg/lv"))
        .isEqualTo("  Logical volume vg/lv successfully converted.\n");
    user.verify();
    assertThat(places("vg"))
        .isEqualTo(
            "lv:lv_mimage_0:0-4 lv_mimage_1:0-4"
                + " [lv_mimage_0]:/dev/disk0:0-4"
                + " [lv_mimage_1]:/dev/disk1:1-5"
                + " [lv_mlog]:/dev/disk3:0-0");
    assertThat(world.succeed("lvs --noheadings -o lv_attr,copy_percent vg").strip())
        .isEqualTo("mwi-aom--- 100.00");
    world.succeed("lvconvert -y --type raid1 vg/lv");
    user.verify();
    assertThat(places("vg")).contains("lv:lv_rimage_0:0-4 lv_rimage_1:0-4").doesNotContain("mlog");
  }

  @Test
  void metadataMoveAwayFromTheirImageAndBack() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk1");
    world.succeed("pvmove -i 0 -n lv_rmeta_0 /dev/disk0 /dev/disk3");
    assertThat(places("vg")).contains("[lv_rmeta_0]:/dev/disk3:0-0");
    world.succeed("pvmove -i 0 -n lv_rmeta_0 /dev/disk3 /dev/disk0");
    assertThat(places("vg")).contains("[lv_rmeta_0]:/dev/disk0:5-5");
    assertThat(world.lvm("pvmove -n lv_rmeta_0 /dev/disk0 /dev/disk1").err())
        .isEqualTo(
            """
              Couldn't allocate areas array.
              Unable to allocate mirror extents for vg/pvmove0.
              Failed to convert pvmove LV to mirrored.
            """);
  }

  @Test
  void anImageIsReplaced() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk1");
    world.succeed("lvconvert -y --replace /dev/disk1 vg/lv /dev/disk3");
    assertThat(places("vg")).contains("[lv_rimage_1]:/dev/disk3:1-5").doesNotContain("disk1");
  }

  @Test
  void allImagesGrow() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk1");
    world.succeed("lvextend -l +2 vg/lv");
    assertThat(places("vg")).contains("lv:lv_rimage_0:0-6 lv_rimage_1:0-6");
  }

  private void fail(String device) {
    world.fail(device);
    user.before("", "");
  }

  @Test
  void anImageThatFailsOnADiskThatIsThereIsReplaced() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk1");
    fail("vg-lv_rimage_1");
    assertThat(world.lvm("lvs vg").err())
        .isEqualTo(
            "  WARNING: RaidLV vg/lv needs to be refreshed!  See character 'r' at position 9 in"
                + " the RaidLV's attributes and also its SubLV(s) with option '-a'.\n");
    assertThat(world.succeed("lvconvert -y --repair vg/lv"))
        .isEqualTo("  Faulty devices in vg/lv successfully replaced.\n");
    assertThat(places("vg")).contains("[lv_rimage_1]:/dev/disk2:1-5").doesNotContain("disk1");
    assertThat(world.lvm("lvs vg").err()).isEmpty();
  }

  @Test
  void anInactiveArrayIsNotRepaired() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk1");
    world.forget(user);
    world.succeed("lvchange -an vg/lv");
    CommandTester.Result whole = world.lvm("lvconvert -y --repair vg/lv");
    assertThat(whole.status()).isEqualTo(5);
    assertThat(whole.err())
        .isEqualTo("  Logical volume vg/lv must be active to perform this operation.\n");
    world.lose("/dev/disk1");
    String before = places("vg");
    CommandTester.Result degraded = world.lvm("lvconvert -y --repair vg/lv");
    assertThat(degraded.status()).isEqualTo(5);
    assertThat(degraded.err())
        .endsWith("  Can't clear 1 failed superblock(s) in raid1 volume vg/lv.\n");
    assertThat(degraded.out())
        .isEqualTo("  The maximum number of degraded devices allowed is 0.\n");
    assertThat(places("vg")).isEqualTo(before);
    world.succeed("lvchange -ay vg/lv");
    user = world.use("vg-lv");
  }

  @Test
  void theFirstImageIsReplaced() {
    world.succeed("lvconvert -y -m 1 vg/lv /dev/disk1");
    fail("vg-lv_rimage_0");
    world.succeed("lvconvert -y --repair vg/lv");
    assertThat(places("vg")).contains("[lv_rimage_0]:/dev/disk2:1-5").doesNotContain("disk0");
  }

  @Test
  void whatIsLeftOfALostImageIsUsedAgain() {
    world.forget(user);
    world.succeed("lvremove -y vg/lv");
    world.succeed(
        "lvcreate -l 3 --type raid1 -m 1 -n lv vg"
            + " /dev/disk0:0-1 /dev/disk1:0-1 /dev/disk2:0-1 /dev/disk3:0-1");
    user = world.use("vg-lv");
    world.lose("/dev/disk0");
    world.succeed("lvconvert -y --repair vg/lv /dev/disk1 /dev/disk2 /dev/disk3");
    assertThat(places("vg -S lv_name=lv_rimage_0")).doesNotContain("unknown").contains("/dev/disk");
  }
}
