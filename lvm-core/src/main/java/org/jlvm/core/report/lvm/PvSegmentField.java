package org.jlvm.core.report.lvm;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;

/** Fields of runs of physical extents. The texts are lvm2's. */
enum PvSegmentField implements Field {
  PVSEG_START("Start", FieldType.NUMBER, 5, "Physical Extent number of start of segment."),
  PVSEG_SIZE("SSize", FieldType.NUMBER, 5, "Number of extents in segment.");

  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  PvSegmentField(String heading, FieldType type, int width, String description) {
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
    return LvmObject.PV_SEGMENT;
  }

  @Override
  public String description() {
    return description;
  }
}
