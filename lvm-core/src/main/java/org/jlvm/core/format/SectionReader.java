package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jlvm.core.config.text.ConfigDocument;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.UnknownEntries;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one section of a metadata text; errors name the section. */
final class SectionReader {
  static final long MAX_NUMBER = 0xFFFFFFFFL;

  private final ConfigDocument document;
  private final ConfigSection section;
  private final Optional<SectionReader> outer;
  private final String kind;
  private final String name;

  /**
   * @param document the whole text
   * @param section the section
   * @param kind how errors call such a section, e.g. {@code physical volume}
   * @param name how they call this one
   */
  SectionReader(ConfigDocument document, ConfigSection section, String kind, String name) {
    this(document, section, Optional.empty(), kind, name);
  }

  private SectionReader(
      ConfigDocument document,
      ConfigSection section,
      Optional<SectionReader> outer,
      String kind,
      String name) {
    this.document = document;
    this.section = section;
    this.outer = outer;
    this.kind = kind;
    this.name = name;
  }

  /** Reads a section within this one. */
  SectionReader within(ConfigSection inner, String innerName) {
    return new SectionReader(document, inner, Optional.of(this), "", innerName);
  }

  ConfigDocument document() {
    return document;
  }

  ConfigSection section() {
    return section;
  }

  /** How errors call the section: {@code physical volume pv0}. */
  String what() {
    return outer.isPresent() ? outer.get().what() + ", " + name : kind + ' ' + name;
  }

  FormatException wrong(String key, String problem) {
    return new FormatException(what() + ": " + key + ' ' + problem + '.');
  }

  long number(String key) {
    OptionalLong value = findNumber(key);
    if (value.isEmpty()) {
      throw wrong(key, "is missing or not a number");
    }
    return value.getAsLong();
  }

  /** A number of 0 to 2^32-1. */
  OptionalLong findNumber(String key) {
    OptionalLong value = findLong(key);
    if (value.isPresent() && value.getAsLong() > MAX_NUMBER) {
      throw wrong(key, "is out of range");
    }
    return value;
  }

  /** A number of 0 to 2^63-1. */
  OptionalLong findLong(String key) {
    ConfigValue value = section.valueOf(key);
    if (value instanceof ConfigValue.IntegerValue number) {
      if (number.value() < 0) {
        throw wrong(key, "is out of range");
      }
      return OptionalLong.of(number.value());
    }
    if (section.contains(key)) {
      throw wrong(key, "is not a number");
    }
    return OptionalLong.empty();
  }

  Optional<String> findString(String key) {
    return section.valueOf(key) instanceof StringValue text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  LvmId id() {
    try {
      return LvmId.parse(findString("id").orElse(""));
    } catch (IllegalArgumentException e) {
      throw wrong("id", "is missing or not a valid UUID");
    }
  }

  AllocationPolicy allocation(AllocationPolicy fallback) {
    Optional<String> text = findString("allocation_policy");
    if (text.isEmpty()) {
      return fallback;
    }
    return AllocationPolicy.ofText(text.get())
        .orElseThrow(() -> wrong("allocation_policy", "is unknown: " + text.get()));
  }

  List<Tag> tags() {
    List<String> texts = strings("tags");
    if (texts.isEmpty()) {
      return List.of();
    }
    List<Tag> tags = new ArrayList<>(texts.size());
    for (String text : texts) {
      if (!Tag.isValid(text)) {
        throw wrong("tags", "has a bad tag: " + text);
      }
      tags.add(new Tag(text));
    }
    return tags;
  }

  private List<String> strings(String key) {
    return strings(key, section.valueOf(key));
  }

  /** The strings that a key has for its value. */
  List<String> strings(String key, @Nullable ConfigValue value) {
    if (value == null) {
      return List.of();
    }
    List<ConfigValue> values =
        value instanceof ConfigValue.ArrayValue array ? array.elements() : List.of(value);
    List<String> strings = new ArrayList<>(values.size());
    for (ConfigValue element : values) {
      if (!(element instanceof StringValue string)) {
        throw wrong(key, "has an element that is not a string");
      }
      strings.add(string.value());
    }
    return strings;
  }

  Flags flags(FlagsReader reader) {
    if (!section.contains("status")) {
      throw wrong("status", "is missing");
    }
    return reader.read(this, section.valueOf("status"), section.valueOf("flags"));
  }

  /** What is there besides the keys that are known. */
  UnknownEntries unknown(Set<String> known) {
    return unknown(entry -> known.contains(entry.name()));
  }

  /** What is there besides the entries that are known. */
  UnknownEntries unknown(Predicate<ConfigEntry> known) {
    List<UnknownEntries.Entry> entries = new ArrayList<>(0);
    String lastKnown = "";
    for (int i = 0; i < section.size(); i++) {
      ConfigEntry entry = section.entry(i);
      if (known.test(entry)) {
        lastKnown = entry.name();
      } else {
        entries.add(new UnknownEntries.Entry(lastKnown, ForeignLines.strip(document.text(entry))));
      }
    }
    return entries.isEmpty() ? UnknownEntries.NONE : new UnknownEntries(entries);
  }
}
