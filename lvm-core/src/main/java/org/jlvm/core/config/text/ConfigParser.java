package org.jlvm.core.config.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.concurrent.Aside;
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

  /** A number with no more digits fits, whatever they are. */
  private static final int SAFE_DIGITS = 18;

  /** What lvm2 takes for a creation time that old 32-bit builds wrote out of range. */
  private static final long REPAIRED_CREATION_TIME = 1527120000L;

  private final byte[] source;
  private final boolean mergeDuplicates;
  private final ConfigScanner scanner;
  private final KeyCache keys;
  private final List<String> warnings;
  private int valueEnd;
  private Optional<ParsedAhead> ahead = Optional.empty();

  private ConfigParser(
      byte[] source, int from, int to, boolean mergeDuplicates, List<String> warnings) {
    this.source = source;
    this.mergeDuplicates = mergeDuplicates;
    this.scanner = new ConfigScanner(source, from, to);
    this.keys = new KeyCache(source);
    this.warnings = warnings;
  }

  /** Parses VG metadata: entries of the same name are all kept. */
  public static ConfigDocument parseMetadata(byte[] source) {
    return parseMetadata(source, 0, source.length);
  }

  /** Parses the metadata in {@code source[from, to)}; offsets stay those of the whole source. */
  public static ConfigDocument parseMetadata(byte[] source, int from, int to) {
    return parseMetadata(source, from, to, Aside.isWorthwhile());
  }

  /**
   * {@link #parseMetadata(byte[], int, int)}.
   *
   * @param ahead whether another thread may parse some of it
   */
  static ConfigDocument parseMetadata(byte[] source, int from, int to, boolean ahead) {
    ConfigParser parser = new ConfigParser(source, from, to, false, new ArrayList<>());
    if (ahead) {
      parser.ahead = ParsedAhead.start(source, from, to);
    }
    return parser.parse();
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

  /**
   * Parses the whole entries of metadata in {@code source[from, to)}.
   *
   * @param depth how many sections they are in
   * @param warnings where these are added
   */
  static ConfigSection parseEntries(
      byte[] source, int from, int to, int depth, List<String> warnings) {
    return new ConfigParser(source, from, to, false, warnings).entries(depth);
  }

  private ConfigDocument parse() {
    return new ConfigDocument(source, entries(0), warnings);
  }

  private ConfigSection entries(int depth) {
    ConfigSection section = new ConfigSection();
    scanner.advance();
    while (scanner.token() != Token.END) {
      entry(section, depth);
    }
    return section;
  }

  /** Parses an entry into the section and returns the offset after it. */
  private int entry(ConfigSection section, int depth) {
    int start = scanner.start();
    if (scanner.token() == Token.NAME) {
      int end = scanner.end();
      scanner.advance();
      // Keys repeat, the names of sections hardly.
      if (scanner.token() == Token.EQUALS) {
        KeyCache.Key key = keys.get(start, end);
        return key.isPath()
            ? pathEntry(section, key.name(), key.name().indexOf('/'), start, depth)
            : keyEntry(section, key, start);
      }
      return named(section, LvmText.decode(source, start, end), start, depth);
    }
    return named(section, quotedName(), start, depth);
  }

  private int named(ConfigSection section, String path, int start, int depth) {
    int slash = path.indexOf('/');
    return slash < 0
        ? body(section, path, start, depth)
        : pathEntry(section, path, slash, start, depth);
  }

  /** Parses a value whose key has just been read, which mostly is the key's last one. */
  private int keyEntry(ConfigSection section, KeyCache.Key key, int start) {
    int from = scanner.afterSpace();
    int end = keys.endOfRepetition(key, from, scanner.limit());
    ConfigValue value;
    if (end >= 0) {
      value = keys.lastValue(key);
      scanner.continueAt(end);
    } else {
      scanner.advance();
      value = value(key.name());
      end = valueEnd;
      keys.remember(key, from, end, value);
    }
    addValue(section, new ConfigEntry(key.name(), value, start, end));
    return end;
  }

  private String quotedName() {
    int from = scanner.start() + 1;
    int to = scanner.end() - 1;
    String name =
        switch (scanner.token()) {
          case SINGLE_QUOTED -> LvmText.decode(source, from, to);
          case DOUBLE_QUOTED -> LvmText.unescape(LvmText.decode(source, from, to));
          default -> throw unexpected();
        };
    scanner.advance();
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
    ConfigValue value = value(name);
    int end = valueEnd;
    addValue(section, new ConfigEntry(name, value, start, end));
    return end;
  }

  /** Parses a value and leaves the offset after it in {@link #valueEnd}. */
  private ConfigValue value(String name) {
    if (scanner.token() != Token.ARRAY_OPEN) {
      valueEnd = scanner.end();
      return simpleValue(name);
    }
    scanner.advance();
    List<ConfigValue> elements = new ArrayList<>(4);
    while (scanner.token() != Token.ARRAY_CLOSE) {
      elements.add(simpleValue(name));
      if (scanner.token() == Token.COMMA) {
        scanner.advance();
      }
    }
    valueEnd = scanner.end();
    scanner.advance();
    return ConfigValue.array(elements);
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
      if (ahead.isPresent() && ahead.get().from() == scanner.start()) {
        takeOver(ahead.get(), inner, depth + 1);
      } else {
        entry(inner, depth + 1);
      }
    }
    int end = scanner.end();
    scanner.advance();
    if (existing < 0) {
      section.add(new ConfigEntry(name, inner, start, end));
    }
    return end;
  }

  /** Takes what was parsed ahead; if it cannot be used, the parser goes on as if it were not. */
  private void takeOver(ParsedAhead part, ConfigSection section, int depth) {
    ahead = Optional.empty();
    Optional<ParsedAhead.Entries> parsed = part.join();
    if (parsed.isEmpty() || depth != ParsedAhead.DEPTH) {
      return;
    }
    section.addAll(parsed.get().section());
    for (String warning : parsed.get().warnings()) {
      warn(warning);
    }
    scanner.continueAt(part.to());
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
    if (base == 10 && at == from && to - at <= SAFE_DIGITS) {
      return decimal(at, to);
    }
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

  private long decimal(int from, int to) {
    byte[] digits = source;
    long value = 0;
    for (int at = from; at < to; at++) {
      value = value * 10 + (digits[at] - '0');
    }
    return value;
  }

  private void warnCreationTime() {
    String warning =
        "WARNING: Invalid creation_time found in metadata (repaired with next metadata update).";
    warn(warning);
  }

  private void warn(String warning) {
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
