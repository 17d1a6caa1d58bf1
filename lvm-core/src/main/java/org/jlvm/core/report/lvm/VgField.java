package org.jlvm.core.report.lvm;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;

/** Fields of volume groups. The texts are lvm2's. */
enum VgField implements Field {
  VG_FMT("Fmt", FieldType.STRING, 3, "Type of metadata."),
  VG_UUID("VG UUID", FieldType.STRING, 38, "Unique identifier."),
  VG_NAME("VG", FieldType.STRING, 2, "Name."),
  VG_ATTR("Attr", FieldType.STRING, 5, "Various attributes - see man page."),
  VG_PERMISSIONS("VPerms", FieldType.STRING, 10, "VG permissions."),
  VG_EXTENDABLE("Extendable", FieldType.NUMBER, 10, "Set if VG is extendable."),
  VG_EXPORTED("Exported", FieldType.NUMBER, 10, "Set if VG is exported."),
  VG_AUTOACTIVATION("AutoAct", FieldType.NUMBER, 7, "Set if VG autoactivation is enabled."),
  VG_PARTIAL("Partial", FieldType.NUMBER, 10, "Set if VG is partial."),
  VG_ALLOCATION_POLICY("AllocPol", FieldType.STRING, 10, "VG allocation policy."),
  VG_CLUSTERED("Clustered", FieldType.NUMBER, 10, "Set if VG is clustered."),
  VG_SHARED("Shared", FieldType.NUMBER, 7, "Set if VG is shared."),
  VG_SIZE("VSize", FieldType.SIZE, 5, "Total size of VG in current units."),
  VG_FREE("VFree", FieldType.SIZE, 5, "Total amount of free space in current units."),
  VG_SYSID("SYS ID", FieldType.STRING, 6, "System ID of the VG indicating which host owns it."),
  VG_SYSTEMID(
      "System ID", FieldType.STRING, 9, "System ID of the VG indicating which host owns it."),
  VG_LOCK_TYPE("LockType", FieldType.STRING, 8, "Lock type of the VG used by lvmlockd."),
  VG_LOCK_ARGS("VLockArgs", FieldType.STRING, 9, "Lock args of the VG used by lvmlockd."),
  VG_PERSIST("PRSet", FieldType.STRING, 5, "Persistent Reservation setting."),
  VG_PR("PR", FieldType.STRING, 2, "Persistent Reservation status."),
  VG_EXTENT_SIZE("Ext", FieldType.SIZE, 3, "Size of Physical Extents in current units."),
  VG_EXTENT_COUNT("#Ext", FieldType.NUMBER, 4, "Total number of Physical Extents."),
  VG_FREE_COUNT("Free", FieldType.NUMBER, 4, "Total number of unallocated Physical Extents."),
  MAX_LV("MaxLV", FieldType.NUMBER, 5, "Maximum number of LVs allowed in VG or 0 if unlimited."),
  MAX_PV("MaxPV", FieldType.NUMBER, 5, "Maximum number of PVs allowed in VG or 0 if unlimited."),
  PV_COUNT("#PV", FieldType.NUMBER, 3, "Number of PVs in VG."),
  VG_MISSING_PV_COUNT(
      "#PV Missing", FieldType.NUMBER, 11, "Number of PVs in VG which are missing."),
  LV_COUNT("#LV", FieldType.NUMBER, 3, "Number of LVs."),
  SNAP_COUNT("#SN", FieldType.NUMBER, 3, "Number of snapshots."),
  VG_SEQNO(
      "Seq",
      FieldType.NUMBER,
      3,
      "Revision number of internal metadata.  Incremented whenever it changes."),
  VG_TAGS("VG Tags", FieldType.STRING_LIST, 7, "Tags, if any."),
  VG_PROFILE("VProfile", FieldType.STRING, 8, "Configuration profile attached to this VG."),
  VG_MDA_COUNT("#VMda", FieldType.NUMBER, 5, "Number of metadata areas on this VG."),
  VG_MDA_USED_COUNT("#VMdaUse", FieldType.NUMBER, 8, "Number of metadata areas in use on this VG."),
  VG_MDA_FREE(
      "VMdaFree", FieldType.SIZE, 9, "Free metadata area space for this VG in current units."),
  VG_MDA_SIZE(
      "VMdaSize",
      FieldType.SIZE,
      9,
      "Size of smallest metadata area for this VG in current units."),
  VG_MDA_COPIES(
      "#VMdaCps", FieldType.NUMBER, 8, "Target number of in use metadata areas in the VG.");

  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  VgField(String heading, FieldType type, int width, String description) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.heading = heading;
    this.type = type;
    this.width = width;
    this.description = description;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String heading() {
    return heading;
  }

  @Override
  public FieldType type() {
    return type;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public LvmObject object() {
    return LvmObject.VG;
  }

  @Override
  public String description() {
    return description;
  }
}
