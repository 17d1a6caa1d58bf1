package org.jlvm.core.report.lvm;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;

/** Fields of physical volumes and their labels. The texts are lvm2's. */
enum PvField implements Field {
  PV_FMT(LvmObject.LABEL, "Fmt", FieldType.STRING, 3, "Type of metadata."),
  PV_UUID(LvmObject.LABEL, "PV UUID", FieldType.STRING, 38, "Unique identifier."),
  DEV_SIZE(
      LvmObject.LABEL, "DevSize", FieldType.SIZE, 7, "Size of underlying device in current units."),
  PV_NAME(LvmObject.LABEL, "PV", FieldType.STRING, 10, "Name."),
  PV_MAJOR(LvmObject.LABEL, "Maj", FieldType.NUMBER, 3, "Device major number."),
  PV_MINOR(LvmObject.LABEL, "Min", FieldType.NUMBER, 3, "Device minor number."),
  PV_MDA_FREE(
      LvmObject.LABEL,
      "PMdaFree",
      FieldType.SIZE,
      9,
      "Free metadata area space on this device in current units."),
  PV_MDA_SIZE(
      LvmObject.LABEL,
      "PMdaSize",
      FieldType.SIZE,
      9,
      "Size of smallest metadata area on this device in current units."),
  PV_EXT_VSN(LvmObject.LABEL, "PExtVsn", FieldType.NUMBER, 7, "PV header extension version."),
  PE_START(
      LvmObject.PV,
      "1st PE",
      FieldType.SIZE,
      7,
      "Offset to the start of data on the underlying device."),
  PV_SIZE(LvmObject.PV, "PSize", FieldType.SIZE, 5, "Size of PV in current units."),
  PV_FREE(
      LvmObject.PV,
      "PFree",
      FieldType.SIZE,
      5,
      "Total amount of unallocated space in current units."),
  PV_USED(
      LvmObject.PV, "Used", FieldType.SIZE, 4, "Total amount of allocated space in current units."),
  PV_ATTR(LvmObject.PV, "Attr", FieldType.STRING, 4, "Various attributes - see man page."),
  PV_ALLOCATABLE(
      LvmObject.PV,
      "Allocatable",
      FieldType.NUMBER,
      11,
      "Set if this device can be used for allocation."),
  PV_EXPORTED(LvmObject.PV, "Exported", FieldType.NUMBER, 10, "Set if this device is exported."),
  PV_MISSING(
      LvmObject.PV, "Missing", FieldType.NUMBER, 10, "Set if this device is missing in system."),
  PV_PE_COUNT(LvmObject.PV, "PE", FieldType.NUMBER, 3, "Total number of Physical Extents."),
  PV_PE_ALLOC_COUNT(
      LvmObject.PV, "Alloc", FieldType.NUMBER, 5, "Total number of allocated Physical Extents."),
  PV_TAGS(LvmObject.PV, "PV Tags", FieldType.STRING_LIST, 7, "Tags, if any."),
  PV_MDA_COUNT(
      LvmObject.PV, "#PMda", FieldType.NUMBER, 5, "Number of metadata areas on this device."),
  PV_MDA_USED_COUNT(
      LvmObject.PV,
      "#PMdaUse",
      FieldType.NUMBER,
      8,
      "Number of metadata areas in use on this device."),
  PV_BA_START(
      LvmObject.PV,
      "BA Start",
      FieldType.SIZE,
      8,
      "Offset to the start of PV Bootloader Area on the underlying device in current units."),
  PV_BA_SIZE(
      LvmObject.PV, "BA Size", FieldType.SIZE, 7, "Size of PV Bootloader Area in current units."),
  PV_IN_USE(LvmObject.PV, "PInUse", FieldType.NUMBER, 6, "Set if PV is used."),
  PV_DUPLICATE(
      LvmObject.PV, "Duplicate", FieldType.NUMBER, 9, "Set if PV is an unchosen duplicate."),
  PV_DEVICE_ID(LvmObject.PV, "DeviceID", FieldType.STRING, 8, "Device ID such as the WWID."),
  PV_DEVICE_ID_TYPE(
      LvmObject.PV, "DeviceIDType", FieldType.STRING, 12, "Type of device ID such as WWID.");

  private final LvmObject object;
  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  PvField(LvmObject object, String heading, FieldType type, int width, String description) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.object = object;
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
    return object;
  }

  @Override
  public String description() {
    return description;
  }
}
