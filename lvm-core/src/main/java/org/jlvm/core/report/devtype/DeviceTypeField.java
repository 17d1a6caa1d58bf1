package org.jlvm.core.report.devtype;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;
import org.jlvm.core.report.field.ObjectType;

/** Fields of kinds of devices. The texts are lvm2's. */
enum DeviceTypeField implements Field {
  DEVTYPE_NAME(
      "DevType",
      FieldType.STRING,
      7,
      "Name of Device Type exactly as it appears in /proc/devices."),
  DEVTYPE_MAX_PARTITIONS(
      "MaxParts",
      FieldType.NUMBER,
      8,
      "Maximum number of partitions. (How many device minor numbers get reserved for each"
          + " device.)"),
  DEVTYPE_DESCRIPTION("Description", FieldType.STRING, 11, "Description of Device Type.");

  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  DeviceTypeField(String heading, FieldType type, int width, String description) {
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
  public ObjectType object() {
    return DeviceTypeFields.KIND;
  }

  @Override
  public String description() {
    return description;
  }
}
