package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.ForeignText;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.SegmentSource;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.UnknownEntries;
import org.jlvm.core.segtype.SegmentTypes;

/** Reads one segment section; remembers which keys its type asked for, the others are unknown. */
final class SegmentReader implements SegmentSource, Predicate<ConfigEntry> {
  private final SectionReader section;
  private final Names names;
  private final List<String> asked = new ArrayList<>(4);
  private Map<LvmId, String> lvNames = Map.of();

  private SegmentReader(SectionReader section, Names names) {
    this.section = section;
    this.names = names;
  }

  static Segment read(SectionReader section, Names names) {
    SegmentReader reader = new SegmentReader(section, names);
    Optional<String> typeName = section.findString("type");
    if (typeName.isEmpty() && section.section().contains("type")) {
      throw section.wrong("type", "is not a string");
    }
    SegmentType type = SegmentTypes.ofName(typeName.orElse("striped"));
    try {
      SegmentHead head =
          new SegmentHead(
              section.number("start_extent"),
              section.number("extent_count"),
              section.findNumber("reshape_count").orElse(0),
              section.tags(),
              UnknownEntries.NONE);
      Segment segment = type.read(head, reader);
      UnknownEntries unknown = section.unknown(reader);
      return unknown.isEmpty()
          ? segment
          : segment.withHead(
              new SegmentHead(
                  head.start(), head.length(), head.reshapeLength(), head.tags(), unknown));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new FormatException(section.what() + ": " + e.getMessage() + '.', e);
    }
  }

  /** Whether an entry is known. */
  @Override
  public boolean test(ConfigEntry entry) {
    return VgKeys.SEGMENT.contains(entry.name()) || asked.contains(entry.name());
  }

  @Override
  public boolean has(String key) {
    asked.add(key);
    return section.section().has(key);
  }

  @Override
  public long number(String key) {
    asked.add(key);
    return section.number(key);
  }

  @Override
  public OptionalLong findNumber(String key) {
    asked.add(key);
    return section.findNumber(key);
  }

  @Override
  public LvmId lv(String key) {
    return findLv(key).orElseThrow(() -> section.wrong(key, "is missing"));
  }

  @Override
  public Optional<LvmId> findLv(String key) {
    asked.add(key);
    Optional<String> name = section.findString(key);
    return name.isPresent() ? Optional.of(lvNamed(key, name.get())) : Optional.empty();
  }

  private LvmId lvNamed(String key, String name) {
    Optional<LvmId> found = names.lv(name);
    if (found.isEmpty()) {
      throw section.wrong(key, "names an unknown logical volume: " + name);
    }
    LvmId id = found.get();
    if (lvNames.isEmpty()) {
      lvNames = new HashMap<>();
    }
    lvNames.put(id, name);
    return id;
  }

  @Override
  public List<Area> areas(String key, long count) {
    asked.add(key);
    List<ConfigValue> values = list(key);
    if (count < 1 || values.size() != count * 2) {
      throw section.wrong(key, "has not " + count + " areas");
    }
    List<Area> areas = new ArrayList<>((int) count);
    for (int i = 0; i < values.size(); i += 2) {
      areas.add(area(key, values.get(i), values.get(i + 1)));
    }
    return areas;
  }

  private Area area(String key, ConfigValue name, ConfigValue extent) {
    if (!(name instanceof StringValue volume)
        || !(extent instanceof ConfigValue.IntegerValue number)
        || number.value() < 0
        || number.value() > SectionReader.MAX_NUMBER) {
      throw section.wrong(key, "has an area that is not a name and an extent");
    }
    Optional<LvmId> pv = names.pv(volume.value());
    if (pv.isPresent()) {
      return new Area.OnPv(pv.get(), number.value());
    }
    return new Area.OnLv(lvNamed(key, volume.value()), number.value());
  }

  @Override
  public List<LvmId> lvList(String key) {
    asked.add(key);
    List<LvmId> ids = new ArrayList<>();
    for (ConfigValue value : list(key)) {
      if (!(value instanceof StringValue name)) {
        throw section.wrong(key, "has an element that is not a name");
      }
      ids.add(lvNamed(key, name.value()));
    }
    return ids;
  }

  private List<ConfigValue> list(String key) {
    ConfigValue value = section.section().valueOf(key);
    if (value == null) {
      throw section.wrong(key, "is missing");
    }
    return value instanceof ConfigValue.ArrayValue array ? array.elements() : List.of(value);
  }

  @Override
  public String nameOf(LvmId lv) {
    return lvNames.getOrDefault(lv, "");
  }

  @Override
  public ForeignText foreignText() {
    List<String> lines = new ArrayList<>();
    for (ConfigEntry entry : section.section().entries()) {
      if (!VgKeys.SEGMENT.contains(entry.name())) {
        asked.add(entry.name());
        lines.addAll(ForeignLines.strip(section.document().text(entry)));
      }
    }
    return new ForeignText(ForeignLines.link(lines, names));
  }
}
