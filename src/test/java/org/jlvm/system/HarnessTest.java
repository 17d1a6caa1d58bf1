package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness must not hide what it is there to find. */
class HarnessTest {

  @TempDir private Path folder;

  @Test
  void wordsAreThoseOfAShell() {
    assertThat(Words.split("a 'b c'  \"d \\\" e\" f\\ g ''"))
        .containsExactly("a", "b c", "d \" e", "f g", "");
    assertThatThrownBy(() -> Words.split("a 'b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDifferenceHasTheLinesOfBothSides() {
    assertThat(LineDiff.of(List.of("a", "b", "c"), List.of("a", "c", "d")))
        .containsExactly("-b", "+d");
    assertThat(LineDiff.of(List.of("a"), List.of("a"))).isEmpty();
  }

  @Test
  void onlyTimesIdsAndFoldersAreTakenOut() {
    Normalizer normalizer = new Normalizer("/tmp/x");
    assertThat(normalizer.line("id = \"AbCdEf-1234-abcd-1234-abcd-1234-aBcDeF\" /tmp/x/dev/sda"))
        .isEqualTo("id = \"id-00000000000000000000000000001-------\" /dev/sda");
    assertThat(normalizer.line("AbCdEf1234abcd1234abcd1234aBcDeF and 12.00m"))
        .isEqualTo("id-00000000000000000000000000001 and 12.00m");
  }

  @Test
  void anEntryAcceptsItsLinesAndNoOthers() throws IOException {
    KnownDifferences known = entries("reason: r", "channel: stderr", "line: -  old .*");
    assertThat(known.remaining("s", List.of(difference("stderr", "-  old words")))).isEmpty();
    assertThat(known.remaining("s", List.of(difference("stderr", "-  old", "+  new")))).hasSize(1);
    assertThat(known.remaining("s", List.of(difference("stdout", "-  old words")))).hasSize(1);
    assertThat(known.unused()).isEmpty();
  }

  @Test
  void aRewritingAcceptsTheSameLineInOtherWordsAndNothingElse() throws IOException {
    KnownDifferences known = entries("reason: r", "rewrite: (done)$ => $1.");
    assertThat(known.remaining("s", List.of(difference("stdout", "-  done", "+  done."))))
        .isEmpty();
    assertThat(known.remaining("s", List.of(difference("stdout", "-  done", "+  undone."))))
        .hasSize(1);
    assertThat(known.remaining("s", List.of(difference("stdout", "-  done")))).hasSize(1);
  }

  @Test
  void entriesNeedReasonsAndUnneededOnesAreTold() throws IOException {
    assertThatThrownBy(() -> entries("line: -x")).hasMessageContaining("needs a reason");
    assertThat(entries("reason: r", "line: -x").unused()).hasSize(1);
    assertThat(entries("reason: r", "oracle: 1.0", "line: -x").unused()).isEmpty();
  }

  private KnownDifferences entries(String... lines) throws IOException {
    Path file = folder.resolve("known.txt");
    Files.write(file, List.of(lines));
    return KnownDifferences.load(file, "2.03.16");
  }

  private static Difference difference(String channel, String... lines) {
    return new Difference(1, "a step", channel, List.of(lines), List.of());
  }
}
