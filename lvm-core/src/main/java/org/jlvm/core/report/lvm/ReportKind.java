package org.jlvm.core.report.lvm;

import org.jlvm.core.error.FailedException;

/** What the rows of a report are. */
public enum ReportKind {
  VGS(LvmObject.VG),
  LVS(LvmObject.LV),
  SEGMENTS(LvmObject.SEGMENT),
  PVS(LvmObject.PV),
  PV_SEGMENTS(LvmObject.PV_SEGMENT),
  /** Physical volumes as their labels show them, without reading metadata. */
  LABELS(LvmObject.LABEL);

  private static final int LV_TYPES =
      LvmObject.LV.bit()
          | LvmObject.LV_DEVICE.bit()
          | LvmObject.LV_STATUS.bit()
          | LvmObject.LV_DEVICE_AND_STATUS.bit();
  private static final int PV_TYPES = LvmObject.PV.bit() | LvmObject.LABEL.bit();

  private final LvmObject object;

  ReportKind(LvmObject object) {
    this.object = object;
  }

  /** What a report of this kind is about if it has no other fields. */
  public LvmObject object() {
    return object;
  }

  /** The name in JSON and in messages: {@code lv}. */
  public String word() {
    String prefix = object.prefix();
    return prefix.substring(0, prefix.length() - 1);
  }

  /** Whether operands of a command that reports this are physical volumes. */
  public boolean isAboutPvs() {
    return this == PVS || this == PV_SEGMENTS || this == LABELS;
  }

  /**
   * The rows that fields of several types need.
   *
   * @param types bits of all types that have fields in the report, this kind's included
   * @param mixable whether fields of logical and physical volumes can stand in one row
   * @param where what messages add: the group that a part of a full report is about
   * @throws FailedException if no row has all the fields
   */
  public ReportKind widened(int types, boolean mixable, String where) {
    int all = types;
    if (LvmObject.SEGMENT.isIn(all)) {
      all |= LvmObject.LV.bit();
    }
    if (LvmObject.PV_SEGMENT.isIn(all)) {
      all |= LvmObject.PV.bit();
    }
    boolean lvs = (all & LV_TYPES) != 0;
    boolean pvs = (all & PV_TYPES) != 0;
    if (lvs && pvs && !mixable) {
      throw new FailedException(
          "Can't report LV and PV fields at the same time in "
              + (where.isEmpty() ? "" : "sub")
              + "report type \""
              + word()
              + "\""
              + (where.isEmpty() ? "" : " in VG " + where)
              + ".");
    }
    if (LvmObject.PV_SEGMENT.isIn(all) || (lvs && pvs)) {
      return PV_SEGMENTS;
    }
    if (LvmObject.PV.isIn(all) || (LvmObject.LABEL.isIn(all) && LvmObject.VG.isIn(all))) {
      return PVS;
    }
    if (LvmObject.SEGMENT.isIn(all)) {
      return SEGMENTS;
    }
    return lvs ? LVS : this;
  }
}
