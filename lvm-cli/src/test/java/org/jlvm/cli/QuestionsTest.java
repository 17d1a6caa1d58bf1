package org.jlvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How verbs ask, through the whole frame. */
class QuestionsTest {
  private static final String QUESTION =
      "Do you really want to remove volume group \"vg\" containing 1 logical volumes? [y/n]: ";

  @TempDir Path directory;
  private CommandTester tester;

  @BeforeEach
  void makeGroup() throws IOException {
    Path image = directory.resolve("disk");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(32L << 20);
    }
    tester =
        new CommandTester(directory)
            .set("JLVM_IMAGES", image.toString())
            .set("HOME", directory.toString());
    assertThat(tester.lvm("vgcreate", "vg", image.toString()).status()).isZero();
    assertThat(tester.lvm("lvcreate", "-an", "-Zn", "-l1", "-nlv", "vg").status()).isZero();
  }

  @Test
  void theQuestionIsShownOnceAndNoMeansNo() {
    CommandTester.Result result = tester.type("n\n").lvm("vgremove", "vg");
    assertThat(result.err()).startsWith(QUESTION).doesNotContain("[y/n]:  [y/n]");
    assertThat(result.status()).isEqualTo(5);
    assertThat(tester.lvm("lvs", "--noheadings", "-olv_name").out().strip()).isEqualTo("lv");
  }

  @Test
  void noAnswerMeansNo() {
    assertThat(tester.type("").lvm("vgremove", "vg").err()).startsWith(QUESTION + "[n]\n");
  }

  @Test
  void yesNeedsNoQuestion() {
    CommandTester.Result result = tester.lvm("vgremove", "--yes", "vg");
    assertThat(result.err()).doesNotContain("[y/n]");
    assertThat(result.status()).isZero();
  }
}
