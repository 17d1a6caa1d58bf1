package org.jlvm.core.ondisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.ondisk.MetadataRing.Placement;
import org.jlvm.core.ondisk.MetadataRing.Span;
import org.junit.jupiter.api.Test;

class MetadataRingTest {
  private static final MetadataRing RING = new MetadataRing(4096, 16 * 512);

  @Test
  void firstTextFollowsTheHeader() {
    assertThat(RING.place(Optional.empty(), 1000))
        .contains(new Placement(512, List.of(new Span(4608, 0, 1000, 24))));
  }

  @Test
  void nextTextStartsAtTheFollowingBoundary() {
    assertThat(RING.place(Optional.of(RawLocation.of(512, 1000, 0)), 512))
        .contains(new Placement(1536, List.of(new Span(4096 + 1536, 0, 512, 0))));
  }

  @Test
  void textWrapsBehindTheHeader() {
    assertThat(RING.place(Optional.of(RawLocation.of(13 * 512, 512, 0)), 1100))
        .contains(
            new Placement(
                14 * 512,
                List.of(new Span(4096 + 14 * 512, 0, 1024, 0), new Span(4608, 1024, 76, 436))));
  }

  @Test
  void halfTheAreaLessASectorIsTheLimit() {
    assertThat(RING.maxTextSize()).isEqualTo(15 * 512 / 2 - 512);
    assertThat(RING.place(Optional.empty(), (int) RING.maxTextSize() + 1)).isEmpty();
  }

  @Test
  void locationsOutsideAreRefused() {
    RawLocation[] bad = {
      RawLocation.of(0, 10, 0),
      RawLocation.of(16 * 512, 10, 0),
      RawLocation.of(512, 16 * 512, 0),
      RawLocation.of(512, -1, 0),
      RawLocation.of(-512, 10, 0),
      RawLocation.of(512, Long.MAX_VALUE, 0)
    };
    for (RawLocation location : bad) {
      assertThatThrownBy(() -> RING.locate(location)).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void anySequenceOfTextsThatFitKeepsTheOldOneAndStaysInside() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      MetadataRing ring = new MetadataRing(4096, 4096 + 4096L * random.nextInt(4));
      Optional<RawLocation> committed = Optional.empty();
      for (int i = 0; i < 50; i++) {
        int length = 1 + random.nextInt((int) ring.maxTextSize());
        Optional<Placement> placement = ring.place(committed, length);
        assertThat(placement).as("seed %d", seed).isPresent();
        assertThat(total(ring, placement.get())).as("seed %d", seed).isEqualTo(length);
        committed = Optional.of(RawLocation.of(placement.get().offset(), length, 0));
      }
    }
  }

  private static int total(MetadataRing ring, Placement placement) {
    int total = 0;
    for (Span span : placement.spans()) {
      assertThat(span.deviceOffset()).isGreaterThanOrEqualTo(ring.start() + 512);
      assertThat(span.deviceOffset() + span.length() + span.padding())
          .isLessThanOrEqualTo(ring.start() + ring.size());
      total += span.length();
    }
    return total;
  }
}
