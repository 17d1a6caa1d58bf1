package org.jlvm.dm.event;

/** Kinds of events, as bits of a number (device-mapper: libdevmapper-event.h). */
public final class EventMask {
  /** Failures that devices report. */
  public static final int ERRORS = 0xFF00;

  /** The one that is meant when the driver reports an event. */
  public static final int DEVICE_ERROR = 0x200;

  /** A look at the device from time to time. */
  public static final int TIMEOUT = 0x20000;

  /** In answers: the daemon has not begun yet, or not ended. */
  public static final int PENDING = 0x1000000;

  private EventMask() {}
}
