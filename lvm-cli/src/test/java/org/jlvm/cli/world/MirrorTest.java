package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jlvm.cli.CommandTester;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mirrors of the old type are made, changed and repaired while they are in use. */
class MirrorTest {
  private static final String MIRROR = "lvcreate -l 4 --type mirror -m 1 -n lv vg";
  private static final String TABLE =
      "vg-lv: 0 512 mirror disk 2 vg-lv_mlog 512 2 vg-lv_mimage_0 0 vg-lv_mimage_1 0"
          + " 1 handle_errors";

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void makeGroup() {
    world = group("plain");
  }

  private World group(String name) {
    World machine = new World(directory.resolve(name), 5);
    machine.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2 /dev/disk3 /dev/disk4");
    return machine;
  }

  private static String listed(World machine, String fields) {
    return machine.succeed("lvs -a --noheadings --separator , -o " + fields);
  }

  @Test
  void aGroupIsNotSplitWhileAMirrorThatLeavesIsInUse() {
    world.succeed(MIRROR);
    CommandTester.Result refused = world.lvm("vgsplit -n lv vg other");
    assertThat(refused.err())
        .contains("Logical volume vg/lv_mimage_0 (part of vg/lv) must be inactive.");
    world.succeed("lvchange -an vg/lv");
    world.succeed("vgsplit -n lv vg other");
    assertThat(listed(world, "vg_name,lv_name -S lv_name=lv")).contains("other,lv");
  }

  @Test
  void theDeviceOfTheLogIsMadeBeforeThoseOfTheImages() {
    world.succeed(MIRROR);
    String[] made =
        world
            .succeed("lvs -a --noheadings -o lv_name -O lv_kernel_minor -S lv_name=~\"^lv\" vg")
            .strip()
            .split("\\s+");
    assertThat(made).containsExactly("[lv_mlog]", "[lv_mimage_0]", "[lv_mimage_1]", "lv");
  }

  @Test
  void oneImageIsWhatLinearVolumesHave() {
    world.succeed("lvcreate -l 3 -n lv vg /dev/disk0");
    assertThat(world.succeed("lvconvert --type mirror -m 0 vg/lv"))
        .isEqualTo(
            "  Image count on vg/lv is 1 already.\n"
                + "  Logical volume vg/lv successfully converted.\n");
    assertThat(world.lvm("lvconvert --type mirror -m 0 --mirrorlog core vg/lv").err())
        .isEqualTo("  --corelog and --mirrorlog are only compatible with mirror devices\n");
    assertThat(world.tables()).containsExactly("vg-lv: 0 384 linear 7:0 2048");
  }

  @Test
  void newMirrorHasLegsAndLogOnDisksOfTheirOwn() {
    assertThat(world.succeed(MIRROR))
        .isEqualTo(
            """
              Using reduced mirror region size of 256.00 KiB
              Logical volume "lv" created.
            """);
    assertThat(world.tables())
        .containsExactly(
            TABLE,
            "vg-lv_mimage_0: 0 512 linear 7:0 2048",
            "vg-lv_mimage_1: 0 512 linear 7:1 2048",
            "vg-lv_mlog: 0 128 linear 7:4 2048");
    assertThat(listed(world, "lv_name,lv_attr,copy_percent,mirror_log"))
        .contains("lv,mwi-a-m---,100.00,[lv_mlog]", "[lv_mimage_0],iwi-aom---,,")
        .contains("[lv_mlog],lwi-aom---,,");
  }

  @Test
  void unsynchronisedMirrorIsMarked() {
    world.succeed("lvcreate -l 4 --type mirror -m 2 --nosync --corelog -n lv vg");
    assertThat(world.tables())
        .anyMatch(table -> table.startsWith("vg-lv: 0 512 mirror core 2 512 nosync 3 "));
    assertThat(listed(world, "lv_name,lv_attr")).contains("lv,Mwi-a-m---");
    assertThat(world.lvm("lvconvert -m +1 vg/lv").err())
        .isEqualTo("  Can't add mirror to out-of-sync mirrored LV: use lvchange --resync first.\n");
    world.succeed("lvchange -y --resync vg/lv");
    assertThat(listed(world, "lv_name,lv_attr")).contains("lv,mwi-a-m---");
  }

