package org.jlvm.core.ondisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Bytes;
import org.junit.jupiter.api.Test;

class OndiskTest {
  static final String UUID = "abcdefghijABCDEFGHIJ0123456789!#";

  static PvLabel label() {
    PvHeader pv =
        new PvHeader(
            UUID,
            Bytes.of(64 << 20),
            List.of(DiskArea.of(1 << 20, 0)),
            List.of(DiskArea.of(4096, 1044480)),
            Optional.of(PvHeaderExtension.current(true, List.of())));
    return PvLabel.at(1, pv);
  }

  @Test
  void checksumStartsFromLvmsOwnValue() {
    assertThat(LvmChecksum.of("hello world".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(0xe9a53790);
    assertThat(LvmChecksum.of(new byte[0])).isEqualTo(0xf597a6cf);
  }

  @Test
  void labelSurvivesRoundTrip() {
    assertThat(PvLabel.decode(label().encode(), 1)).contains(label());
  }

  @Test
  void labelIsFoundInAnyOfFourSectors() {
    for (int sector = 0; sector < 4; sector++) {
      PvLabel label = PvLabel.at(sector, label().pv());
      ByteBuffer start = ByteBuffer.allocate(PvLabel.SCAN_BYTES);
      start.put(sector * 512, label.encode(), 0, 512);
      assertThat(PvLabel.find(start)).isEqualTo(new PvLabel.Found(Optional.of(label), List.of()));
    }
  }

  @Test
  void labelThatMovedIsPassedOver() {
    ByteBuffer start = ByteBuffer.allocate(PvLabel.SCAN_BYTES);
    start.put(1024, label().encode(), 0, 512);
    PvLabel.Found found = PvLabel.find(start);
    assertThat(found.label()).isEmpty();
    assertThat(found.problems())
        .singleElement()
        .extracting(FormatException::getMessage)
        .isEqualTo("Label for sector 1 found at sector 2 - ignoring.");
  }

  @Test
  void otherTypeOfLabelIsUnsupportedNotCorrupt() {
    ByteBuffer bytes = label().encode();
    Wire.putAscii(bytes, LabelHeader.TYPE_AT, "LVM3 001");
    LabelHeader.seal(bytes);
    assertThatThrownBy(() -> PvLabel.decode(bytes, 1))
        .isInstanceOfSatisfying(
            FormatException.class,
            e -> assertThat(e.kind()).isEqualTo(FormatException.Kind.UNSUPPORTED));
  }

  @Test
  void mdaHeaderSurvivesRoundTripWithSlotsItDoesNotUse() {
    MdaHeader header = MdaHeader.empty(4096, 1044480).commit(RawLocation.of(512, 900, 7), false);
    List<RawLocation> slots = new java.util.ArrayList<>(header.slots());
    slots.set(5, new RawLocation(1, 2, 3, 4));
    MdaHeader odd = new MdaHeader(4096, 1044480, slots);
    assertThat(MdaHeader.decode(odd.encode(), 4096)).isEqualTo(odd);
  }

  @Test
  void commitReplacesSlotZeroAndForgetsThePrecommitted() {
    RawLocation old = RawLocation.of(512, 900, 1);
    RawLocation fresh = RawLocation.of(1536, 950, 2);
    MdaHeader before = MdaHeader.empty(4096, 1044480).commit(old, false);
    MdaHeader between = before.precommit(fresh, false);
    assertThat(between.committed()).contains(old);
    assertThat(between.precommitted()).contains(fresh);
    assertThat(between.revert(false)).isEqualTo(before);
    MdaHeader after = between.commit(fresh, false);
    assertThat(after.committed()).contains(fresh);
    assertThat(after.precommitted()).isEmpty();
  }

  @Test
  void textOfAnIgnoredAreaNeverComesBack() {
    MdaHeader ignored =
        MdaHeader.empty(4096, 1044480).commit(RawLocation.of(512, 900, 1), false).revert(true);
    assertThat(ignored.isIgnored()).isTrue();
    MdaHeader used = ignored.precommit(RawLocation.of(512, 800, 2), false);
    assertThat(used.isIgnored()).isFalse();
    assertThat(used.committed()).isEmpty();
  }
}
