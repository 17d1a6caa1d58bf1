package org.jlvm.core.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PvOperandsTest {
  private final TestGroup group = new TestGroup();
  private final RecordedMessages messages = new RecordedMessages();

  @BeforeEach
  void volumes() {
    group.pv("a", 20, "fast").pv("b", 10).pv("c:1", 5).pv("full", 1).lv("one", "full:0-0");
  }

  private PvChoices read(String... operands) {
    VolumeGroup vg = group.build();
    PvOperands.Devices devices =
        new PvOperands.Devices() {
          @Override
          public Optional<PhysicalVolume> find(String name) {
            return vg.pvs().stream().filter(pv -> pv.deviceHint().equals(name)).findFirst();
          }

          @Override
          public String nameOf(PhysicalVolume pv) {
            return pv.deviceHint();
          }

          @Override
          public Set<LvmId> missing() {
            return Set.of();
          }
        };
    return PvOperands.read(List.of(operands), vg, FreeExtents.of(vg), devices, true, messages);
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/a, [0-19]",
    "/dev/a:3, [3-3]",
    "/dev/a:0-3:7-, '[0-3, 7-19]'",
    "/dev/a:-3, [0-3]",
    "/dev/a:4+5, [4-8]",
    "/dev/a:4+, [4-19]",
    "/dev/c\\:1:2-3, [2-3]",
    "@fast, [0-19]"
  })
  void extentsOfOneVolume(String operand, String ranges) {
    assertThat(read(operand).choices())
        .singleElement()
        .extracting(PvChoice::ranges)
        .asString()
        .isEqualTo(ranges);
  }

  @Test
  void nothingMeansTheWholeGroup() {
    assertThat(read().wholeGroup()).isTrue();
    assertThat(read().size()).isEqualTo(4);
  }

  @Test
  void rangesOfTheSameVolumeAddUp() {
    assertThat(read("/dev/b:0-1", "/dev/a", "/dev/b:5-").choices()).hasSize(2);
  }

  @Test
  void fullVolumesArePassedOver() {
    assertThatThrownBy(() -> read("/dev/full"))
        .isInstanceOf(FailedException.class)
        .hasMessage("No specified PVs have space available.");
    assertThat(messages.shown())
        .containsExactly("WARNING: No free extents on physical volume \"/dev/full\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/a:", "/dev/a::", "/dev/a:x", "/dev/a:1-2x", "/dev/a:99999999999"})
  void whatIsNoRangeIsRefused(String operand) {
    assertThatThrownBy(() -> read(operand)).hasMessageStartingWith("Physical extent parsing error");
  }

  @Test
  void rangesHaveToBeOnTheVolumeAndApart() {
    assertThatThrownBy(() -> read("/dev/a:5-20"))
        .hasMessage("PE range error: start extent 5 to end extent 20.");
    assertThatThrownBy(() -> read("/dev/a:5-9:8-12"))
        .hasMessage("Overlapping PE ranges specified (8-12, 5-9) on /dev/a.");
    assertThatThrownBy(() -> read("/dev/x"))
        .hasMessage("Physical Volume \"/dev/x\" not found in Volume Group \"vg\".");
  }
}
