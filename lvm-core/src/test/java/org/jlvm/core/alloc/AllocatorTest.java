package org.jlvm.core.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;

class AllocatorTest {
  private final TestGroup group = new TestGroup();
  private final RecordedMessages messages = new RecordedMessages();

  private List<String> extend(ExtensionRequest request) {
    return group.segments(LvExtension.extend(request, AllocationSettings.DEFAULT, messages));
  }

  private ExtensionRequest linear(long extents) {
    return ExtensionRequest.linear(group.build(), group.newLv(), extents);
  }

  private ExtensionRequest striped(long extents, int stripes) {
    return ExtensionRequest.striped(
        group.build(), group.newLv(), extents, stripes, Sectors.of(128));
  }

  private ExtensionRequest more(String lv, long extents) {
    VolumeGroup vg = group.build();
    return ExtensionRequest.linear(vg, vg.findLv(lv).orElseThrow(), extents);
  }

  @Test
  void freeExtentsAreTheGaps() {
    group.pv("a", 100).lv("one", "a:90-99", "a:0-9").lv("two", "a:20-29");
    FreeExtents free = FreeExtents.of(group.build());
    assertThat(free.ranges(group.id("a")))
        .containsExactly(new ExtentRange(10, 10), new ExtentRange(30, 60));
    assertThat(free.count(group.id("a"))).isEqualTo(70);
    assertThat(free.total()).isEqualTo(70);
  }

  @Test
  void extentsUsedTwiceAreRefused() {
    group.pv("a", 100).lv("one", "a:10-19").lv("two", "a:5-10");
    assertThatThrownBy(() -> FreeExtents.of(group.build()))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("Extent 10 of PV");
  }

  @Test
  void extentsBeyondTheEndAreRefused() {
    group.pv("a", 100).lv("one", "a:95-100");
    assertThatThrownBy(() -> FreeExtents.of(group.build())).isInstanceOf(FormatException.class);
  }

  @Test
  void newVolumeTakesTheFirstVolumeWhereItFits() {
    group.pv("a", 100).pv("b", 120).lv("one", "a:10-19");
    assertThat(extend(linear(30))).containsExactly("a:20-49");
  }

  @Test
  void growthContinuesTheLastSegment() {
    group.pv("a", 100).pv("b", 120).lv("one", "a:10-19");
    assertThat(extend(more("one", 30))).containsExactly("a:10-49");
  }

  @Test
  void growthBeyondTheRunGoesOnElsewhere() {
    group.pv("a", 20).pv("b", 120).lv("one", "a:10-14");
    assertThat(extend(more("one", 30))).containsExactly("a:10-19", "a:0-9", "b:0-14");
  }

  @Test
  void stripesGoOnDifferentVolumes() {
    group.pv("a", 50).pv("b", 50).pv("c", 60);
    assertThat(extend(striped(20, 2))).containsExactly("a:0-9 b:0-9");
  }

  @Test
  void stripesThatDoNotFitSideBySideFail() {
    group.pv("a", 5).pv("b", 50);
    assertThatThrownBy(() -> extend(striped(20, 2)))
        .isInstanceOf(FailedException.class)
        .hasMessage(
            "Insufficient suitable allocatable extents for logical volume new: 10 more required");
  }

  @Test
  void anywherePutsStripesOnOneVolume() {
    group.pv("a", 50);
    assertThat(extend(striped(20, 2).withPolicy(AllocationPolicy.ANYWHERE)))
        .containsExactly("a:0-9 a:10-19");
  }

  @Test
  void contiguousDoesNotSplit() {
    group.pv("a", 50).pv("b", 50);
    assertThatThrownBy(() -> extend(linear(60).withPolicy(AllocationPolicy.CONTIGUOUS)))
        .hasMessage(
            "Insufficient suitable contiguous allocatable extents for logical volume new: 60 more"
                + " required");
  }

  @Test
  void moreThanThereIsFails() {
    group.pv("a", 50).pv("b", 50).unallocatable("b");
    assertThatThrownBy(() -> extend(linear(60)))
        .hasMessage("Insufficient free space: 60 extents needed, but only 50 available");
  }

