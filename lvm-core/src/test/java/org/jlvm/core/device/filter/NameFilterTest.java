package org.jlvm.core.device.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.error.FailedException;
import org.junit.jupiter.api.Test;

class NameFilterTest {
  private final RecordedMessages messages = new RecordedMessages();

  @Test
  void firstMatchingPatternDecides() {
    NameFilter filter = NameFilter.parse(List.of("a|^/dev/sda$|", "r|.*|"), messages);
    assertThat(filter.decide(List.of("/dev/sda")))
        .isEqualTo(new NameFilter.Decision(true, Optional.of("/dev/sda")));
    assertThat(filter.decide(List.of("/dev/sdb")).accepted()).isFalse();
  }

  @Test
  void anotherNameCanBeAcceptedAndIsThenTheOne() {
    NameFilter filter = NameFilter.parse(List.of("a|/by-id/|", "r|.*|"), messages);
    assertThat(filter.decide(List.of("/dev/sda", "/dev/disk/by-id/x")))
        .isEqualTo(new NameFilter.Decision(true, Optional.of("/dev/disk/by-id/x")));
  }

  @Test
  void whatNothingMatchesPasses() {
    NameFilter filter = NameFilter.parse(List.of("r{/dev/cdrom}"), messages);
    assertThat(filter.decide(List.of("/dev/sda")))
        .isEqualTo(new NameFilter.Decision(true, Optional.empty()));
  }

  @Test
  void badPatternsAreNamed() {
    assertThatThrownBy(() -> NameFilter.parse(List.of("a|a|", "x|a|"), messages))
        .isInstanceOf(FailedException.class)
        .hasMessage("Invalid filter pattern \"x|a|\".");
    assertThatThrownBy(() -> NameFilter.parse(List.of("a|a"), messages))
        .isInstanceOf(FailedException.class);
    assertThat(messages.shown())
        .containsExactly(
            "Pattern must begin with 'a' or 'r'.", "Invalid separator at end of regex.");
  }
}
