package org.jlvm.core.config.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Entries in the order of the source. Look-ups take a name or a path such as {@code
 * "global/locking_dir"}; of several entries with the same name (only metadata keeps them) the first
 * of the wanted kind is found, and an entry of another kind counts as absent, as in lvm2.
 *
 * <p>Changes only while its parser or builder fills it.
 */
public final class ConfigSection implements ConfigNode {
  /** Number of entries from which on a map is faster than looking through them. */
  private static final int INDEX_FROM = 24;

  private enum Kind {
    VALUE,
    SECTION,
    ANY;

    boolean matches(ConfigEntry entry) {
      return this == ANY || entry.isSection() == (this == SECTION);
    }
  }

  /** A list of its own: metadata asks for millions of entries. */
  private ConfigEntry[] entries = new ConfigEntry[8];

  private int size;
  private @Nullable Map<String, Integer> index;

  /** A bit for each hash of a name that is there, to know at once of most that are not. */
  private long hashes;

  public ConfigSection() {}

  public static ConfigSection of(List<ConfigEntry> entries) {
    ConfigSection section = new ConfigSection();
    for (ConfigEntry entry : entries) {
      section.add(entry);
    }
    return section;
  }

  void add(ConfigEntry entry) {
    Map<String, Integer> map = index;
    if (map != null) {
      map.putIfAbsent(entry.name(), size);
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    entries[size++] = entry;
    hashes |= hashBit(entry.name());
  }

  void addAll(ConfigSection other) {
    for (int i = 0; i < other.size; i++) {
      add(other.entries[i]);
    }
  }

  private static long hashBit(String name) {
    int hash = name.hashCode();
    return 1L << (hash ^ (hash >>> 6));
  }

  void replace(int position, ConfigEntry entry) {
    entries[position] = entry;
  }

  /** Position of the first value of that name, or -1. */
  int indexOfValue(String name) {
    return indexOf(name, Kind.VALUE);
  }

  /** Position of the first section of that name, or -1. */
  int indexOfSection(String name) {
    return indexOf(name, Kind.SECTION);
  }

  private int indexOf(String name, Kind kind) {
    for (int i = firstIndexOf(name); i >= 0 && i < size; i++) {
      ConfigEntry entry = entries[i];
      if (kind.matches(entry) && entry.name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int firstIndexOf(String name) {
    if ((hashes & hashBit(name)) == 0) {
      return -1;
    }
    if (size < INDEX_FROM) {
      for (int i = 0; i < size; i++) {
        if (entries[i].name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
    Map<String, Integer> map = index;
    if (map == null) {
      map = new HashMap<>(size * 2);
      for (int i = 0; i < size; i++) {
        map.putIfAbsent(entries[i].name(), i);
      }
      index = map;
    }
    return map.getOrDefault(name, -1);
  }

  public List<ConfigEntry> entries() {
    return Collections.unmodifiableList(Arrays.asList(entries).subList(0, size));
  }

  public int size() {
    return size;
  }

  /** One of {@link #entries()}. */
  public ConfigEntry entry(int index) {
    Objects.checkIndex(index, size);
    return entries[index];
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The first value of a name that is no path; for metadata, where millions of them are asked. */
  public @Nullable ConfigValue valueOf(String name) {
    int position = indexOf(name, Kind.VALUE);
    return position < 0 ? null : (ConfigValue) entries[position].node();
  }

  /** Whether there is a value or section of a name that is no path. */
  public boolean contains(String name) {
    return firstIndexOf(name) >= 0;
  }

  /** The first value or section at a path. */
  public Optional<ConfigNode> find(String path) {
    return Optional.ofNullable(lookUp(path, Kind.ANY));
  }

  public boolean has(String path) {
    return lookUp(path, Kind.ANY) != null;
  }

  public Optional<ConfigSection> findSection(String path) {
    return Optional.ofNullable((ConfigSection) lookUp(path, Kind.SECTION));
  }

  public Optional<ConfigValue> findValue(String path) {
    return Optional.ofNullable(value(path));
  }

  public Optional<String> findString(String path) {
    return value(path) instanceof StringValue string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  public String getString(String path, String fallback) {
    return findString(path).orElse(fallback);
  }

  public OptionalLong findLong(String path) {
    return value(path) instanceof ConfigValue.IntegerValue number
        ? OptionalLong.of(number.value())
        : OptionalLong.empty();
  }

  public long getLong(String path, long fallback) {
    return value(path) instanceof ConfigValue.IntegerValue number ? number.value() : fallback;
  }

  public double getDouble(String path, double fallback) {
    return value(path) instanceof ConfigValue.FloatValue number ? number.value() : fallback;
  }

  /** A number (not zero is true) or one of y, yes, on, true, n, no, off, false in any case. */
  public boolean getBoolean(String path, boolean fallback) {
    ConfigValue value = value(path);
    return value == null ? fallback : ConfigBooleans.parse(value).orElse(fallback);
  }

  /** The elements of an array; a single value counts as an array of one. */
  public Optional<List<ConfigValue>> findArray(String path) {
    ConfigValue value = value(path);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(
        value instanceof ConfigValue.ArrayValue array ? array.elements() : List.of(value));
  }

  /** The strings of an array or the single string; elements of other kinds are left out. */
  public Optional<List<String>> findStrings(String path) {
    Optional<List<ConfigValue>> array = findArray(path);
    if (array.isEmpty()) {
      return Optional.empty();
    }
    List<String> strings = new ArrayList<>(array.get().size());
    for (ConfigValue element : array.get()) {
      if (element instanceof StringValue string) {
        strings.add(string.value());
      }
    }
    return Optional.of(strings);
  }

  private @Nullable ConfigValue value(String path) {
    return (ConfigValue) lookUp(path, Kind.VALUE);
  }

  private @Nullable ConfigNode lookUp(String path, Kind kind) {
    ConfigSection section = this;
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      if (slash > from) {
        int position = section.indexOfSection(path.substring(from, slash));
        if (position < 0) {
          return null;
        }
        section = (ConfigSection) section.entries[position].node();
      }
      from = slash + 1;
    }
    int position = section.indexOf(path.substring(from), kind);
    return position < 0 ? null : section.entries[position].node();
  }

  /** Equal if the entries have equal names and nodes, wherever they came from. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ConfigSection that) || size != that.size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      ConfigEntry mine = entries[i];
      ConfigEntry theirs = that.entries[i];
      if (!mine.name().equals(theirs.name()) || !mine.node().equals(theirs.node())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + entries[i].name().hashCode() * 17 + entries[i].node().hashCode();
    }
    return hash;
  }
}
