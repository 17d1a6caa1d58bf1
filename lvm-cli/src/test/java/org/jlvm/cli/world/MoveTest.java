package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import org.jlvm.cli.CommandTester;
import org.jlvm.dm.Errno;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extents move to other disks while their volumes are in use. */
class MoveTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void makeGroup() {
    world = new World(directory, 3);
    world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
  }

  @Test
  void everythingOnOneDiskMoves() {
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    world.succeed("lvcreate -l 4 -i 2 -I 4k -n striped vg /dev/disk0 /dev/disk1");
    VolumeUser user = world.use("vg-lv");
    VolumeUser striped = world.use("vg-striped");
    assertThat(world.succeed("pvmove -i 1 /dev/disk0")).contains("  /dev/disk0: Moved: 100.00%\n");
    user.verify();
    striped.verify();
    assertThat(world.tables())
        .containsExactly(
            "vg-lv: 0 640 linear 7:1 2304", "vg-striped: 0 512 striped 2 8 7:2 2048 7:1 2048");
    assertThat(world.succeed("pvs --noheadings -o pv_name,pv_used --units b --nosuffix"))
        .containsPattern("/dev/disk0 +0\n");
    world.succeed("vgreduce vg /dev/disk0");
  }

  @Test
  void progressIsPartOfJson() throws IOException {
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    String strict = json("pvmove -i 1 --reportformat json_std /dev/disk0 /dev/disk1");
    assertThat(strict)
        .contains(
            "{\"operation\":\"pvmove\", \"object\":\"/dev/disk0\", \"vg_name\":\"vg\","
                + " \"lv_name\":\"pvmove0\", \"percent\":100.00, \"done_bytes\":327680,"
                + " \"total_bytes\":327680}");
    String basic = json("pvmove -i 1 --reportformat json /dev/disk1 /dev/disk0");
    assertThat(basic)
        .contains("\"progress\": [", "\"percent\":\"100.00\"", "\"log\": [")
        .doesNotContain("\n  /dev/disk1: Moved");
    assertThat(world.succeed("pvmove -qq -i 1 /dev/disk0 /dev/disk1")).isEmpty();
  }

  /** What a command writes, which is one document of JSON and nothing else. */
  private String json(String line) throws IOException {
    String text = world.succeed(line);
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      parser.skipChildren();
      assertThat(parser.nextToken()).isNull();
    }
    return text;
  }

  @Test
  void rangesOfOneVolumeMove() {
    world.succeed("lvcreate -l 8 -n lv vg /dev/disk0");
    world.succeed("lvcreate -l 2 -n other vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.succeed("pvmove -i 0 -n lv /dev/disk0:2-3:8- /dev/disk2");
    user.verify();
    assertThat(world.tables())
        .containsExactly(
            "vg-lv: 0 256 linear 7:0 2048; 256 256 linear 7:2 2048; 512 512 linear 7:0 2560",
            "vg-other: 0 256 linear 7:0 3072");
  }

  @Test
  void snapshotsMoveWithTheirOrigin() {
    world.succeed("lvcreate -l 4 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.succeed("lvcreate -s -l 6 -n snap vg/lv /dev/disk0");
    VolumeUser clone = world.use("vg-snap");
    world.succeed("pvmove -i 0 /dev/disk0 /dev/disk1");
    user.verify();
    clone.verify();
    assertThat(world.devices()).doesNotContain("vg-pvmove0");
  }

  @Test
  void movesOfAllOrNothingHaveOneMirror() {
    world.succeed("lvcreate -l 2 -n lv vg /dev/disk0");
    world.succeed("lvcreate -l 1 -n gap vg /dev/disk0");
    world.succeed("lvextend -l +3 vg/lv /dev/disk0");
    world.succeed("lvcreate -l 4 -n there vg /dev/disk1:0-2:6");
    VolumeUser user = world.use("vg-lv");
    world.holdWork();
    world.stopWaiting();
    world.lvm("pvmove --atomic -n lv /dev/disk0 /dev/disk1");
    assertThat(world.tables())
        .contains(
            "vg-lv: 0 256 linear vg-pvmove0 0; 256 384 linear vg-pvmove0 256",
            "vg-pvmove0: 0 640 mirror core 1 512 2 vg-pvmove0_mimage_0 0 vg-pvmove0_mimage_1 0",
            "vg-pvmove0_mimage_0: 0 256 linear 7:0 2048; 256 384 linear 7:0 2432",
            "vg-pvmove0_mimage_1: 0 256 linear 7:1 2432; 256 384 linear 7:1 2944");
    assertThat(world.succeed("lvs -a --noheadings -o lv_name,lv_attr,move_pv"))
        .contains("[pvmove0]          p-C-aom--- /dev/disk0")
        .contains("[pvmove0_mimage_0] Iwi-aom---");
    world.goOn();
    world.succeed("pvmove -i 0");
    user.verify();
    assertThat(world.tables())
        .containsExactly(
            "vg-gap: 0 128 linear 7:0 2304",
            "vg-lv: 0 256 linear 7:1 2432; 256 384 linear 7:1 2944",
            "vg-there: 0 384 linear 7:1 2048; 384 128 linear 7:1 2816");
    assertThat(world.succeed("lvs -a --noheadings -o lv_name")).doesNotContain("pvmove");
  }

  @Test
  void longSegmentsMoveInPiecesOfWholeStripes() {
    world.succeed("lvcreate -l 40 -n lv vg /dev/disk0");
    world.succeed("lvcreate -l 36 -i 2 -I 4k -n striped vg /dev/disk0 /dev/disk1");
    VolumeUser user = world.use("vg-lv");
    VolumeUser striped = world.use("vg-striped");
    world.holdWork();
    world.stopWaiting();
    String limit = " --config allocation/pvmove_max_segment_size_mb=1";
    world.lvm("pvmove /dev/disk0 /dev/disk2" + limit);
    // 16 extents of 64 KiB at once; of two stripes, 8 each.
    assertThat(
            world.succeed("lvs -a --noheadings -o seg_size_pe --segments vg/pvmove0").split("\\s+"))
        .containsExactly("", "16", "16", "8", "8", "8", "2");
    world.goOn();
    world.succeed("pvmove -i 0");
    user.verify();
    striped.verify();
    assertThat(world.succeed("pvs --noheadings -o pv_used --units b --nosuffix /dev/disk0").strip())
        .isEqualTo("0");
    String told = world.lvm("pvmove -i 0 -v /dev/disk2 /dev/disk0" + limit).err();
    assertThat(told)
        .contains("Splitting lv segment lv:0-39 (2.50 MiB) into 1.00 MiB chunks.")
        .contains("Splitting striped segment striped:0-35 (2.25 MiB) into 1.00 MiB chunks.");
    assertThat(world.lvm("pvmove -i 0 -v /dev/disk0 /dev/disk2").err()).doesNotContain("Splitting");
  }

  @Test
  void nothingToMoveIsSaid() {
    assertThat(world.lvm("pvmove /dev/disk0").err()).isEqualTo("  No data to move for vg.\n");
    world.succeed("lvcreate -l 2 -n lv vg /dev/disk0");
    assertThat(world.lvm("pvmove /dev/disk0 /dev/disk0").err())
        .isEqualTo("  No extents available for allocation.\n");
    assertThat(world.lvm("pvmove --abort /dev/disk0").out())
        .isEqualTo("  /dev/disk0: No pvmove in progress - already finished or aborted.\n");
  }

  /** Versions of lvm2 give the devices of a move different uuids; each is understood. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void movesBegunByOthersAreFinished(String marked) {
    world.succeed("lvcreate -l 5 -n lv vg /dev/disk0");
    VolumeUser user = world.use("vg-lv");
    world.holdWork();
    world.stopWaiting();
    world.set("JLVM_MARKED_PARTS", marked);
    world.lvm("pvmove -i 1 /dev/disk0 /dev/disk1");
    assertThat(world.devices()).anyMatch(line -> line.contains("pvmove0"));
    world.set("JLVM_MARKED_PARTS", marked.equals("0") ? "1" : "0");
    assertThat(world.succeed("lvs -a --noheadings -o copy_percent vg/pvmove0")).contains("0.00");
    world.goOn();
    world.succeed("pvmove -i 1");
    user.verify();
    assertThat(world.tables()).containsExactly("vg-lv: 0 640 linear 7:1 2048");
  }

  /** Wherever a move ends early, it can be finished or taken back, and nothing is lost. */
  @ParameterizedTest
  @CsvSource({
    "pvmove, pvmove -i 0",
    "pvmove, pvmove --abort",
    "pvmove --atomic, pvmove -i 0",
    "pvmove --atomic, pvmove --abort"
  })
  void interruptedMovesAreFinishedOrTakenBack(String first, String next) {
    int changes = interrupted(first, 0, next, false);
    for (int i = 1; i <= changes; i++) {
      interrupted(first, i, next, false);
      interrupted(first, i, next, true);
    }
  }

  /** One move whose change of that number fails, or is not reached; returns how many it made. */
  private int interrupted(String first, int change, String next, boolean dies) {
    World machine = new World(directory.resolve((first + next).length() + "-" + change + dies), 3);
    machine.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2");
    machine.succeed("lvcreate -l 3 -n lv vg /dev/disk0");
    machine.succeed("lvcreate -l 2 -n gap vg /dev/disk0");
    machine.succeed("lvextend -l +2 vg/lv /dev/disk0");
    VolumeUser user = machine.use("vg-lv");
    machine.log().clear();
    if (change > 0 && dies) {
      machine.log().crashAfter(change - 1);
    } else if (change > 0) {
      machine.log().failAt(change, Errno.EIO);
    }
    CommandTester.Result result = machine.lvm(first + " -i 0 -n lv /dev/disk0 /dev/disk1");
    int changes = machine.log().calls().size();
    String what = "change " + change + (dies ? " not reached" : " failed") + "\n" + result.err();
    machine.log().clear();
    if (!machine.succeed("lvs -a --noheadings -o lv_name").contains("[pvmove0]")) {
      // Nothing in the metadata says that there was to be a move.
      CommandTester.Result order = machine.lvm("vgchange -ay");
      assertThat(order.status()).as(what + order.err()).isZero();
    }
    CommandTester.Result end = machine.lvm(next);
    assertThat(end.status()).as(what + end.err()).isZero();
    user.verify();
    assertThat(machine.devices())
        .as(what)
        .noneMatch(line -> line.contains("SUSPENDED") || line.contains("pvmove"));
    assertThat(machine.succeed("lvs -a --noheadings -o lv_name,lv_attr"))
        .as(what)
        .doesNotContain("pvmove")
        .doesNotContain("wI-");
    assertThat(machine.lvm("vgck").status()).as(what).isZero();
    user.close();
    return changes;
  }
}
