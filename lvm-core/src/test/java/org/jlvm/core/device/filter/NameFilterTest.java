package org.jlvm.core.device.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameFilterTest {
  @Test
  void firstMatchingPatternDecides() {
    NameFilter filter = NameFilter.parse(List.of("a|^/dev/sda$|", "r|.*|"));
    assertThat(filter.decide(List.of("/dev/sda")))
        .isEqualTo(new NameFilter.Decision(true, Optional.of("/dev/sda")));
    assertThat(filter.decide(List.of("/dev/sdb")).accepted()).isFalse();
  }

  @Test
  void anotherNameCanBeAcceptedAndIsThenTheOne() {
    NameFilter filter = NameFilter.parse(List.of("a|/by-id/|", "r|.*|"));
    assertThat(filter.decide(List.of("/dev/sda", "/dev/disk/by-id/x")))
        .isEqualTo(new NameFilter.Decision(true, Optional.of("/dev/disk/by-id/x")));
  }

  @Test
  void whatNothingMatchesPasses() {
    NameFilter filter = NameFilter.parse(List.of("r{/dev/cdrom}"));
    assertThat(filter.decide(List.of("/dev/sda")))
        .isEqualTo(new NameFilter.Decision(true, Optional.empty()));
  }

  @Test
  void badPatternsAreNamed() {
    assertThatThrownBy(() -> NameFilter.parse(List.of("x|a|")))
        .isInstanceOf(NameFilter.BadPatternException.class)
        .hasMessageContaining("Invalid filter pattern \"x|a|\"");
    assertThatThrownBy(() -> NameFilter.parse(List.of("a|a")))
        .isInstanceOf(NameFilter.BadPatternException.class);
  }
}
