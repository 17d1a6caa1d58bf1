package org.jlvm.core.report.lvm;

import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.report.field.Cell;

/** Percents as lvm2 rounds them: only nothing is 0.00, only everything is 100.00. */
public final class Percents {
  private static final long ALL = 100_000_000L;
  private static final long HUNDREDTH = 10_000L;

  private Percents() {}

  public static Cell of(long part, long whole) {
    long millionths = millionths(part, whole);
    return Cell.number(text(millionths), millionths);
  }

  /** How full a snapshot's store is; one that is invalid is full. */
  public static Cell used(TargetState.Snapshot store) {
    return store.invalid()
        ? of(1, 1)
        : of(store.used() == store.metadata() ? 0 : store.used(), store.total());
  }

  /** How much of a store that is being merged has gone back into its origin. */
  public static Cell unused(TargetState.Snapshot store) {
    long left = store.used() == store.metadata() ? 0 : store.used();
    long done = ALL - millionths(left, store.total());
    return Cell.number(text(done), done);
  }

  private static long millionths(long part, long whole) {
    if (whole == 0 || part == whole) {
      return ALL;
    }
    if (part == 0) {
      return 0;
    }
    long value = (long) (ALL * ((double) part / whole));
    return Math.max(1, value == ALL ? ALL - 1 : value);
  }

  private static String text(long millionths) {
    long hundredths = (millionths + HUNDREDTH / 2) / HUNDREDTH;
    if (millionths > 0 && millionths < HUNDREDTH) {
      hundredths = 1;
    } else if (millionths < ALL && millionths > ALL - HUNDREDTH) {
      hundredths = 9_999;
    }
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
