package org.jlvm.core.report.lvm;

import org.jlvm.core.report.field.ObjectType;

/** What the fields of LVM reports are about. Reports are of one of these types, or several. */
public enum LvmObject implements ObjectType {
  VG("Volume Group", "vg_"),
  LV("Logical Volume", "lv_"),
  LV_DEVICE("Logical Volume Device Info", "lv_"),
  LV_STATUS("Logical Volume Device Status", "lv_"),
  LV_DEVICE_AND_STATUS("Logical Volume Device Info and Status Combined", "lv_"),
  PV("Physical Volume", "pv_"),
  LABEL("Physical Volume Label", "pv_"),
  SEGMENT("Logical Volume Segment", "seg_"),
  PV_SEGMENT("Physical Volume Segment", "pvseg_");

  private final String description;
  private final String prefix;

  LvmObject(String description, String prefix) {
    this.description = description;
    this.prefix = prefix;
  }

  @Override
  public int bit() {
    return 1 << ordinal();
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public String prefix() {
    return prefix;
  }

  /** Whether a set of types has this one. */
  public boolean isIn(int types) {
    return (types & bit()) != 0;
  }
}
