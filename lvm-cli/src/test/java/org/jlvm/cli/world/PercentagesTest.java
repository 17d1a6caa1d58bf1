package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a size given as a percentage comes to, as {@code -v} tells it. */
class PercentagesTest {
  @TempDir Path directory;
  private World world;
  private int extents;

  @BeforeEach
  void makeGroup() {
    world = new World(directory, 2);
    world.succeed("vgcreate -s 64k vg /dev/disk0 /dev/disk1");
    extents = Integer.parseInt(world.succeed("vgs --noheadings -o vg_extent_count vg").trim());
  }

  private static String created(int percent, String of, int whole, int into, String shape) {
    return "  Converted "
        + percent
        + "% of "
        + of
        + " ("
        + whole
        + ") extents into "
        + into
        + " (with "
        + shape
        + ").\n";
  }

  @Test
  void ofNewVolumes() {
    assertThat(world.shown("lvcreate -v -n x -i 2 -l 50%VG vg"))
        .contains(
            created(50, "VG", extents, extents / 2, "mimages 1 and stripes 2 for segtype striped"));
    int free = extents - extents / 4 * 2;
    assertThat(world.shown("lvcreate -v -n m --type mirror -m 1 --mirrorlog core -l 10%FREE vg"))
        .contains(
            created(10, "FREE", free, free / 10 / 2, "mimages 2 and stripes 1 for segtype mirror"));
  }

  @Test
  void ofOrigins() {
    world.succeed("lvcreate -n x -l 4 vg");
    assertThat(world.shown("lvcreate -v -s -n s -l 50%ORIGIN vg/x"))
        .containsPattern(
            "  Converted 50% of ORIGIN \\(4\\) extents into [0-9]+ "
                + "\\(with mimages 1 and stripes 1 for segtype snapshot\\)\\.\n");
  }

  @Test
  void ofVolumesThereAre() {
    world.succeed("lvcreate -n x -l 2 vg");
    assertThat(world.shown("lvextend -v -l +50%FREE vg/x"))
        .contains("  Converted 50%FREE into at most " + (extents - 1) / 2 + " physical extents.\n");
    int length = 2 + (extents - 1) / 2;
    world.succeed("lvchange -an vg/x");
    assertThat(world.shown("lvreduce -v -y -l -50%LV vg/x"))
        .contains("  Converted 50%LV into " + length / 2 + " logical extents.\n");
  }
}
