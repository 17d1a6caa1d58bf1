package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** With {@code --test} no command changes a byte of a device or of a file of LVM's. */
class TestModeTest {

  private static final List<String> SETUP =
      List.of(
          "pvcreate /dev/sdd",
          "vgcreate -s 1m --addtag t vg /dev/sda /dev/sdb",
          "vgcreate -s 1m vh /dev/sdc",
          "lvcreate -y -l 8 -n lv vg",
          "lvcreate -y -l 4 -n other vg /dev/sdb",
          "vgcfgbackup -f $T/saved vg",
          "vgcreate -s 1m gone /dev/sde",
          "vgexport gone");

  private static final List<String> COMMANDS =
      List.of(
          "pvcreate /dev/sdf",
          "pvcreate -ff -y /dev/sda",
          "pvremove /dev/sdd",
          "pvremove -ff -y /dev/sdd",
          "pvchange -xn /dev/sda",
          "pvchange -u /dev/sda",
          "pvchange -u /dev/sdd",
          "pvchange --addtag t /dev/sda",
          "pvchange --metadataignore y /dev/sda",
          "pvchange --metadataignore y /dev/sdd",
          "pvresize -y --setphysicalvolumesize 14M /dev/sda /dev/sdd",
          "pvck --repair -y -f $T/saved /dev/sda",
          "pvck --repairtype label_header -y /dev/sda",
          "vgcreate new /dev/sdd",
          "vgcreate new /dev/sdf",
          "vgremove -f vg",
          "vgextend vg /dev/sdd /dev/sdf",
          "vgreduce vh -a",
          "vgreduce --removemissing --force vg",
          "vgrename vg new",
          "vgchange --addtag x vg",
          "vgchange -u vg",
          "vgchange -s 2m vg",
          "vgchange -l 9 -p 9 vg",
          "vgchange -y --systemid x vg",
          "vgchange -an vg",
          "vgck --updatemetadata vg",
          "vgsplit vg new /dev/sdb",
          "vgmerge vg vh",
          "vgexport vh",
          "vgimport gone",
          "vgimportclone -n clone /dev/sdc",
          "vgcfgbackup vg",
          "vgcfgbackup -f $T/other vg",
          "vgcfgrestore vg",
          "vgcfgrestore -f $T/saved vg",
          "vgscan --mknodes",
          "vgmknodes",
          "lvcreate -y -l 4 vg",
          "lvcreate -y -i2 -l 4 vg",
          "lvcreate -y --type zero -L 1g vg",
          "lvremove -f vg/lv",
          "lvremove -f vg",
          "lvrename vg/lv new",
          "lvresize -f -l 3 vg/lv",
          "lvreduce -f -l 3 vg/lv",
          "lvextend -l +3 vg/lv",
          "lvchange -y -pr vg/lv",
          "lvchange --addtag x --alloc cling vg",
          "lvchange -My --minor 7 -y vg/lv",
          "pvmove /dev/sda",
          "pvs",
          "vgs",
          "lvs -a",
          "fullreport");

  @Test
  void nothingChanges() throws Exception {
    Tools tools = Tools.findOrSkip();
    try (Machine machine = new Machine(tools.newFolder(), tools.jlvm())) {
      setUp(machine);
      Map<String, Long> before = contents(machine.folder());
      for (String line : COMMANDS) {
        for (String spelling : List.of("--test", "-t -v", "--config global/test=1")) {
          String command = line + " " + spelling;
          CommandResult result = run(machine, command);
          assertThat(result.err()).as(command).contains("TEST MODE");
          assertThat(contents(machine.folder())).as(command).isEqualTo(before);
        }
      }
    }
  }

  @Test
  void askedForMuchItShowsTheMetadataAsTheyWouldChange() {
    Tools tools = Tools.findOrSkip();
    try (Machine machine = new Machine(tools.newFolder(), tools.jlvm())) {
      setUp(machine);
      CommandResult result = run(machine, "vgchange -t -v -l 9 vg");
      assertThat(result.err().lines().map(String::strip))
          .contains("-\tmax_lv = 0", "+\tmax_lv = 9");
      assertThat(run(machine, "vgchange -t -l 9 vg").err()).doesNotContain("max_lv");
    }
  }

  private static void setUp(Machine machine) {
    machine.addDisks(new Scenario.Disks("", 6, "16M", 512));
    for (String line : SETUP) {
      assertThat(run(machine, line).status()).as(line).isZero();
    }
  }

  private static CommandResult run(Machine machine, String line) {
    return machine.lvm(Words.split(line), "");
  }

  /** Checksums of all files but locks, by name. */
  private static Map<String, Long> contents(Path folder) throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      found.filter(Files::isRegularFile).forEach(files::add);
    }
    Map<String, Long> contents = new TreeMap<>();
    for (Path file : files) {
      if (!file.startsWith(folder.resolve("lock"))) {
        contents.put(folder.relativize(file).toString(), checksum(file));
      }
    }
    return contents;
  }

  private static long checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(file));
    return checksum.getValue();
  }
}
