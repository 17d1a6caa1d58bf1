package org.jlvm.dm.table;

/**
 * How much of something is done, as the kernel counts it.
 *
 * @param done not negative; may pass the total for a moment while the kernel counts
 * @param total not negative
 */
public record Ratio(long done, long total) {
  public Ratio {
    if (done < 0 || total < 0) {
      throw new IllegalArgumentException("negative ratio " + done + "/" + total);
    }
  }

  public boolean complete() {
    return done >= total;
  }

  @Override
  public String toString() {
    return done + "/" + total;
  }
}
