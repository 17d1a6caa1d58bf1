package org.jlvm.core.plan.lv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jlvm.core.RecordedMessages;
import org.jlvm.core.error.FailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoExtensionTest {
  /** Use in millionths of a percent; the last column is what lvm2 adds, in percent. */
  @ParameterizedTest
  @CsvSource({
    "70, 20, 70000000, 0",
    "70, 20, 70000001, 20",
    "70, 20, 78000000, 20",
    "70, 20, 100000000, 43",
    "50, 20, 50000000, 0",
    "50, 20, 99000000, 98",
    "60, 30, 78515625, 31",
    "100, 20, 100000000, 0",
    "100, 0, 100000000, 0",
  })
  void growsByTheStepOrAsMuchAsIsNeeded(int threshold, int step, long use, long percent) {
    assertThat(new AutoExtension(threshold, step).percentFor(use, "vg/s", "linear"))
        .isEqualTo(percent);
  }

  @Test
  void aStepOfNothingIsRefused() {
    assertThatExceptionOfType(FailedException.class)
        .isThrownBy(() -> new AutoExtension(70, 0).percentFor(1, "vg/s", "linear"))
        .withMessage("Can't extend vg/s with linear autoextend percent set to 0%.");
  }

  @Test
  void thresholdsBelowHalfAreRaised() {
    RecordedMessages messages = new RecordedMessages();
    assertThat(AutoExtension.forSnapshots(30, 20, messages)).isEqualTo(new AutoExtension(50, 20));
    assertThat(messages.shown())
        .containsExactly(
            "WARNING: Snapshot autoextend threshold 30% is set below minimal supported value 50%.");
  }
}
