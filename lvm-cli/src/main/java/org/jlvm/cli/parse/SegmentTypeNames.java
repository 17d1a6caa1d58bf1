package org.jlvm.cli.parse;

/** Values of {@code --type}: the segment types of lvm2 2.03.40. */
public final class SegmentTypeNames {
  /** In the order in which {@code lvm segtypes} lists them, each with a blank on both sides. */
  static final String PADDED =
      " striped linear zero error snapshot mirror raid0 raid0_meta raid1 raid10 raid10_near raid4"
          + " raid5 raid5_n raid5_la raid5_ls raid5_ra raid5_rs raid6 raid6_n_6 raid6_nc raid6_nr"
          + " raid6_zr raid6_ls_6 raid6_rs_6 raid6_la_6 raid6_ra_6 thin-pool thin cache-pool cache"
          + " vdo vdo-pool writecache integrity ";

  private SegmentTypeNames() {}

  /** All names, separated by single blanks. */
  public static String blankSeparated() {
    return PADDED.strip();
  }
}