  @Test
  void mirroredLogIsMadeOnlyIfConfigured() {
    String command = "lvcreate -l 4 --type mirror -m 1 --mirrorlog mirrored -n lv vg";
    assertThat(world.lvm(command).err())
        .isEqualTo("  Log type \"mirrored\" is DEPRECATED. Use RAID1 LV or disk log instead.\n");
    assertThat(world.devices()).isEmpty();
    world.succeed(command + " --config global/support_mirrored_mirror_log=1");
    assertThat(listed(world, "lv_name,devices"))
        .contains("[lv_mlog],lv_mlog_mimage_0(0),lv_mlog_mimage_1(0)");
  }

  @Test
  void mirroredLogIsThereBeforeItsMirrorIsSwitched() {
    String allowed = " --config global/support_mirrored_mirror_log=1";
    world.succeed("lvcreate -l 4 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.succeed("lvconvert --type mirror -i 1 -m 1 --mirrorlog mirrored vg/lv" + allowed);
    user.verify();
    world.succeed("lvconvert --mirrorlog core vg/lv");
    world.succeed("lvconvert --mirrorlog mirrored vg/lv" + allowed);
    user.verify();
    assertThat(listed(world, "lv_name,devices"))
        .contains("[lv_mlog],lv_mlog_mimage_0(0),lv_mlog_mimage_1(0)");
  }

  @Test
  void copiesAndLogsComeAndGo() {
    world.succeed("lvcreate -l 4 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    assertThat(world.succeed("lvconvert --type mirror -i 1 -m 1 vg/lv"))
        .isEqualTo(
            """
              Using reduced mirror region size of 256.00 KiB
              Logical volume vg/lv being converted.
              vg/lv: Converted: 100.00%
            """);
    assertThat(world.tables()).contains(TABLE);
    assertThat(world.succeed("lvconvert -i 1 -m +1 vg/lv"))
        .isEqualTo(
            """
              Logical volume vg/lv being converted.
              vg/lv: Converted: 100.00%
              Logical volume vg/lv converted.
            """);
    assertThat(world.devices()).noneMatch(line -> line.contains("mimagetmp"));
    world.succeed("lvconvert --mirrorlog core vg/lv");
    assertThat(world.devices()).noneMatch(line -> line.contains("mlog"));
    world.succeed("lvconvert --mirrorlog disk vg/lv");
    world.succeed("lvconvert -m 1 vg/lv /dev/disk0");
    user.verify();
    assertThat(listed(world, "lv_name,devices")).doesNotContain("disk0");
    world.succeed("lvconvert -m 0 vg/lv");
    user.verify();
    assertThat(world.tables()).hasSize(1);
  }

  @Test
  void splitCopiesHoldTheSameData() {
    world.succeed("lvcreate -l 4 --type mirror -m 3 --corelog -n lv vg");
    VolumeUser user = world.use("vg-lv");
    user.close();
    world.forget(user);
    world.succeed("lvconvert --splitmirrors 1 -n single vg/lv");
    world.succeed("lvconvert --splitmirrors 2 -n pair vg/lv");
    assertThat(listed(world, "lv_name,segtype"))
        .contains("lv,linear", "single,linear", "pair,mirror");
    for (String name : List.of("vg-lv", "vg-single", "vg-pair")) {
      VolumeUser again = user.reopen(new DmName(name));
      again.verify();
      again.close();
    }
  }

  @Test
  void conversionGoesOnAfterItsProcessEnded() {
    world.succeed(MIRROR);
    VolumeUser user = world.use("vg-lv");
    world.holdWork();
    world.stopWaiting();
    world.lvm("lvconvert -i 1 -m +1 vg/lv");
    assertThat(listed(world, "lv_name,lv_attr,convert_lv"))
        .contains("lv,cwi-aom---,[lv_mimagetmp_2]");
    assertThat(world.lvm("lvconvert -m +1 vg/lv").err())
        .isEqualTo("  vg/lv is already being converted.  Unable to start another conversion.\n");
    world.goOn();
    assertThat(world.succeed("lvconvert vg/lv"))
        .isEqualTo("  vg/lv: Converted: 100.00%\n  Logical volume vg/lv converted.\n");
    user.verify();
    assertThat(listed(world, "lv_name,devices"))
        .contains("lv,lv_mimage_0(0),lv_mimage_1(0),lv_mimage_2(0)");
  }

  @Test
  void copiesGoWhileOthersAreMade() {
    world.succeed("lvcreate -l 4 --type mirror -m 1 -n lv vg /dev/disk0 /dev/disk1 /dev/disk2");
    VolumeUser user = world.use("vg-lv");
    world.holdWork();
    world.stopWaiting();
    world.lvm("lvconvert -i 1 -m +1 vg/lv /dev/disk3");
    world.goOn();
    world.succeed("lvconvert -m -1 vg/lv /dev/disk1");
    world.succeed("lvconvert vg/lv");
    user.verify();
    assertThat(listed(world, "lv_name,devices"))
        .contains("lv,lv_mimage_0(0),lv_mimage_2(0)", "[lv_mimage_2],/dev/disk3(0)");
  }

  @Test
  void originOfSnapshotBecomesMirror() {
    world.succeed("lvcreate -l 4 -n lv vg /dev/disk0");
    world.succeed("lvcreate -l 2 -s -n snap vg/lv");
    VolumeUser user = world.use("vg-lv");
    assertThat(world.succeed("lvconvert --type mirror -i 1 -m 1 vg/lv"))
        .endsWith("  vg/lv: Converted: 100.00%\n");
    user.verify();
    assertThat(world.lvm("lvconvert -m +1 vg/lv").err())
        .isEqualTo(
            "  Can't add additional mirror images to mirror vg/lv which is under snapshots.\n");
    world.succeed("lvconvert -m 0 vg/lv");
    user.verify();
  }

  @Test
  void arrayIsMadeOfMirror() {
    world.succeed(MIRROR);
    VolumeUser user = world.use("vg-lv");
    assertThat(world.succeed("lvconvert -y --type raid1 vg/lv"))
        .isEqualTo("  Logical volume vg/lv successfully converted.\n");
    user.verify();
    assertThat(world.tables())
        .contains(
            "vg-lv: 0 512 raid raid1 4 0 nosync region_size 512 2 vg-lv_rmeta_0 vg-lv_rimage_0"
                + " vg-lv_rmeta_1 vg-lv_rimage_1");
  }

  @Test
  void lostCopyIsReplaced() {
    world.succeed(MIRROR);
    VolumeUser user = world.use("vg-lv");
    world.lose("/dev/disk1");
    assertThat(listed(world, "lv_name,lv_attr")).contains("lv,mwi-aom-p-");
    CommandTester.Result result = world.lvm("lvconvert -y --repair vg/lv");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .isEqualTo("  Mirror status: 1 of 2 images failed.\n  vg/lv: Converted: 100.00%\n");
    assertThat(result.err()).contains("WARNING: Trying to up-convert to 2 images, 1 logs.\n");
    assertThat(world.tables()).contains(TABLE, "vg-lv_mimage_1: 0 512 linear 7:2 2048");
    user.verify();
    assertThat(world.lvm("lvconvert -y --repair vg/lv").out())
        .isEqualTo("  Volume vg/lv is consistent. Nothing to repair.\n");
  }

  @Test
  void copyThatFailsOnADiskThatIsThereGoesElsewhere() {
    world.succeed("lvcreate -l 4 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.succeed("lvconvert --type mirror -i 1 -m 1 vg/lv /dev/disk1 /dev/disk2");
    world.fail("vg-lv_mimage_1");
    user.before("", "");
    CommandTester.Result result = world.lvm("lvconvert -y --repair vg/lv");
    assertThat(result.out())
        .isEqualTo("  Mirror status: 1 of 2 images failed.\n  vg/lv: Converted: 100.00%\n");
    user.verify();
    assertThat(listed(world, "lv_name,devices"))
        .contains("[lv_mimage_1],/dev/disk2(0)")
        .doesNotContain("disk1");
  }

  @Test
  void whatWaitsForTheRepairIsKept() {
    world.succeed("lvcreate -l 4 --type mirror -m 2 -n lv vg");
    world.lose("/dev/disk1");
    world.log().clear();
    world.lvm("lvconvert -y --repair vg/lv");
    assertThat(firstSuspend(world)).contains("vg-lv ").contains(" noflush");
    world.succeed("vgreduce --removemissing vg");
    world.log().clear();
    world.succeed("lvextend -l +1 vg/lv");
    assertThat(firstSuspend(world)).contains("vg-lv ").doesNotContain("noflush");
    world.lose("/dev/disk0");
    world.log().clear();
    world.lvm("lvconvert -y --repair vg/lv /dev/disk2");
    assertThat(firstSuspend(world)).contains("vg-lv ").contains(" noflush");
  }

  private static String firstSuspend(World machine) {
    return machine.deviceCalls().stream()
        .filter(call -> call.startsWith("suspend "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void logGoesWithTheLayerThatItBelongsTo() {
    world.succeed("lvcreate -l 4 --type mirror -m 1 -n lv vg /dev/disk0 /dev/disk1 /dev/disk4");
    VolumeUser user = world.use("vg-lv");
    world.succeed("lvconvert -b -m +1 vg/lv /dev/disk2");
    world.forget(user);
    world.lose("/dev/disk0");
    world.lose("/dev/disk1");
    world.succeed("vgreduce --removemissing --force vg");
    assertThat(listed(world, "lv_name")).isEqualTo("  lv\n");
    assertThat(world.tables()).hasSize(1);
  }

  @Test
  void groupGivesUpLostCopies() {
    world.succeed(MIRROR);
    VolumeUser user = world.use("vg-lv");
    world.lose("/dev/disk0");
    assertThat(world.lvm("vgreduce --removemissing --mirrorsonly vg").status()).isEqualTo(5);
    assertThat(world.succeed("vgreduce --removemissing --mirrorsonly --force vg"))
        .isEqualTo("  Wrote out consistent volume group vg.\n");
    user.verify();
    assertThat(world.tables()).containsExactly("vg-lv: 0 512 linear 7:1 2048");
  }

  /** Wherever a change ends early, nothing waits or is lost. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lvconvert -i 0 -m +1 vg/lv",
        "lvconvert -m 0 vg/lv /dev/disk0",
        "lvconvert --mirrorlog core vg/lv",
        "lvconvert --splitmirrors 1 -n new vg/lv",
      })
  void interruptedChangesLoseNothing(String command) {
    int changes = interrupted(command, 0, false);
    for (int i = 1; i <= changes; i++) {
      interrupted(command, i, i % 2 == 0);
    }
  }

  private int interrupted(String command, int change, boolean dies) {
    World machine = group(change + "-" + dies + command.hashCode());
    machine.succeed(MIRROR);
    VolumeUser user = machine.use("vg-lv");
    machine.log().clear();
    if (change > 0 && dies) {
      machine.log().crashAfter(change - 1);
    } else if (change > 0) {
      machine.log().failAt(change, Errno.EIO);
    }
    CommandTester.Result result = machine.lvm(command);
    List<String> calls = machine.log().calls();
    int changes = calls.size();
    String what =
        command
            + (dies ? " died before " : " failed at ")
            + (calls.isEmpty() ? "all" : calls.get(calls.size() - 1))
            + "\n"
            + result.err();
    machine.log().clear();
    if (change == 0) {
      assertThat(result.status()).as(what).isZero();
    }
    if (!dies) {
      assertThat(result.err()).as(what).doesNotContain("Internal error");
    } else {
      assertThat(machine.lvm("vgchange -ay --poll n").status()).as(what).isZero();
    }
    user.verify();
    assertThat(machine.devices()).as(what).noneMatch(line -> line.contains("SUSPENDED"));
    assertThat(machine.devices()).as(what).noneMatch(line -> line.contains("INACTIVE"));
    assertThat(machine.lvm("vgck vg").status()).as(what).isZero();
    if (listed(machine, "lv_name").contains("mimagetmp")) {
      machine.succeed("lvconvert vg/lv");
      user.verify();
    }
    machine.forget(user);
    machine.succeed("vgchange -an vg");
    assertThat(machine.devices()).as(what).isEmpty();
    machine.succeed("vgchange -ay --poll n vg");
    VolumeUser again = user.reopen(new DmName("vg-lv"));
    again.verify();
    again.close();
    return changes;
  }
}
