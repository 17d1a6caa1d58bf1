package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors and RAID1 as lvm2 writes them become the devices that lvm2 makes of them. */
class RedundantVolumesTest {
  private static final String PV_ID = "aaaaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aaaaa";

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void makeDisks() {
    world = new World(directory, 3);
    for (int i = 0; i < 3; i++) {
      world.succeed("pvcreate -u " + PV_ID + i + " --norestorefile /dev/disk" + i);
    }
  }

  private void restore(String... volumes) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            contents = "Text Format Volume Group"
            version = 1
            vg {
            id = "gggggg-gggg-gggg-gggg-gggg-gggg-gggggg"
            seqno = 3
            format = "lvm2"
            status = ["RESIZEABLE", "READ", "WRITE"]
            extent_size = 128
            max_lv = 0
            max_pv = 0
            physical_volumes {
            """);
    for (int i = 0; i < 3; i++) {
      text.append(
          """
          pv%1$d {
          id = "%2$s%1$d"
          device = "/dev/disk%1$d"
          status = ["ALLOCATABLE"]
          dev_size = 16384
          pe_start = 2048
          pe_count = 112
          }
          """
              .formatted(i, PV_ID));
    }
    text.append("}\nlogical_volumes {\n");
    for (String volume : volumes) {
      text.append(volume);
    }
    Path file = Files.writeString(directory.resolve("restored"), text + "}\n}\n");
    world.succeed("vgcfgrestore -f " + file + " vg");
  }

  private static String volume(String name, int number, String flags, String segment) {
    return """
        %s {
        id = "llllll-llll-llll-llll-llll-llll-lllll%d"
        status = ["READ", "WRITE"%s]
        segment_count = 1
        segment1 {
        start_extent = 0
        %s
        }
        }
        """
        .formatted(name, number, flags, segment);
  }

  private static String linear(String name, int number, int extents, int disk, int start) {
    String segment =
        "extent_count = %d\ntype = \"striped\"\nstripe_count = 1\nstripes = [\"pv%d\", %d]"
            .formatted(extents, disk, start);
    return volume(name, number, "", segment);
  }

  private void restoreMirror(String log) throws IOException {
    restore(
        volume(
            "m",
            0,
            ", \"VISIBLE\"",
            "extent_count = 4\ntype = \"mirror\"\nmirror_count = 2\n"
                + log
                + "region_size = 64\nmirrors = [\"m_mimage_0\", 0, \"m_mimage_1\", 0]"),
        linear("m_mlog", 1, 1, 2, 0),
        linear("m_mimage_0", 2, 4, 0, 0),
        linear("m_mimage_1", 3, 4, 1, 0));
  }

  @Test
  void mirrorHasItsLogOnADeviceOfItsOwn() throws IOException {
    restoreMirror("mirror_log = \"m_mlog\"\n");
    world.succeed("vgchange -ay vg");
    assertThat(world.tables())
        .containsExactly(
            "vg-m: 0 512 mirror disk 2 vg-m_mlog 64 2 vg-m_mimage_0 0 vg-m_mimage_1 0"
                + " 1 handle_errors",
            "vg-m_mimage_0: 0 512 linear 7:0 2048",
            "vg-m_mimage_1: 0 512 linear 7:1 2048",
            "vg-m_mlog: 0 128 linear 7:2 2048");
  }

  private void restoreRaid() throws IOException {
    restore(
        volume(
            "r",
            0,
            ", \"VISIBLE\"",
            "extent_count = 4\ntype = \"raid1\"\ndevice_count = 2\nregion_size = 64\n"
                + "raids = [\"r_rmeta_0\", \"r_rimage_0\", \"r_rmeta_1\", \"r_rimage_1\"]"),
        linear("r_rmeta_0", 1, 1, 0, 0),
        linear("r_rimage_0", 2, 4, 0, 1),
        linear("r_rmeta_1", 3, 1, 1, 0),
        linear("r_rimage_1", 4, 4, 1, 1));
  }

  @Test
  void raidHasMetadataAndDataOfEachLeg() throws IOException {
    restoreRaid();
    world.succeed("vgchange -ay vg");
    assertThat(world.tables())
        .containsExactly(
            "vg-r: 0 512 raid raid1 3 0 region_size 64 2 vg-r_rmeta_0 vg-r_rimage_0 vg-r_rmeta_1"
                + " vg-r_rimage_1",
            "vg-r_rimage_0: 0 512 linear 7:0 2176",
            "vg-r_rimage_1: 0 512 linear 7:1 2176",
            "vg-r_rmeta_0: 0 128 linear 7:0 2048",
            "vg-r_rmeta_1: 0 128 linear 7:1 2048");
    world.succeed("vgchange -an vg");
    assertThat(world.devices()).isEmpty();
  }

  @Test
  void raidServesWithoutOneOfItsLegs() throws IOException {
    restoreRaid();
    world.lose("/dev/disk1");
    assertThat(world.lvm("vgchange -ay --activationmode complete vg").status()).isNotZero();
    assertThat(world.devices()).isEmpty();
    world.succeed("vgchange -ay vg");
    assertThat(world.tables())
        .contains(
            "vg-r_rimage_1: 0 512 linear vg-r_rimage_1-missing_0_0 0",
            "vg-r_rimage_1-missing_0_0: 0 512 error");
  }
}
