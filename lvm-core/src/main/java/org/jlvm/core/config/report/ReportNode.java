package org.jlvm.core.config.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.text.ConfigValue;

/**
 * A line of the report, or a section with lines in it.
 *
 * @param definition what is known of it; empty if it is unknown or nothing is checked there
 * @param value empty for a section
 * @param style how the value is printed
 */
record ReportNode(
    String name,
    Optional<SettingDefinition> definition,
    Optional<ConfigValue> value,
    ValueStyle style,
    List<ReportNode> children) {

  static ReportNode section(String name, Optional<SettingDefinition> definition) {
    return new ReportNode(name, definition, Optional.empty(), ValueStyle.PLAIN, new ArrayList<>());
  }

  static ReportNode setting(
      String name, Optional<SettingDefinition> definition, ConfigValue value, ValueStyle style) {
    return new ReportNode(name, definition, Optional.of(value), style, List.of());
  }

  boolean isSection() {
    return value.isEmpty();
  }

  String path() {
    return definition.map(SettingDefinition::path).orElse("");
  }

  /** The first node at a path below the given ones. */
  static Optional<ReportNode> find(List<ReportNode> nodes, String path) {
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    int slash = path.indexOf('/', start);
    String name = slash < 0 ? path.substring(start) : path.substring(start, slash);
    for (ReportNode node : nodes) {
      if (node.name().equals(name)) {
        return slash < 0 ? Optional.of(node) : find(node.children(), path.substring(slash));
      }
    }
    return Optional.empty();
  }
}
