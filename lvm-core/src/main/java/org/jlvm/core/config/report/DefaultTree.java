package org.jlvm.core.config.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.table.SettingDefaults;
import org.jlvm.core.config.table.SettingDefinition;
import org.jlvm.core.config.table.SettingFlag;
import org.jlvm.core.config.table.SettingType;
import org.jlvm.core.config.text.ConfigValue;

/** Builds the tree of defaults from the table of settings. */
final class DefaultTree {
  private final List<SettingDefinition> definitions;
  private final SettingDefaults defaults;
  private final SettingFilter filter;
  private final boolean spaces;
  private final boolean unconfigured;

  DefaultTree(
      List<SettingDefinition> definitions,
      SettingDefaults defaults,
      SettingFilter filter,
      boolean spaces,
      boolean unconfigured) {
    this.definitions = definitions;
    this.defaults = defaults;
    this.filter = filter;
    this.spaces = spaces;
    this.unconfigured = unconfigured;
  }

  /** The sections that have anything to show. */
  List<ReportNode> build(boolean ignoreLocal) {
    List<ReportNode> sections = new ArrayList<>();
    for (SettingDefinition definition : definitions) {
      if (definition.parent().isEmpty() && !(ignoreLocal && definition.path().equals("local"))) {
        section(definition).ifPresent(sections::add);
      }
    }
    return sections;
  }

  private Optional<ReportNode> section(SettingDefinition section) {
    ReportNode node = ReportNode.section(section.name(), Optional.of(section));
    boolean hasAny = false;
    for (SettingDefinition definition : definitions) {
      if (definition.parent().equals(section.path()) && filter.shows(definition)) {
        // A section counts even if it then turns out to be empty.
        hasAny = true;
        if (definition.isSection()) {
          section(definition).ifPresent(node.children()::add);
        } else {
          node.children().add(setting(definition));
        }
      }
    }
    return hasAny ? Optional.of(node) : Optional.empty();
  }

  private ReportNode setting(SettingDefinition definition) {
    Optional<SettingDefinition> known = Optional.of(definition);
    if (unconfigured && definition.unconfigured().isPresent()) {
      boolean quotes = definition.allows(SettingType.STRING);
      return ReportNode.setting(
          definition.name(),
          known,
          ConfigValue.string(definition.unconfigured().get()),
          new ValueStyle(spaces, false, false, quotes));
    }
    boolean array = definition.allows(SettingType.ARRAY);
    ConfigValue value =
        array && definition.has(SettingFlag.DEFAULT_UNDEFINED)
            ? ConfigValue.ArrayValue.EMPTY
            : defaults.defaultOf(definition).orElse(ConfigValue.string(""));
    return ReportNode.setting(
        definition.name(),
        known,
        value,
        new ValueStyle(spaces, array, definition.has(SettingFlag.OCTAL), true));
  }
}
