package org.jlvm.core.ondisk.layout;

import org.jlvm.core.units.Sectors;

/**
 * What a device says of the sizes that suit it; zero where it says nothing.
 *
 * @param mdStripeWidth of an md array: its chunk size times its data disks
 * @param minimumIo the smallest request without read-modify-write
 * @param optimalIo the preferred request
 * @param alignmentOffset how far the device's start is from a natural boundary
 */
public record Topology(
    Sectors mdStripeWidth, Sectors minimumIo, Sectors optimalIo, Sectors alignmentOffset) {
  public static final Topology UNKNOWN =
      new Topology(Sectors.ZERO, Sectors.ZERO, Sectors.ZERO, Sectors.ZERO);
}
