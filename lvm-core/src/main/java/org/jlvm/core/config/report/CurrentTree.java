package org.jlvm.core.config.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.table.SettingFlag;
import org.jlvm.core.config.table.SettingsTable;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;

/** Builds the tree of what is set, and merges it into that of the defaults. */
final class CurrentTree {
  private CurrentTree() {}

  static List<ReportNode> build(SettingsTable table, ConfigSection root) {
    List<ReportNode> nodes = new ArrayList<>();
    for (ConfigEntry entry : root.entries()) {
      Optional<SettingDefinition> definition =
          entry.isSection() ? table.resolve("", entry.name(), true) : Optional.empty();
      nodes.add(node(table, entry, definition));
    }
    return nodes;
  }

  private static ReportNode node(
      SettingsTable table, ConfigEntry entry, Optional<SettingDefinition> definition) {
    if (entry.node() instanceof ConfigValue value) {
      return ReportNode.setting(entry.name(), definition, value, ValueStyle.PLAIN);
    }
    ReportNode section = ReportNode.section(entry.name(), definition);
    boolean known =
        definition.isPresent()
            && definition.get().isSection()
            && !definition.get().has(SettingFlag.UNCHECKED);
    for (ConfigEntry inner : ((ConfigSection) entry.node()).entries()) {
      Optional<SettingDefinition> innerDefinition =
          known ? table.resolve(section.path(), inner.name(), inner.isSection()) : Optional.empty();
      section.children().add(node(table, inner, innerDefinition));
    }
    return section;
  }

  /**
   * Adds what is set to the defaults of what is not, each as second in its section, as lvm2 does;
   * sections within sections are left out unless the whole section is new.
   */
  static void mergeInto(List<ReportNode> defaults, List<ReportNode> current) {
    for (ReportNode node : current) {
      Optional<ReportNode> section = ReportNode.find(defaults, node.name());
      if (section.isEmpty()) {
        insert(defaults, node);
      } else if (section.get().isSection()) {
        for (ReportNode setting : node.children()) {
          if (!setting.isSection()) {
            insert(section.get().children(), setting);
          }
        }
      }
    }
  }

  private static void insert(List<ReportNode> nodes, ReportNode node) {
    nodes.add(Math.min(1, nodes.size()), node);
  }
}
