package org.jlvm.core.ondisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that real lvm2 wrote are read, and written again byte for byte. */
class GoldenHeadersTest {
  @ParameterizedTest
  @CsvSource({
    "label-orphan, 1, 1, 0, false",
    "label-two-areas, 1, 2, 1, false",
    "label-no-area, 1, 0, 0, false",
    "label-sector-3, 3, 1, 0, false",
    "label-used, 1, 1, 0, true",
  })
  void labels(String name, int sector, int areas, int bootloaders, boolean used)
      throws IOException {
    byte[] start = golden(name);
    PvLabel.Found found = PvLabel.find(ByteBuffer.wrap(start));
    assertThat(found.problems()).isEmpty();
    PvLabel label = found.label().orElseThrow();
    assertThat(label.header().sector()).isEqualTo(sector);
    assertThat(label.pv().metadataAreas()).hasSize(areas);
    assertThat(label.pv().extension().orElseThrow().bootloaderAreas()).hasSize(bootloaders);
    assertThat(label.pv().isUsed()).isEqualTo(used);
    assertThat(label.encode().array())
        .isEqualTo(Arrays.copyOfRange(start, sector * 512, sector * 512 + 512));
  }

  @Test
  void everyTextGoesWhereLvm2PutIt() throws IOException {
    byte[] sectors = golden("area-headers");
    List<MdaHeader> before = new ArrayList<>();
    int wraps = 0;
    for (int at = 0; at < sectors.length; at += MdaHeader.BYTES) {
      byte[] sector = Arrays.copyOfRange(sectors, at, at + MdaHeader.BYTES);
      MdaHeader header = MdaHeader.decode(ByteBuffer.wrap(sector), 4096);
      assertThat(header.encode().array()).isEqualTo(sector);
      RawLocation text = header.committed().orElseThrow();
      MetadataRing ring = MetadataRing.of(header);
      if (!before.isEmpty()) {
        MdaHeader last = before.get(before.size() - 1);
        assertThat(ring.place(last.committed(), (int) text.size()).orElseThrow().offset())
            .as("text after the one at %s", last.committed())
            .isEqualTo(text.offset());
        assertThat(last.precommit(text, false).commit(text, false)).isEqualTo(header);
      }
      wraps += ring.locate(text).size() - 1;
      before.add(header);
    }
    assertThat(before).hasSize(121);
    assertThat(wraps).isPositive();
  }

  private static byte[] golden(String name) throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                GoldenHeadersTest.class.getResourceAsStream("/golden/ondisk/" + name + ".gz"));
        GZIPInputStream unzipped = new GZIPInputStream(in)) {
      return unzipped.readAllBytes();
    }
  }
}
