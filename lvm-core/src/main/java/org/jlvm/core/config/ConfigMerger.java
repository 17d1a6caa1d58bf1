package org.jlvm.core.config;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigNode;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;

/**
 * Merges configurations: a later value replaces an earlier one. What is new comes second in its
 * section, which is where lvm2 puts it and shows in the output of lvmconfig. Sections within
 * sections are only taken over with the whole section around them.
 */
public final class ConfigMerger {
  private static final String TAGS = "tags";

  private final List<ConfigEntry> root = new ArrayList<>();

  /** Lets a configuration replace settings merged before. */
  public void merge(ConfigSection added) {
    for (ConfigEntry entry : added.entries()) {
      mergeTop(entry, false);
    }
  }

  /**
   * Merges a file: sections that name tags count only on hosts with one of them, and filters and
   * volume lists are added in front of the earlier ones instead of replacing them.
   */
  public void mergeFile(ConfigSection added, List<String> hostTags) {
    for (ConfigEntry entry : added.entries()) {
      if (!entry.name().equals(TAGS) && isForHost(entry, hostTags)) {
        mergeTop(entry, true);
      }
    }
  }

  public ConfigSection result() {
    return ConfigSection.of(root);
  }

  private static boolean isForHost(ConfigEntry entry, List<String> hostTags) {
    if (!(entry.node() instanceof ConfigSection section) || !section.has(TAGS)) {
      return true;
    }
    for (String tag : section.findStrings(TAGS).orElse(List.of())) {
      String name = tag.startsWith("@") ? tag.substring(1) : tag;
      if (!name.isEmpty() && hostTags.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private void mergeTop(ConfigEntry entry, boolean isFile) {
    int existing = indexOf(root, entry.name(), entry.isSection());
    if (existing < 0) {
      insert(root, isFile ? withoutTags(entry) : entry);
      return;
    }
    ConfigEntry old = root.get(existing);
    if (old.node() instanceof ConfigSection before
        && entry.node() instanceof ConfigSection section) {
      root.set(existing, withNode(old, mergeSection(old.name(), before, section, isFile)));
    }
  }

  private static ConfigEntry withoutTags(ConfigEntry entry) {
    if (!(entry.node() instanceof ConfigSection section) || !section.has(TAGS)) {
      return entry;
    }
    List<ConfigEntry> kept = new ArrayList<>(section.entries());
    kept.removeIf(inner -> inner.name().equals(TAGS));
    return withNode(entry, ConfigSection.of(kept));
  }

  private static ConfigSection mergeSection(
      String name, ConfigSection before, ConfigSection added, boolean isFile) {
    List<ConfigEntry> merged = new ArrayList<>(before.entries());
    for (ConfigEntry entry : added.entries()) {
      if (entry.isSection() || (isFile && entry.name().equals(TAGS))) {
        continue;
      }
      int existing = indexOf(merged, entry.name(), false);
      if (existing < 0) {
        insert(merged, entry);
      } else if (isFile && isCumulative(name, entry.name())) {
        ConfigNode both = concatenate(entry.node(), merged.get(existing).node());
        merged.set(existing, withNode(entry, both));
      } else {
        merged.set(existing, entry);
      }
    }
    return ConfigSection.of(merged);
  }

  private static boolean isCumulative(String section, String name) {
    return section.equals("activation")
        ? name.equals("volume_list")
        : section.equals("devices") && (name.equals("filter") || name.equals("types"));
  }

  private static ConfigNode concatenate(ConfigNode first, ConfigNode second) {
    List<ConfigValue> all = new ArrayList<>(elements(first));
    all.addAll(elements(second));
    return ConfigValue.array(all);
  }

  private static List<ConfigValue> elements(ConfigNode node) {
    if (node instanceof ConfigValue.ArrayValue array) {
      return array.elements();
    }
    return node instanceof ConfigValue value ? List.of(value) : List.of();
  }

  private static ConfigEntry withNode(ConfigEntry entry, ConfigNode node) {
    return new ConfigEntry(entry.name(), node, entry.start(), entry.end());
  }

  private static void insert(List<ConfigEntry> entries, ConfigEntry entry) {
    entries.add(Math.min(1, entries.size()), entry);
  }

  private static int indexOf(List<ConfigEntry> entries, String name, boolean section) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(name) && entries.get(i).isSection() == section) {
        return i;
      }
    }
    return -1;
  }
}
