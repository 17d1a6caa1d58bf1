package org.jlvm.core.report.log;

import java.util.Locale;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldType;
import org.jlvm.core.report.field.ObjectType;

/** Fields of the log of a command. The texts are lvm2's. */
enum LogField implements Field {
  LOG_SEQ_NUM("Seq", FieldType.NUMBER, 3, "Log sequence number."),
  LOG_TYPE("LogType", FieldType.STRING, 7, "Log type."),
  LOG_CONTEXT("Context", FieldType.STRING, 7, "Current context."),
  LOG_OBJECT_TYPE("ObjType", FieldType.STRING, 7, "Current object type."),
  LOG_OBJECT_NAME("ObjName", FieldType.STRING, 7, "Current object name."),
  LOG_OBJECT_ID("ObjID", FieldType.STRING, 7, "Current object ID."),
  LOG_OBJECT_GROUP("ObjGrp", FieldType.STRING, 7, "Current object group."),
  LOG_OBJECT_GROUP_ID("ObjGrpID", FieldType.STRING, 8, "Current object group ID."),
  LOG_MESSAGE("Msg", FieldType.STRING, 7, "Log message."),
  LOG_ERRNO("Errno", FieldType.NUMBER, 5, "Errno."),
  LOG_RET_CODE("RetCode", FieldType.NUMBER, 7, "Return code.");

  private final String id;
  private final String heading;
  private final FieldType type;
  private final int width;
  private final String description;

  LogField(String heading, FieldType type, int width, String description) {
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
    return LogFields.LOG;
  }

  @Override
  public String description() {
    return description;
  }
}
