package org.jlvm.core.report;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.FieldTable;
import org.jlvm.core.report.field.FieldType;
import org.jlvm.core.report.field.ObjectType;
import org.jlvm.core.report.field.ReservedValue;

/** A small table of fields of every type, so that reports can be tested without volumes. */
final class ToyTable implements FieldTable<ToyTable.Toy> {
  /** A row. Sizes are sectors, percents millionths, times seconds. */
  record Toy(String name, long count, long sectors, long percent, long made, List<String> tags) {}

  enum ToyField implements Field {
    TOY_NAME("Name", FieldType.STRING, 4),
    TOY_COUNT("#", FieldType.NUMBER, 1),
    TOY_SIZE("Size", FieldType.SIZE, 6),
    TOY_FULL("Full%", FieldType.PERCENT, 5),
    TOY_TIME("Made", FieldType.TIME, 4),
    TOY_TAGS("Tags", FieldType.STRING_LIST, 4),
    TOY_VERY_LONG("A long heading", FieldType.STRING, 6),
    TOY_FLAG("Flag", FieldType.NUMBER, 4);

    private final String heading;
    private final FieldType type;
    private final int width;

    ToyField(String heading, FieldType type, int width) {
      this.heading = heading;
      this.type = type;
      this.width = width;
    }

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
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
      return Only.TOY;
    }

    @Override
    public String description() {
      return "A field.";
    }
  }

  enum Only implements ObjectType {
    TOY;

    @Override
    public int bit() {
      return 1;
    }

    @Override
    public String description() {
      return "Toy";
    }

    @Override
    public String prefix() {
      return "toy_";
    }
  }

  @Override
  public List<ToyField> fields() {
    return List.of(ToyField.values());
  }

  @Override
  public List<ObjectType> objectTypes() {
    return List.of(Only.TOY);
  }

  @Override
  public List<ReservedValue> reservedValues() {
    return List.of(
        ReservedValue.strictNumber(Cell.number(-1), "-1", "undefined"),
        ReservedValue.named(ToyField.TOY_FLAG, Cell.number(1), "set", "yes"),
        ReservedValue.named(ToyField.TOY_FLAG, Cell.number(0), "set", "no"));
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Cell cell(Field field, Toy row) {
    return switch ((ToyField) field) {
      case TOY_NAME -> Cell.text(row.name());
      case TOY_COUNT -> row.count() < 0 ? Cell.UNDEFINED : Cell.number(row.count());
      case TOY_SIZE -> Cell.size(row.sectors() + "S", row.sectors());
      case TOY_FULL ->
          row.percent() < 0
              ? Cell.UNDEFINED
              : Cell.number(row.percent() / 1_000_000 + ".00", row.percent());
      case TOY_TIME -> Cell.number("t" + row.made(), row.made());
      case TOY_TAGS -> Cell.list(row.tags(), ",");
      case TOY_VERY_LONG -> Cell.EMPTY;
      case TOY_FLAG -> Cell.number(row.count() > 1 ? "set" : "", row.count() > 1 ? 1 : 0);
    };
  }
}
