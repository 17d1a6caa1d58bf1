package org.jlvm.dm;

/**
 * Ties changes of devices to the wait for what they bring about; see {@link DeviceMapper#settle}.
 *
 * @param value the key of the semaphore that udev's rules count down, or 0 if nobody counts
 */
public record UdevCookie(int value) {
  /** Nobody is waited for. */
  public static final UdevCookie NONE = new UdevCookie(0);

  public boolean isNone() {
    return value == 0;
  }
}
