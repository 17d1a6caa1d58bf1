package org.jlvm.core.config.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int INDEX_FROM = 9;

  private final List<ConfigEntry> entries = new ArrayList<>(8);
  private @Nullable Map<String, Integer> index;

  public ConfigSection() {}

  public static ConfigSection of(List<ConfigEntry> entries) {
    ConfigSection section = new ConfigSection();
    section.entries.addAll(entries);
    return section;
  }

  void add(ConfigEntry entry) {
    Map<String, Integer> map = index;
    if (map != null) {
      map.putIfAbsent(entry.name(), entries.size());
    }
    entries.add(entry);
  }

  void replace(int position, ConfigEntry entry) {
    entries.set(position, entry);
  }

  /** Position of the first entry of that name and kind, or -1. */
  int indexOf(String name, Class<? extends ConfigNode> kind) {
    for (int i = firstIndexOf(name); i >= 0 && i < entries.size(); i++) {
      ConfigEntry entry = entries.get(i);
      if (kind.isInstance(entry.node()) && entry.name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int firstIndexOf(String name) {
    if (entries.size() < INDEX_FROM) {
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
    Map<String, Integer> map = index;
    if (map == null) {
      map = new HashMap<>(entries.size() * 2);
      for (int i = 0; i < entries.size(); i++) {
        map.putIfAbsent(entries.get(i).name(), i);
      }
      index = map;
    }
    return map.getOrDefault(name, -1);
  }

  public List<ConfigEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The first value or section at a path. */
  public Optional<ConfigNode> find(String path) {
    return Optional.ofNullable(lookUp(path, ConfigNode.class));
  }

  public boolean has(String path) {
    return lookUp(path, ConfigNode.class) != null;
  }

  public Optional<ConfigSection> findSection(String path) {
    return Optional.ofNullable(lookUp(path, ConfigSection.class));
  }

  public Optional<ConfigValue> findValue(String path) {
    return Optional.ofNullable(lookUp(path, ConfigValue.class));
  }

  public Optional<String> findString(String path) {
    return lookUp(path, ConfigValue.class) instanceof StringValue string
        ? Optional.of(string.value())
        : Optional.empty();
  }

  public String getString(String path, String fallback) {
    return findString(path).orElse(fallback);
  }

  public OptionalLong findLong(String path) {
    return lookUp(path, ConfigValue.class) instanceof ConfigValue.IntegerValue number
        ? OptionalLong.of(number.value())
        : OptionalLong.empty();
  }

  public long getLong(String path, long fallback) {
    return lookUp(path, ConfigValue.class) instanceof ConfigValue.IntegerValue number
        ? number.value()
        : fallback;
  }

  public double getDouble(String path, double fallback) {
    return lookUp(path, ConfigValue.class) instanceof ConfigValue.FloatValue number
        ? number.value()
        : fallback;
  }

  /** A number (not zero is true) or one of y, yes, on, true, n, no, off, false in any case. */
  public boolean getBoolean(String path, boolean fallback) {
    ConfigValue value = lookUp(path, ConfigValue.class);
    return value == null ? fallback : ConfigBooleans.parse(value).orElse(fallback);
  }

  /** The elements of an array; a single value counts as an array of one. */
  public Optional<List<ConfigValue>> findArray(String path) {
    ConfigValue value = lookUp(path, ConfigValue.class);
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

  private <T extends ConfigNode> @Nullable T lookUp(String path, Class<T> kind) {
    ConfigSection section = this;
    int from = 0;
    while (true) {
      while (from < path.length() && path.charAt(from) == '/') {
        from++;
      }
      int slash = path.indexOf('/', from);
      if (slash < 0) {
        int position = section.indexOf(path.substring(from), kind);
        return position < 0 ? null : kind.cast(section.entries.get(position).node());
      }
      int position = section.indexOf(path.substring(from, slash), ConfigSection.class);
      if (position < 0) {
        return null;
      }
      section = (ConfigSection) section.entries.get(position).node();
      from = slash + 1;
    }
  }

  /** Equal if the entries have equal names and nodes, wherever they came from. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ConfigSection that) || entries.size() != that.entries.size()) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      ConfigEntry mine = entries.get(i);
      ConfigEntry theirs = that.entries.get(i);
      if (!mine.name().equals(theirs.name()) || !mine.node().equals(theirs.node())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (ConfigEntry entry : entries) {
      hash = 31 * hash + entry.name().hashCode() * 17 + entry.node().hashCode();
    }
    return hash;
  }
}
