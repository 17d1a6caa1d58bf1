package org.jlvm.core.report.table;

/**
 * How the lines of a text report look, and whether rows wait for the last one.
 *
 * @param aligned columns are padded
 * @param buffered rows are collected, sorted and shown at the end, not at once
 * @param headings what stands above
 * @param separator between columns
 * @param prefixes values are written as {@code LVM2_FIELD='value'}
 * @param quoted such values are in quotes
 * @param rows each field is a line instead of a column
 */
public record Layout(
    boolean aligned,
    boolean buffered,
    Headings headings,
    String separator,
    boolean prefixes,
    boolean quoted,
    boolean rows) {
  /** lvm2's defaults. */
  public static final Layout DEFAULT =
      new Layout(true, true, Headings.ABBREVIATED, " ", false, true, false);

  /** Transposed reports can be neither unbuffered nor aligned. */
  public Layout {
    if (rows) {
      buffered = true;
      aligned = false;
    }
  }

  /** The same, with rows that wait for the last one. */
  public Layout inOneGo() {
    return new Layout(aligned, true, headings, separator, prefixes, quoted, rows);
  }
}
