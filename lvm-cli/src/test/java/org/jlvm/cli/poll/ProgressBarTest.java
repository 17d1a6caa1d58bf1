package org.jlvm.cli.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;

/** What a person sees of progress on a terminal. */
class ProgressBarTest {
  private static final String HEAD = "/dev/sda: Moved: ";
  private static final Progress.Measure START = measure("10.00", 204_800);

  private static Progress.Measure measure(String percent, long done) {
    return new Progress.Measure(percent, Sectors.of(done), Sectors.of(2_048_000));
  }

  @Test
  void theFirstLookKnowsNoPace() {
    String line = ProgressBar.draw(HEAD, START, START, Duration.ZERO, 2);
    assertThat(line).hasSize(77).startsWith(HEAD + "[#####---").endsWith("---] 10.00%");
  }

  @Test
  void paceIsThatSinceTheFirstLook() {
    String line =
        ProgressBar.draw(HEAD, START, measure("50.00", 1_024_000), Duration.ofSeconds(4), 2);
    assertThat(line).hasSize(77).endsWith("] 50.00%, 100.0 MiB/s, 0:05 left");
    assertThat(line.chars().filter(c -> c == '#').count()).isEqualTo(13);
  }

  @Test
  void longTimesHaveHours() {
    String line =
        ProgressBar.draw(HEAD, START, measure("10.05", 205_800), Duration.ofSeconds(10), 2);
    assertThat(line).endsWith("10.05%, 50.0 KiB/s, 5:07:02 left");
  }

  @Test
  void theEndIsFull() {
    String line =
        ProgressBar.draw(HEAD, START, measure("100.00", 2_048_000), Duration.ofMillis(500), 0);
    assertThat(line).hasSize(79).doesNotContain("-").endsWith("100.00%, 1.8 GiB/s, 0:00 left");
  }

  @Test
  void longNamesLeaveNoRoomForABar() {
    String head = "/dev/disk/by-id/" + "x".repeat(60) + ": Moved: ";
    assertThat(ProgressBar.draw(head, START, START, Duration.ZERO, 2)).isEqualTo(head + "10.00%");
  }
}
