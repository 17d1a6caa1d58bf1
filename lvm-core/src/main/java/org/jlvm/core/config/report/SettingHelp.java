package org.jlvm.core.config.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jlvm.core.config.table.SettingsTable;

/** Texts about settings: a resource with the path in brackets before each. */
final class SettingHelp {
  private final Map<String, List<String>> texts = new HashMap<>();

  private SettingHelp(String resource) {
    List<String> lines = new ArrayList<>();
    for (String line : resource.split("\n", -1)) {
      if (line.startsWith("[") && line.endsWith("]")) {
        lines = new ArrayList<>();
        texts.put(line.substring(1, line.length() - 1), lines);
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
  }

  /** What each setting is for. */
  static SettingHelp descriptions() {
    return new SettingHelp(resource("help.txt"));
  }

  /** What to use in place of a deprecated setting. */
  static SettingHelp replacements() {
    return new SettingHelp(resource("deprecation.txt"));
  }

  static String generalPreamble() {
    return resource("preamble-general.txt");
  }

  static String localPreamble() {
    return resource("preamble-local.txt");
  }

  List<String> lines(String path) {
    return texts.getOrDefault(path, List.of());
  }

  private static String resource(String name) {
    try (InputStream in = SettingsTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
