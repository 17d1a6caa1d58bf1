package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.config.text.ConfigDocument;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.UnknownEntries;

/**
 * Reads the keys of one section of a metadata text; errors name the section.
 *
 * @param document the whole text
 * @param section the section
 * @param what how errors call it, e.g. {@code physical volume pv0}
 */
record SectionReader(ConfigDocument document, ConfigSection section, String what) {
  static final long MAX_NUMBER = 0xFFFFFFFFL;

  FormatException wrong(String key, String problem) {
    return new FormatException(what + ": " + key + ' ' + problem + '.');
  }

  long number(String key) {
    return findNumber(key).orElseThrow(() -> wrong(key, "is missing or not a number"));
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
    OptionalLong value = section.findLong(key);
    if (value.isEmpty() && section.has(key)) {
      throw wrong(key, "is not a number");
    }
    if (value.isPresent() && value.getAsLong() < 0) {
      throw wrong(key, "is out of range");
    }
    return value;
  }

  Optional<String> findString(String key) {
    return section.findString(key);
  }

  LvmId id() {
    Optional<String> text = findString("id");
    if (text.isEmpty() || !LvmId.isParsable(text.get())) {
      throw wrong("id", "is missing or not a valid UUID");
    }
    return LvmId.parse(text.get());
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
    List<Tag> tags = new ArrayList<>(0);
    for (String text : strings("tags")) {
      if (!Tag.isValid(text)) {
        throw wrong("tags", "has a bad tag: " + text);
      }
      tags.add(new Tag(text));
    }
    return tags;
  }

  private List<String> strings(String key) {
    Optional<List<ConfigValue>> values = section.findArray(key);
    if (values.isEmpty()) {
      return List.of();
    }
    List<String> strings = new ArrayList<>(values.get().size());
    for (ConfigValue value : values.get()) {
      if (!(value instanceof StringValue string)) {
        throw wrong(key, "has an element that is not a string");
      }
      strings.add(string.value());
    }
    return strings;
  }

  Flags flags(Flags.Owner owner) {
    if (!section.has("status")) {
      throw wrong("status", "is missing");
    }
    List<Flag> flags = new ArrayList<>(8);
    for (String name : strings("status")) {
      flags.add(owner.known(name).orElseGet(() -> Flag.status(name)));
    }
    for (String name : strings("flags")) {
      flags.add(owner.known(name).orElseGet(() -> Flag.compatible(name)));
    }
    return Flags.ofList(owner, flags);
  }

  /** What is there besides the keys that are known. */
  UnknownEntries unknown(List<String> known) {
    List<UnknownEntries.Entry> entries = new ArrayList<>(0);
    String lastKnown = "";
    for (ConfigEntry entry : section.entries()) {
      if (known.contains(entry.name())) {
        lastKnown = entry.name();
      } else {
        entries.add(new UnknownEntries.Entry(lastKnown, ForeignLines.strip(document.text(entry))));
      }
    }
    return entries.isEmpty() ? UnknownEntries.NONE : new UnknownEntries(entries);
  }
}
