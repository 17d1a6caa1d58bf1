package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A volume stays as it is while a part of it is active on its own. */
class ActivePartsTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void makeMirror() {
    world = new World(directory, 5);
    world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1 /dev/disk2 /dev/disk3 /dev/disk4");
    world.succeed("lvcreate -l 4 --type mirror -m 1 -n lv vg");
    world.succeed("lvcreate -l 4 --type raid1 -m 1 -n r vg");
    world.succeed("lvcreate -l 4 -n store vg");
    world.succeed("vgchange -an vg");
  }

  private void refuses(String command, String message) {
    List<String> tables = world.tables();
    String volumes = world.succeed("lvs -a");
    assertThat(world.lvm(command).err()).endsWith("  " + message + "\n");
    assertThat(world.lvm(command).status()).isEqualTo(5);
    assertThat(world.tables()).isEqualTo(tables);
    assertThat(world.succeed("lvs -a")).isEqualTo(volumes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lv_mimage_1", "lv_mlog"})
  void ofMirrors(String part) {
    world.succeed("lvchange -ay -y vg/" + part);
    refuses(
        "lvextend -l +1 vg/lv", "Cannot resize logical volume vg/lv with active component LV(s).");
    refuses(
        "lvreduce -y -l -1 vg/lv",
        "Cannot resize logical volume vg/lv with active component LV(s).");
    refuses(
        "lvconvert -m +1 vg/lv",
        "Cannot convert logical volume vg/lv with active component LV(s).");
    refuses(
        "lvconvert -y -s vg/lv vg/store",
        "Cannot use logical volume vg/lv with active component LVs for snapshot origin.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r_rimage_1", "r_rmeta_0"})
  void ofRaid(String part) {
    world.succeed("lvchange -ay -y vg/" + part);
    refuses(
        "lvextend -l +1 vg/r", "Cannot resize logical volume vg/r with active component LV(s).");
  }

  @Test
  void partsOfAnActiveVolumeDoNotCount() {
    world.succeed("lvchange -ay vg/lv");
    world.succeed("lvextend -l +1 vg/lv");
    assertThat(world.succeed("lvs --noheadings --units k -o lv_size vg/lv")).contains("320.00k");
  }
}
