package org.jlvm.core.ondisk.layout;

import org.jlvm.core.units.Sectors;

/**
 * The boundary that the data area starts on: {@code offset} behind a multiple of {@code alignment}.
 */
public record DataAlignment(Sectors alignment, Sectors offset) {
  /** The usual start of the data area, whatever the device. */
  public static final Sectors DEFAULT = Sectors.ofMib(1);

  public DataAlignment {
    if (alignment.isZero()) {
      throw new IllegalArgumentException("alignment 0");
    }
  }

  /**
   * The settings of lvm.conf, {@code devices} section.
   *
   * @param dataAlignment {@code data_alignment}; zero leaves it to the others
   * @param defaultMib {@code default_data_alignment}; 0 counts as 1
   * @param md {@code md_chunk_alignment}
   * @param detection {@code data_alignment_detection}
   * @param offsetDetection {@code data_alignment_offset_detection}
   */
  public record Settings(
      Sectors dataAlignment,
      long defaultMib,
      boolean md,
      boolean detection,
      boolean offsetDetection) {
    public static final Settings DEFAULT = new Settings(Sectors.ZERO, 1, true, true, true);
  }

  /**
   * Chooses as lvm2 does.
   *
   * @param alignment what the user asked for, zero for nothing
   * @param offset what the user asked for, zero for nothing
   * @param pageSize in bytes
   */
  public static DataAlignment choose(
      Sectors alignment, Sectors offset, Settings settings, Topology topology, int pageSize) {
    Sectors firm = alignment.isZero() ? settings.dataAlignment() : alignment;
    Sectors chosenOffset =
        offset.isZero() && settings.offsetDetection() ? topology.alignmentOffset() : offset;
    return new DataAlignment(
        firm.isZero() ? detect(settings, topology, pageSize) : firm, chosenOffset);
  }

  private static Sectors detect(Settings settings, Topology topology, int pageSize) {
    Sectors found = DEFAULT.times(Math.max(1, settings.defaultMib()));
    Sectors page = Sectors.of(pageSize / Sectors.BYTES);
    if (page.compareTo(found) > 0) {
      found = page;
    }
    if (settings.md()) {
      found = suit(found, topology.mdStripeWidth());
    }
    if (settings.detection()) {
      found = suit(found, topology.minimumIo());
      found = suit(found, topology.optimalIo());
    }
    return found;
  }

  private static Sectors suit(Sectors alignment, Sectors unit) {
    return unit.isZero() || alignment.isMultipleOf(unit) ? alignment : unit;
  }

  /** The first place on the device that is aligned so. */
  Sectors first() {
    return alignment.plus(offset);
  }
}
