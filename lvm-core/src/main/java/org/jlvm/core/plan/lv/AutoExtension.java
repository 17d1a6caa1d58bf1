package org.jlvm.core.plan.lv;

import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/**
 * By how much a volume is to grow because it fills up (lvm.conf: activation/*_autoextend_threshold,
 * activation/*_autoextend_percent).
 *
 * @param threshold percent of use above which it grows; 100 for never
 * @param step percent of its length by which it grows at least
 */
public record AutoExtension(int threshold, int step) {
  /** Below this use nothing grows. */
  private static final int LEAST = 50;

  private static final long MILLIONTHS = 1_000_000;

  /** The policy for snapshots, with what is wrong about it put right. */
  public static AutoExtension forSnapshots(int threshold, int step, Messages messages) {
    if (threshold >= LEAST) {
      return new AutoExtension(threshold, step);
    }
    messages.warn(
        "WARNING: Snapshot autoextend threshold "
            + threshold
            + "% is set below minimal supported value 50%.");
    return new AutoExtension(LEAST, step);
  }

  public boolean isEnabled() {
    return threshold < 100;
  }

  /**
   * Percent of its length by which a volume is to grow, 0 for not at all: the step or, if that is
   * not enough, what brings the use below the threshold.
   *
   * @param use of the volume in millionths of a percent, 0 to 100,000,000
   * @param name for messages
   * @param type of its segments, for messages
   * @throws FailedException if it may grow but by nothing
   */
  public long percentFor(long use, String name, String type) {
    if (!isEnabled()) {
      return 0;
    }
    if (step == 0) {
      throw new FailedException(
          "Can't extend " + name + " with " + type + " autoextend percent set to 0%.");
    }
    if (use <= LEAST * MILLIONTHS || use <= threshold * MILLIONTHS) {
      return 0;
    }
    long unit = threshold * MILLIONTHS / 100;
    long needed = (use + unit - 1) / unit - 100;
    return Math.max(step, needed);
  }
}
