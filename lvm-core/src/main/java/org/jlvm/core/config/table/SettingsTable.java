package org.jlvm.core.config.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.config.text.ConfigParser;
import org.jlvm.core.config.text.ConfigValue;

/**
 * The definitions of all settings, in the order in which lvm2 lists them. The table stays text, of
 * which only the lines that are asked for are taken apart: checking a short lvm.conf is part of
 * every command.
 */
public final class SettingsTable {
  /** The lines, each with a line feed before and after it. */
  private final String text;

  private SettingsTable(String text) {
    this.text = text;
  }

  public static SettingsTable load() {
    return new SettingsTable("\n" + SettingsText.table());
  }

  /** The definition of a path; variable names are in angle brackets. */
  public Optional<SettingDefinition> find(String path) {
    if (path.startsWith("#") || path.indexOf('\t') >= 0 || path.indexOf('\n') >= 0) {
      // Would be found in the table, but not as a path.
      return Optional.empty();
    }
    int at = text.indexOf("\n" + path + "\t");
    return at < 0 ? Optional.empty() : Optional.of(parse(line(at + 1)));
  }

  /**
   * The definition of an entry in a section.
   *
   * @param parent path of the section's definition, empty for the top
   * @param isSection whether the entry is a section, whose name may then be a variable one
   */
  public Optional<SettingDefinition> resolve(String parent, String name, boolean isSection) {
    String prefix = parent.isEmpty() ? "" : parent + "/";
    Optional<SettingDefinition> exact = find(prefix + name);
    if (exact.isPresent() || !isSection || prefix.isEmpty()) {
      return exact;
    }
    int at = text.indexOf("\n" + prefix + "<");
    return at < 0 ? Optional.empty() : Optional.of(parse(line(at + 1)));
  }

  public List<SettingDefinition> all() {
    List<SettingDefinition> definitions = new ArrayList<>();
    for (int at = 1; at < text.length(); at = text.indexOf('\n', at) + 1) {
      if (text.charAt(at) != '#') {
        definitions.add(parse(line(at)));
      }
    }
    return definitions;
  }

  private String line(int start) {
    return text.substring(start, text.indexOf('\n', start));
  }

  private static SettingDefinition parse(String line) {
    List<String> columns = new ArrayList<>(7);
    int start = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
      columns.add(line.substring(start, tab));
      start = tab + 1;
    }
    columns.add(line.substring(start));
    String fixedDefault = columns.get(5);
    boolean computed = fixedDefault.equals("@");
    return new SettingDefinition(
        columns.get(0),
        types(columns.get(1)),
        flags(columns.get(2)),
        LvmVersion.parse(columns.get(3)).orElseThrow(),
        LvmVersion.parse(columns.get(4)),
        computed || fixedDefault.equals("-") ? Optional.empty() : Optional.of(value(fixedDefault)),
        computed,
        columns.get(6).equals("-") ? Optional.empty() : Optional.of(columns.get(6)));
  }

  private static ConfigValue value(String text) {
    return ConfigParser.parseConfig("v=" + text).root().findValue("v").orElseThrow();
  }

  private static Set<SettingType> types(String codes) {
    Set<SettingType> types = EnumSet.noneOf(SettingType.class);
    for (SettingType type : SettingType.values()) {
      if (codes.indexOf(type.code()) >= 0) {
        types.add(type);
      }
    }
    return types;
  }

  private static Set<SettingFlag> flags(String codes) {
    Set<SettingFlag> flags = EnumSet.noneOf(SettingFlag.class);
    for (SettingFlag flag : SettingFlag.values()) {
      if (codes.indexOf(flag.code()) >= 0) {
        flags.add(flag);
      }
    }
    if (flags.contains(SettingFlag.METADATA_PROFILABLE)) {
      flags.add(SettingFlag.PROFILABLE);
    }
    return flags;
  }
}
