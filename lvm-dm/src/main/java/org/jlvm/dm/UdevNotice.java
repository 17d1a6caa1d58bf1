package org.jlvm.dm;

/** What udev is told with a change of a device. */
public record UdevNotice(UdevCookie cookie, UdevFlags flags) {
  public static final UdevNotice NONE = new UdevNotice(UdevCookie.NONE, UdevFlags.NONE);
}
