package org.jlvm.core.plan.raid;

import static org.assertj.core.api.Assertions.assertThat;

import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;

class RaidSizesTest {
  private static final Sectors EXTENT = Sectors.ofKib(4096);

  @Test
  void metadataHasTwoSuperblocksAndABitForEachRegion() {
    assertThat(RaidSizes.metadataExtents(16, Sectors.ofKib(2048), EXTENT)).isEqualTo(1);
    Sectors small = Sectors.ofKib(4);
    assertThat(RaidSizes.metadataExtents(8, Sectors.ofKib(2048), small)).isEqualTo(2);
    assertThat(RaidSizes.metadataExtents(8 * 512, Sectors.ofKib(2048), small)).isEqualTo(3);
    assertThat(RaidSizes.metadataExtents(8 * 4096, small, small)).isEqualTo(3);
    assertThat(RaidSizes.metadataExtents(8 * 4096 + 8, small, small)).isEqualTo(4);
  }

  @Test
  void aBitmapHoldsAMillionRegionsTwice() {
    Sectors region = Sectors.ofKib(4);
    assertThat(RaidSizes.enlargedRegion(region.times(1 << 21), region)).isEqualTo(region);
    assertThat(RaidSizes.enlargedRegion(region.times(1 << 22), region)).isEqualTo(region.times(2));
  }

  @Test
  void aRegionIsNotLargerThanItsVolume() {
    Sectors region = Sectors.ofKib(2048);
    assertThat(RaidSizes.reducedRegion(Sectors.ofKib(2048), region)).isEqualTo(region);
    assertThat(RaidSizes.reducedRegion(Sectors.ofKib(1500), region)).isEqualTo(Sectors.ofKib(1024));
  }
}
