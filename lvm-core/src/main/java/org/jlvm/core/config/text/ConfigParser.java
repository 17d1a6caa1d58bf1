package org.jlvm.core.config.text;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.config.text.ConfigScanner.Token;
import org.jlvm.core.error.FormatException;

/**
 * Parser of the LVM text syntax:
 *
 * <pre>
 * text    = { entry }
 * entry   = name ( "=" value | "{" { entry } "}" )    name a/b/c: sections a and b around c
 * value   = simple | "[" { simple [ "," ] } "]"
 * simple  = integer | float | "string" | 'string' | bareword
 * </pre>
 *
 * Every failure is a {@link FormatException} with byte, line and column.
 */
public final class ConfigParser {
  /** Sections nested deeper than this are refused; real metadata has five levels. */
  public static final int MAX_DEPTH = 100;

  /** What lvm2 takes for a creation time that old 32-bit builds wrote out of range. */
  private static final long REPAIRED_CREATION_TIME = 1527120000L;

  private final byte[] source;
  private final boolean mergeDuplicates;
  private final ConfigScanner scanner;
  private final NameCache names = new NameCache();
  private final List<String> warnings;

  private ConfigParser(
      byte[] source, int from, int to, boolean mergeDuplicates, List<String> warnings) {
    this.source = source;
    this.mergeDuplicates = mergeDuplicates;
    this.scanner = new ConfigScanner(source, from, to);
    this.warnings = warnings;
  }

  /** Parses VG metadata: entries of the same name are all kept. */
  public static ConfigDocument parseMetadata(byte[] source) {
    return parseMetadata(source, 0, source.length);
  }

  /** Parses the metadata in {@code source[from, to)}; offsets stay those of the whole source. */
  public static ConfigDocument parseMetadata(byte[] source, int from, int to) {
    return new ConfigParser(source, from, to, false, new ArrayList<>()).parse();
  }

  /** Parses settings: sections of the same name are merged and a later value replaces another. */
  public static ConfigDocument parseConfig(byte[] source) {
    return parseConfig(source, new ArrayList<>());
  }

  /**
   * {@link #parseConfig(byte[])} for callers that want the warnings even if parsing fails.
   *
   * @param warnings where they are added
   */
  public static ConfigDocument parseConfig(byte[] source, List<String> warnings) {
    return new ConfigParser(source, 0, source.length, true, warnings).parse();
  }

  /** {@link #parseConfig(byte[])} of a string such as the argument of {@code --config}. */
  public static ConfigDocument parseConfig(String text) {
    return parseConfig(LvmText.encode(text));
  }

  private ConfigDocument parse() {
    ConfigSection root = new ConfigSection();
    scanner.advance();
    while (scanner.token() != Token.END) {
      entry(root, 0);
    }
    return new ConfigDocument(source, root, warnings);
  }

  /** Parses an entry into the section and returns the offset after it. */
  private int entry(ConfigSection section, int depth) {
    int start = scanner.start();
    String path = name();
    int slash = path.indexOf('/');
    return slash < 0
        ? body(section, path, start, depth)
        : pathEntry(section, path, slash, start, depth);
  }

  private String name() {
    int from = scanner.start();
    int to = scanner.end();
    String name;
    switch (scanner.token()) {
      case NAME -> {
        scanner.advance();
        // Keys repeat, the names of sections hardly.
        name =
            scanner.token() == Token.EQUALS
                ? names.get(source, from, to)
                : LvmText.decode(source, from, to);
      }
      case SINGLE_QUOTED -> {
        name = LvmText.decode(source, from + 1, to - 1);
        scanner.advance();
      }
      case DOUBLE_QUOTED -> {
        name = LvmText.unescape(LvmText.decode(source, from + 1, to - 1));
        scanner.advance();
      }
      default -> throw unexpected();
    }
    if (name.isEmpty()) {
      throw scanner.error(scanner.start(), "empty section identifier");
    }
    return name;
  }

  private int pathEntry(ConfigSection section, String path, int slash, int start, int depth) {
    if (depth >= MAX_DEPTH) {
      throw tooDeep();
    }
    if (slash == 0) {
      String rest = withoutLeadingSlashes(path);
      int next = rest.indexOf('/');
      return next < 0
          ? body(section, rest, start, depth)
          : pathEntry(section, rest, next, start, depth);
    }
    String name = path.substring(0, slash);
    String rest = withoutLeadingSlashes(path.substring(slash));
    int existing = mergeDuplicates ? section.indexOfSection(name) : -1;
    ConfigSection inner =
        existing >= 0
            ? (ConfigSection) section.entries().get(existing).node()
            : new ConfigSection();
    int next = rest.indexOf('/');
    int end =
        next < 0
            ? body(inner, rest, start, depth + 1)
            : pathEntry(inner, rest, next, start, depth + 1);
    if (existing < 0) {
      section.add(new ConfigEntry(name, inner, start, end));
    }
    return end;
  }

