package org.jlvm.dm;

/**
 * What udev's rules are asked to leave out when a change of a device makes them run.
 *
 * @param bits 16 bits, those of libdevmapper.h (DM_UDEV_*_FLAG); the upper eight belong to whoever
 *     made the device
 */
public record UdevFlags(int bits) {
  public static final UdevFlags NONE = new UdevFlags(0);

  /** No links in /dev/mapper. */
  public static final UdevFlags DISABLE_DM_RULES = new UdevFlags(0x1);

  public static final UdevFlags DISABLE_SUBSYSTEM_RULES = new UdevFlags(0x2);

  /** No links in /dev/disk. */
  public static final UdevFlags DISABLE_DISK_RULES = new UdevFlags(0x4);

  public static final UdevFlags DISABLE_OTHER_RULES = new UdevFlags(0x8);

  /** Another device with the same contents has the better right to the links. */
  public static final UdevFlags LOW_PRIORITY = new UdevFlags(0x10);

  /** Udev alone makes nodes: they are neither made nor checked here. */
  public static final UdevFlags DISABLE_LIBRARY_FALLBACK = new UdevFlags(0x20);

  /** Set on every request by the driver's side of this program. */
  public static final UdevFlags PRIMARY_SOURCE = new UdevFlags(0x40);

  private static final int SUBSYSTEM_SHIFT = 8;

  public UdevFlags {
    if (bits >>> 16 != 0) {
      throw new IllegalArgumentException("more than 16 bits of udev flags");
    }
  }

  /**
   * A flag of the device's maker.
   *
   * @param index 0 to 7
   */
  public static UdevFlags subsystem(int index) {
    if (index < 0 || index > 7) {
      throw new IllegalArgumentException("no udev subsystem flag " + index);
    }
    return new UdevFlags(1 << index + SUBSYSTEM_SHIFT);
  }

  public UdevFlags with(UdevFlags others) {
    return new UdevFlags(bits | others.bits);
  }

  public boolean contains(UdevFlags others) {
    return (bits & others.bits) == others.bits;
  }
}
