package org.jlvm.core.report.log;

import java.util.List;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.ObjectType;
import org.jlvm.core.report.field.ReservedValue;

/** Fields of {@link LogItem}. */
public final class LogFields implements FieldTable<LogItem> {
  /** The only type of object in such reports. */
  public static final ObjectType LOG = new OnlyType();

  private static final class OnlyType implements ObjectType {
    @Override
    public int bit() {
      return 1;
    }

    @Override
    public String description() {
      return "Command Log";
    }

    @Override
    public String prefix() {
      return "log_";
    }
  }

  @Override
  public List<? extends Field> fields() {
    return List.of(LogField.values());
  }

  @Override
  public List<ObjectType> objectTypes() {
    return List.of(LOG);
  }

  @Override
  public List<ReservedValue> reservedValues() {
    return List.of();
  }

  @Override
  public Cell cell(Field field, LogItem row) {
    return switch ((LogField) field) {
      case LOG_SEQ_NUM -> Cell.number(row.number());
      case LOG_TYPE -> Cell.text(row.type());
      case LOG_CONTEXT -> Cell.text(row.context());
      case LOG_OBJECT_TYPE -> Cell.text(row.subject().type());
      case LOG_OBJECT_NAME -> Cell.text(row.subject().name());
      case LOG_OBJECT_ID -> Cell.text(row.subject().id());
      case LOG_OBJECT_GROUP -> Cell.text(row.subject().group());
      case LOG_OBJECT_GROUP_ID -> Cell.text(row.subject().groupId());
      case LOG_MESSAGE -> Cell.text(row.message());
      case LOG_ERRNO -> Cell.number(row.errorNumber());
      case LOG_RET_CODE -> Cell.number(row.returnCode());
    };
  }
}