  private static String withoutLeadingSlashes(String path) {
    int from = 0;
    while (from < path.length() && path.charAt(from) == '/') {
      from++;
    }
    return path.substring(from);
  }

  private int body(ConfigSection section, String name, int start, int depth) {
    if (scanner.token() == Token.SECTION_OPEN) {
      return sectionBody(section, name, start, depth);
    }
    expect(Token.EQUALS);
    if (scanner.token() != Token.ARRAY_OPEN) {
      int end = scanner.end();
      addValue(section, new ConfigEntry(name, simpleValue(name), start, end));
      return end;
    }
    scanner.advance();
    List<ConfigValue> elements = new ArrayList<>(4);
    while (scanner.token() != Token.ARRAY_CLOSE) {
      elements.add(simpleValue(name));
      if (scanner.token() == Token.COMMA) {
        scanner.advance();
      }
    }
    int end = scanner.end();
    scanner.advance();
    addValue(section, new ConfigEntry(name, ConfigValue.array(elements), start, end));
    return end;
  }

  private int sectionBody(ConfigSection section, String name, int start, int depth) {
    if (depth >= MAX_DEPTH) {
      throw tooDeep();
    }
    scanner.advance();
    int existing = mergeDuplicates ? section.indexOfSection(name) : -1;
    ConfigSection inner =
        existing >= 0
            ? (ConfigSection) section.entries().get(existing).node()
            : new ConfigSection();
    while (scanner.token() != Token.SECTION_CLOSE) {
      entry(inner, depth + 1);
    }
    int end = scanner.end();
    scanner.advance();
    if (existing < 0) {
      section.add(new ConfigEntry(name, inner, start, end));
    }
    return end;
  }

  private void addValue(ConfigSection section, ConfigEntry entry) {
    int existing = mergeDuplicates ? section.indexOfValue(entry.name()) : -1;
    if (existing < 0) {
      section.add(entry);
    } else {
      warnings.add("WARNING: Ignoring duplicate config value: " + entry.name());
      section.replace(existing, entry);
    }
  }

  private ConfigValue simpleValue(String name) {
    int from = scanner.start();
    int to = scanner.end();
    ConfigValue value =
        switch (scanner.token()) {
          case INTEGER -> new ConfigValue.IntegerValue(integer(name, from, to));
          case FLOAT -> new ConfigValue.FloatValue(floatingPoint(from, to));
          case DOUBLE_QUOTED ->
              new StringValue(StringValue.Quoting.DOUBLE, source, from + 1, to - 1);
          case SINGLE_QUOTED ->
              new StringValue(StringValue.Quoting.SINGLE, source, from + 1, to - 1);
          case BARE_STRING -> new StringValue(StringValue.Quoting.BARE, source, from, to);
          default -> throw scanner.error(from, "expected a value");
        };
    scanner.advance();
    return value;
  }

  /** The number as C's strtoll with base 0 reads it, apart from hexadecimal, which is no token. */
  private long integer(String name, int from, int to) {
    boolean negative = source[from] == '-';
    int at = negative || source[from] == '+' ? from + 1 : from;
    int base = at < to && source[at] == '0' ? 8 : 10;
    // Accumulated as a negative number, which has room for Long.MIN_VALUE.
    long smallest = Long.MIN_VALUE / base;
    long value = 0;
    boolean overflow = at == to;
    boolean malformed = at == to;
    for (; at < to && !malformed; at++) {
      int digit = source[at] - '0';
      malformed = digit >= base;
      overflow |= value < smallest || value * base < Long.MIN_VALUE + digit;
      value = value * base - digit;
    }
    overflow |= !negative && value == Long.MIN_VALUE;
    if (overflow && !malformed && name.equals("creation_time")) {
      warnCreationTime();
      return REPAIRED_CREATION_TIME;
    }
    if (overflow || malformed) {
      throw scanner.error(from, "Failed to read int token.");
    }
    return negative ? value : -value;
  }

  private void warnCreationTime() {
    String warning =
        "WARNING: Invalid creation_time found in metadata (repaired with next metadata update).";
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  private double floatingPoint(int from, int to) {
    String digits = LvmText.decode(source, from, to);
    try {
      double value = Double.parseDouble(digits);
      if (!Double.isInfinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // A point without digits, which C reads as zero.
      return 0;
    }
    throw scanner.error(from, "Failed to read float token.");
  }

  private void expect(Token wanted) {
    if (scanner.token() != wanted) {
      throw unexpected();
    }
    scanner.advance();
  }

  private FormatException unexpected() {
    return scanner.error(scanner.start(), "unexpected token");
  }

  private FormatException tooDeep() {
    return scanner.error(
        scanner.start(), "sections nested more than " + MAX_DEPTH + " levels deep");
  }
}
