package org.jlvm.cli.vg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jlvm.cli.CommandTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on whole groups, run in process on image files. */
class GroupCommandsTest {
  private static final long SIZE = 16L << 20;

  @TempDir Path directory;
  private CommandTester tester;

  @BeforeEach
  void twoImages() throws IOException {
    for (String name : new String[] {"one.img", "two.img"}) {
      try (RandomAccessFile file = new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
        file.setLength(SIZE);
      }
    }
    tester = new CommandTester(directory);
    assertThat(lvm("vgcreate", "a", image("one.img"), image("two.img")).status()).isZero();
  }

  private String image(String name) {
    return directory.resolve(name).toString();
  }

  private CommandTester.Result lvm(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--images";
    all[arguments.length + 1] = directory.toString();
    return tester.lvm(all);
  }

  @Test
  void renamesAndFindsTheNameTaken() {
    assertThat(lvm("vgrename", "a", "b").out())
        .isEqualTo("  Volume group \"a\" successfully renamed to \"b\"\n");
    assertThat(lvm("vgrename", "b", "b").status()).isEqualTo(5);
  }

  @Test
  void splitsAndMergesAgain() {
    assertThat(lvm("vgsplit", "a", "b", image("two.img")).out())
        .isEqualTo("  New volume group \"b\" successfully split from \"a\"\n");
    assertThat(lvm("vgmerge", "a", "b").out())
        .isEqualTo("  Volume group \"b\" successfully merged into \"a\"\n");
    assertThat(lvm("vgck", "a").status()).isZero();
  }

  @Test
  void idsOfOtherHostsCountOnlyForHostsWithAnId() {
    assertThat(lvm("vgchange", "-y", "--systemid", "other", "a").status()).isZero();
    String others = "local/extra_system_ids=[\"other\"]";
    CommandTester.Result refused = lvm("vgdisplay", "a", "--config", others);
    assertThat(refused.status()).isEqualTo(5);
    assertThat(refused.err())
        .contains("Cannot access VG a with system ID other with unknown local system ID.");
    String known = others + " local/system_id=\"me\" global/system_id_source=\"lvmlocal\"";
    assertThat(lvm("vgdisplay", "a", "--config", known).status()).isZero();
  }

  @Test
  void refusesChangesOfAnExportedGroup() {
    assertThat(lvm("vgexport", "a").status()).isZero();
    assertThat(lvm("vgchange", "--addtag", "x", "a").err())
        .isEqualTo("  Volume group a is exported\n");
    assertThat(lvm("vgimport", "a").status()).isZero();
    assertThat(lvm("vgchange", "--addtag", "x", "a").status()).isZero();
  }

  @Test
  void leavesADamagedAreaAloneUntilItIsToBeRepaired() throws IOException {
    damage("one.img", 4096 + 20);
    assertThat(lvm("vgchange", "--addtag", "x", "a").status()).isZero();
    assertThat(lvm("vgs").err()).contains("Wrong version", "Bad metadata header");
    assertThat(lvm("vgck", "--updatemetadata", "a").err())
        .contains("WARNING: Repairing bad metadata (0x54) in mda1 at 4096 on " + image("one.img"));
    assertThat(lvm("vgs").err()).isEmpty();
  }

  @Test
  void doesNotRepairAnAreaThatMayBeSomethingElse() throws IOException {
    damage("one.img", 4096 + 4);
    assertThat(lvm("vgck", "--updatemetadata", "a").err())
        .contains("WARNING: Not repairing bad metadata (0x34) for mda1 on " + image("one.img"));
  }

  private void damage(String name, long offset) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
      file.seek(offset);
      int old = file.read();
      file.seek(offset);
      file.write(old ^ 2);
    }
  }
}
