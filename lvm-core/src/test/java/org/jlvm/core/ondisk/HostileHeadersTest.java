package org.jlvm.core.ondisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.ondisk.MetadataRing.Span;
import org.junit.jupiter.api.Test;

/** Headers with random damage, most of them with a right checksum again: typed errors only. */
class HostileHeadersTest {
  private static final int ROUNDS = Integer.getInteger("jlvm.rounds", 100_000);

  @Test
  void damagedLabels() {
    long seed = Long.getLong("jlvm.seed", System.nanoTime());
    Random random = new Random(seed);
    byte[] good = OndiskTest.label().encode().array();
    int survived = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ByteBuffer bytes = damaged(good, random);
      if (random.nextInt(8) != 0) {
        LabelHeader.seal(bytes.order(ByteOrder.LITTLE_ENDIAN));
      }
      try {
        Optional<PvLabel> label = PvLabel.decode(bytes, 1);
        if (label.isPresent()) {
          survived++;
          assertThat(PvLabel.decode(label.get().encode(), 1))
              .as("seed %d round %d", seed, round)
              .isEqualTo(label);
        }
      } catch (FormatException expected) {
        assertThat(expected.getMessage()).as("seed %d round %d", seed, round).isNotEmpty();
      }
    }
    assertThat(survived).as("seed %d", seed).isPositive();
  }

  @Test
  void damagedAreaHeaders() {
    long seed = Long.getLong("jlvm.seed", System.nanoTime());
    Random random = new Random(seed);
    byte[] good =
        MdaHeader.empty(4096, 1044480)
            .commit(RawLocation.of(512, 900, 1), false)
            .precommit(RawLocation.of(1536, 900, 2), false)
            .encode()
            .array();
    for (int round = 0; round < ROUNDS; round++) {
      ByteBuffer bytes = damaged(good, random).order(ByteOrder.LITTLE_ENDIAN);
      if (random.nextInt(8) != 0) {
        bytes.putInt(0, LvmChecksum.of(bytes.duplicate().position(4)));
      }
      try {
        MdaHeader header = MdaHeader.decode(bytes, 4096);
        assertThat(MdaHeader.decode(header.encode(), 4096))
            .as("seed %d round %d", seed, round)
            .isEqualTo(header);
        MetadataRing ring = MetadataRing.of(header);
        for (RawLocation slot : header.slots()) {
          if (!slot.isEmpty()) {
            checkInside(header, ring.locate(slot));
          }
        }
        ring.place(header.committed(), 1 + random.nextInt(5000));
      } catch (FormatException expected) {
        assertThat(expected.getMessage()).as("seed %d round %d", seed, round).isNotEmpty();
      }
    }
  }

  @Test
  void anAreaThatEndsBehindAllNumbersIsRefused() {
    ByteBuffer bytes = MdaHeader.empty(4096, 1044480).encode().order(ByteOrder.LITTLE_ENDIAN);
    for (long size : new long[] {Long.MAX_VALUE - 4095, Long.MAX_VALUE, -1}) {
      bytes.putLong(32, size).putInt(0, LvmChecksum.of(bytes.duplicate().position(4)));
      assertThatThrownBy(() -> MdaHeader.decode(bytes, 4096))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("Metadata area size " + Long.toUnsignedString(size));
    }
    bytes.putLong(32, Long.MAX_VALUE - 4096);
    bytes.putInt(0, LvmChecksum.of(bytes.duplicate().position(4)));
    assertThat(MdaHeader.decode(bytes, 4096).size()).isEqualTo(Long.MAX_VALUE - 4096);
  }

  private static void checkInside(MdaHeader header, List<Span> spans) {
    for (Span span : spans) {
      assertThat(span.deviceOffset()).isGreaterThanOrEqualTo(header.start() + MdaHeader.BYTES);
      assertThat(span.deviceOffset() + span.length())
          .isLessThanOrEqualTo(header.start() + header.size());
    }
  }

  private static ByteBuffer damaged(byte[] good, Random random) {
    byte[] bytes = good.clone();
    int hits = 1 + random.nextInt(4);
    for (int i = 0; i < hits; i++) {
      int at = random.nextInt(random.nextBoolean() ? 160 : bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> fill(bytes, at, (byte) 0xff, random);
        default -> fill(bytes, at, (byte) 0, random);
      }
    }
    return ByteBuffer.wrap(bytes);
  }

  private static void fill(byte[] bytes, int at, byte value, Random random) {
    for (int i = at; i < Math.min(bytes.length, at + 1 + random.nextInt(16)); i++) {
      bytes[i] = value;
    }
  }
}
