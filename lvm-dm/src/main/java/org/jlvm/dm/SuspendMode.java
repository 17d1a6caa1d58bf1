package org.jlvm.dm;

/**
 * How a device is suspended.
 *
 * @param noFlush whether requests already taken may be held back, rather than finished first
 * @param skipLockFs whether a mounted file system is not brought to a consistent state before
 */
public record SuspendMode(boolean noFlush, boolean skipLockFs) {
  /** Everything on the device is finished and consistent. */
  public static final SuspendMode FLUSH = new SuspendMode(false, false);

  public static final SuspendMode NO_FLUSH = new SuspendMode(true, true);
}
