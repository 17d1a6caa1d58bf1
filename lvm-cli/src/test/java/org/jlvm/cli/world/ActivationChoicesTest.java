package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jlvm.cli.CommandTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which volumes become active, and how: lists in the configuration, flags, owners. */
class ActivationChoicesTest {
  @TempDir Path directory;
  private World world;

  @BeforeEach
  void makeGroup() {
    world = new World(directory, 1);
    world.succeed("vgcreate -s 64k vg /dev/disk0");
  }

  @Test
  void volumesOutsideOfTheListStayInactive() {
    world.succeed("lvcreate -an -Zn -l 2 -n one vg");
    world.succeed("lvcreate -an -Zn -l 2 -n two vg");
    world.succeed("vgchange -ay --config activation/volume_list=[\"vg/two\"] vg");
    assertThat(world.links()).containsExactly("vg/two -> vg-two");
  }

  @Test
  void volumesThatCannotBeActivatedCannotBeCleared() {
    CommandTester.Result refused =
        world.lvm("lvcreate -l 2 -n lv --config activation/volume_list=[\"other\"] vg");
    assertThat(refused.status()).isEqualTo(5);
    assertThat(refused.err())
        .contains(
            "Volume vg/lv is not active locally (volume_list activation filter?).",
            "Aborting. Failed to wipe start of new LV.");
    assertThat(world.succeed("lvs --noheadings -o name vg")).isBlank();
  }

  @Test
  void readOnlyHostsNeitherClearNorWrite() {
    String list = " --config activation/read_only_volume_list=[\"@ro\"]";
    CommandTester.Result made = world.lvm("lvcreate -l 2 -n lv --addtag ro vg" + list);
    assertThat(made.err()).contains("WARNING: Read-only activated logical volume vg/lv not zeroed");
    assertThat(world.tables()).containsExactly("vg-lv: ro 0 256 linear 7:0 2048");
    world.succeed("lvextend -l +1 vg/lv" + list);
    assertThat(world.tables()).containsExactly("vg-lv: ro 0 384 linear 7:0 2048");
    world.succeed("lvchange -ay vg/lv");
    assertThat(world.tables()).containsExactly("vg-lv: 0 384 linear 7:0 2048");
  }

  @Test
  void automaticActivationHeedsFlagsAndList() {
    world.succeed("lvcreate -an -Zn -l 2 -n one --setautoactivation n vg");
    world.succeed("lvcreate -an -Zn -l 2 -n two vg");
    world.succeed("lvcreate -an -Zn -l 2 -n three -ky vg");
    world.succeed("vgchange -aay --config activation/auto_activation_volume_list=[] vg");
    assertThat(world.links()).isEmpty();
    world.succeed("vgchange -aay vg");
    assertThat(world.links()).containsExactly("vg/two -> vg-two");
    world.succeed("vgchange -aay -K vg");
    assertThat(world.links()).containsExactly("vg/three -> vg-three", "vg/two -> vg-two");
  }

  @Test
  void propertiesOfAllVolumesChangeBeforeAnyIsActivated() {
    world.succeed("lvcreate -an -Zn -l 2 -n lv vg");
    world.succeed("lvchange -ay --setactivationskip y vg/lv");
    assertThat(world.links()).isEmpty();
  }

  @Test
  void permissionsOfGroupsWithAnOwnerReachTheDevice() {
    String owned =
        " --config global/system_id_source=\"uname\"\nlocal/extra_system_ids=[\"other\"]";
    world.succeed("vgchange -y --systemid other vg");
    world.succeed("lvcreate -l 2 -n lv vg" + owned);
    assertThat(world.tables()).containsExactly("vg-lv: 0 256 linear 7:0 2048");
    world.succeed("lvchange -pr vg/lv" + owned);
    assertThat(world.tables()).containsExactly("vg-lv: ro 0 256 linear 7:0 2048");
    world.succeed("lvchange -prw vg/lv" + owned);
    assertThat(world.tables()).containsExactly("vg-lv: 0 256 linear 7:0 2048");
  }
}
