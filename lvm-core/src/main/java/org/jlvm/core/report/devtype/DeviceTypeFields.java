package org.jlvm.core.report.devtype;

import java.util.List;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.ObjectType;
import org.jlvm.core.report.field.ReservedValue;

/** Fields of {@link DeviceType}. */
public final class DeviceTypeFields implements FieldTable<DeviceType> {
  /** The only type of object in such reports. */
  public static final ObjectType KIND = new OnlyType();

  private static final class OnlyType implements ObjectType {
    @Override
    public int bit() {
      return 1;
    }

    @Override
    public String description() {
      return "Device Types";
    }

    @Override
    public String prefix() {
      return "devtype_";
    }
  }

  @Override
  public List<? extends Field> fields() {
    return List.of(DeviceTypeField.values());
  }

  @Override
  public List<ObjectType> objectTypes() {
    return List.of(KIND);
  }

  @Override
  public List<ReservedValue> reservedValues() {
    return List.of();
  }

  @Override
  public Cell cell(Field field, DeviceType row) {
    return switch ((DeviceTypeField) field) {
      case DEVTYPE_NAME -> Cell.text(row.name());
      case DEVTYPE_MAX_PARTITIONS -> Cell.number(row.partitions());
      case DEVTYPE_DESCRIPTION -> Cell.text(row.description());
    };
  }
}
