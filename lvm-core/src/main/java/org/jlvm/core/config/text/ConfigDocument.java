package org.jlvm.core.config.text;

import java.util.List;

/**
 * A parsed text together with its source.
 *
 * @param source the bytes that were parsed; not copied, not to be changed
 * @param warnings what was accepted but should be told the user, in order
 */
public record ConfigDocument(byte[] source, ConfigSection root, List<String> warnings) {
  public ConfigDocument {
    warnings = List.copyOf(warnings);
  }

  /**
   * The original text of an entry from its name on, with a comment that follows on the last line
   * and without the line end.
   */
  public String text(ConfigEntry entry) {
    return LvmText.decode(source, entry.start(), endWithComment(entry));
  }

  private int endWithComment(ConfigEntry entry) {
    int at = entry.end();
    while (at < source.length && (source[at] == ' ' || source[at] == '\t')) {
      at++;
    }
    if (at >= source.length || source[at] != '#') {
      return entry.end();
    }
    while (at < source.length && source[at] != '\n' && source[at] != 0) {
      at++;
    }
    return at;
  }

  /** Line, counted from 1, on which an entry begins. */
  public int line(ConfigEntry entry) {
    int line = 1;
    for (int i = 0; i < entry.start(); i++) {
      if (source[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
