package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.text.MetadataWriter;
import org.jlvm.core.model.ForeignText;
import org.jlvm.core.model.LvmId;

/** Text of entries that are not understood: from source lines to {@link ForeignText} and back. */
final class ForeignLines {
  private ForeignLines() {}

  /** The lines of a source slice without indentation and trailing comments. */
  static List<String> strip(String source) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from <= source.length()) {
      int end = source.indexOf('\n', from);
      String line = source.substring(from, end < 0 ? source.length() : end);
      lines.add(trimmed(withoutComment(line)));
      if (end < 0) {
        break;
      }
      from = end + 1;
    }
    return lines;
  }

  /** Without what the syntax takes for space, which is less than Java does. */
  private static String trimmed(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isSpace(line.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static String withoutComment(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '#' && !quoted) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  /** Finds the quoted names of volumes in lines. */
  static List<List<ForeignText.Part>> link(List<String> lines, Names names) {
    List<List<ForeignText.Part>> linked = new ArrayList<>(lines.size());
    for (String line : lines) {
      linked.add(link(line, names));
    }
    return linked;
  }

  private static List<ForeignText.Part> link(String line, Names names) {
    List<ForeignText.Part> parts = new ArrayList<>();
    int plainFrom = 0;
    int open = line.indexOf('"');
    while (open >= 0) {
      int close = line.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      Optional<ForeignText.Part> reference = reference(line.substring(open + 1, close), names);
      if (reference.isPresent()) {
        parts.add(new ForeignText.Text(line.substring(plainFrom, open)));
        parts.add(reference.get());
        plainFrom = close + 1;
      }
      open = line.indexOf('"', close + 1);
    }
    parts.add(new ForeignText.Text(line.substring(plainFrom)));
    return parts;
  }

  private static Optional<ForeignText.Part> reference(String name, Names names) {
    Optional<LvmId> lv = names.lv(name);
    if (lv.isPresent()) {
      return Optional.of(new ForeignText.LvReference(lv.get()));
    }
    return names.pv(name).map(ForeignText.PvReference::new);
  }

  /** Writes lines with the indentation that their braces and brackets call for. */
  static void write(List<String> lines, MetadataWriter out) {
    int depth = 0;
    for (String line : lines) {
      if (line.isEmpty()) {
        out.newLine();
        continue;
      }
      // Not every opening one need stand at the end of a line.
      boolean closes = (line.equals("}") || line.equals("]")) && depth > 0;
      if (closes) {
        out.outdent();
        depth--;
      }
      out.line(line);
      if (line.endsWith("{") || line.endsWith("[")) {
        out.indent();
        depth++;
      }
    }
    for (; depth > 0; depth--) {
      out.outdent();
    }
  }
}
