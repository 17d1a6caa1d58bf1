package org.jlvm.core.units;

/**
 * A size as typed by a user.
 *
 * @param sign what stood before the number
 * @param size the amount, rounded down to whole sectors
 */
public record SignedSize(Sign sign, Sectors size) {}
