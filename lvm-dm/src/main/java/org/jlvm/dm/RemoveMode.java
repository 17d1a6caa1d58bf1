package org.jlvm.dm;

/** What to do with a device that is open when it is to be removed. */
public enum RemoveMode {
  /** Fail with EBUSY. */
  ONCE,
  /** Try again for five seconds: something like a udev rule may have it open for a moment. */
  RETRY,
  /** The driver removes it when it is closed. */
  DEFERRED
}