  @Test
  void approximateTakesWhatThereIs() {
    group.pv("a", 50).pv("b", 50).lv("one", "a:10-19");
    assertThat(extend(linear(1000).approximately(true)))
        .containsExactly("b:0-49", "a:20-49", "a:0-9");
  }

  @Test
  void rangesLimitTheChoice() {
    group.pv("a", 50).pv("b", 50);
    PvChoices choices = PvChoices.of(List.of(group.only("b", 7, 20), group.only("a", 40, 45)));
    assertThat(extend(linear(18).withPvs(choices))).containsExactly("b:7-20", "a:40-43");
  }

  @Test
  void missingVolumesAreNotUsed() {
    group.pv("a", 50).pv("b", 40);
    PvChoices choices = PvChoices.all(group.build(), Set.of(group.id("a")));
    assertThat(extend(linear(10).withPvs(choices))).containsExactly("b:0-9");
  }

  @Test
  void legsAvoidEachOtherAndTheLog() {
    group.pv("a", 50).pv("b", 40).pv("c", 30);
    VolumeGroup vg = group.build();
    Allocation found =
        Allocator.allocate(
            AllocationRequest.extend(vg, group.newLv(), AllocationShape.mirrored(2, 1, 1, 1), 10),
            AllocationSettings.DEFAULT,
            messages);
    assertThat(found.areasAt(0)).extracting(group::text).containsExactly("a:0-9");
    assertThat(found.areasAt(1)).extracting(group::text).containsExactly("b:0-9");
    assertThat(found.logs()).extracting(group::text).containsExactly("c:0-0");
  }

  @Test
  void newLegGoesBesideTheOldOnes() {
    group.pv("a", 50).pv("b", 40).pv("c", 30).lv("one", "a:0-9", "b:0-4");
    VolumeGroup vg = group.build();
    LogicalVolume one = vg.findLv("one").orElseThrow();
    Allocation found =
        Allocator.allocate(
            AllocationRequest.beside(vg, AllocationShape.striped(1), 15, ParallelAreas.of(vg, one)),
            AllocationSettings.DEFAULT,
            messages);
    assertThat(found.areasAt(0)).extracting(group::text).containsExactly("b:5-14", "a:10-14");
  }

  @Test
  void metadataIsCutFromTheFrontOfImages() {
    group.pv("a", 50).pv("b", 40);
    Allocation found =
        Allocator.allocate(
            AllocationRequest.extend(
                group.build(), group.newLv(), AllocationShape.raid(2, 0, 1, 1), 10),
            AllocationSettings.DEFAULT,
            messages);
    assertThat(found.metadata()).extracting(group::text).containsExactly("a:0-0", "b:0-0");
    assertThat(found.areasAt(0)).extracting(group::text).containsExactly("a:1-10");
    assertThat(found.areasAt(1)).extracting(group::text).containsExactly("b:1-10");
  }

  @Test
  void logLengthFollowsTheKernel() {
    // 1024 bytes of header and 4 of bits make 3 sectors.
    assertThat(AllocationShape.mirrorLogLength(1024, 8192, 10)).isEqualTo(1);
    assertThat(AllocationShape.mirrorLogLength(1024, 1, 1024 * 4096)).isEqualTo(3);
  }

  @Test
  void reductionFreesTheEnd() {
    group.pv("a", 50).lv("one", "a:0-9", "a:20-29");
    LogicalVolume one = group.build().findLv("one").orElseThrow();
    assertThat(group.segments(LvReduction.reduce(one, 5))).containsExactly("a:0-9", "a:20-24");
    assertThat(group.segments(LvReduction.reduce(one, 13))).containsExactly("a:0-6");
  }

  @Test
  void manyFragmentsAreFoundInReasonableTime() {
    int count = 50_000;
    group.pv("a", 2L * count);
    String[] segments = new String[count];
    for (int i = 0; i < count; i++) {
      segments[i] = "a:" + 2 * i + "-" + 2 * i;
    }
    group.lv("holes", segments);
    LogicalVolume lv = LvExtension.extend(linear(count), AllocationSettings.DEFAULT, messages);
    assertThat(lv.segments()).hasSize(count);
    assertThat(lv.extentCount()).isEqualTo(count);
  }
}
