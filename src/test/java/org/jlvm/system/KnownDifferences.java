package org.jlvm.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The differences from lvm2 that are accepted, each with its reason. The file consists of
 * paragraphs of {@code key: value} lines:
 *
 * <pre>
 * reason: why this is right (required)
 * oracle: 2.03.16             only against lvm2 versions that begin so
 * scenario: vgck.*            only in scenarios whose whole name matches
 * channel: stderr             only there (status, stdout, stderr, disk sda, backup vg, archive ...)
 * line: -regular expression   a line that only lvm2 prints; with + one that only jlvm prints
 * </pre>
 *
 * A difference is accepted if each of its lines matches some entry as a whole.
 */
final class KnownDifferences {

  /** One paragraph of the file. */
  record Entry(
      int lineNumber,
      String reason,
      String oracle,
      Pattern scenario,
      Pattern channel,
      List<Pattern> lines) {

    boolean matches(String scenarioName, String inChannel, String line) {
      return scenario.matcher(scenarioName).matches()
          && channel.matcher(inChannel).matches()
          && lines.stream().anyMatch(pattern -> pattern.matcher(line).matches());
    }
  }

  private final List<Entry> entries;
  private final Set<Entry> used = ConcurrentHashMap.newKeySet();

  KnownDifferences(List<Entry> entries) {
    this.entries = entries;
  }

  /** Loads the entries that apply to that version of lvm2. */
  static KnownDifferences load(Path file, String oracleVersion) {
    List<Entry> entries = new ArrayList<>();
    EntryBuilder entry = new EntryBuilder();
    int number = 0;
    for (String line : readLines(file)) {
      number++;
      if (line.isBlank()) {
        entry.finish(entries);
        entry = new EntryBuilder();
      } else if (!line.startsWith("#")) {
        entry.add(number, line);
      }
    }
    entry.finish(entries);
    entries.removeIf(known -> !oracleVersion.startsWith(known.oracle()));
    return new KnownDifferences(entries);
  }

  /** What is left of the differences after taking away the accepted ones. */
  List<Difference> remaining(String scenario, List<Difference> differences) {
    return differences.stream().filter(difference -> !accepts(scenario, difference)).toList();
  }

  private boolean accepts(String scenario, Difference difference) {
    boolean all = true;
    for (String line : difference.lines()) {
      boolean known = false;
      for (Entry entry : entries) {
        if (entry.matches(scenario, difference.channel(), line)) {
          used.add(entry);
          known = true;
        }
      }
      all &= known;
    }
    return all;
  }

  /** Entries that no difference has needed so far. */
  List<Entry> unused() {
    return entries.stream().filter(entry -> !used.contains(entry)).toList();
  }

  private static List<String> readLines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  /** Collects the lines of a paragraph. */
  private static final class EntryBuilder {
    private int lineNumber;
    private String reason = "";
    private String oracle = "";
    private String scenario = ".*";
    private String channel = ".*";
    private final List<Pattern> lines = new ArrayList<>();

    void add(int number, String line) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalArgumentException("line " + number + ": no \"key: value\": " + line);
      }
      String value = line.substring(colon + 2);
      lineNumber = lineNumber == 0 ? number : lineNumber;
      switch (line.substring(0, colon)) {
        case "reason" -> reason = value;
        case "oracle" -> oracle = value;
        case "scenario" -> scenario = value;
        case "channel" -> channel = value;
        case "line" -> lines.add(Pattern.compile((value.startsWith("+") ? "\\" : "") + value));
        default -> throw new IllegalArgumentException("line " + number + ": unknown key: " + line);
      }
    }

    void finish(List<Entry> into) {
      if (lineNumber == 0) {
        return;
      }
      if (reason.isBlank() || lines.isEmpty()) {
        throw new IllegalArgumentException(
            "entry at line " + lineNumber + " needs a reason and at least one line");
      }
      into.add(
          new Entry(
              lineNumber,
              reason,
              oracle,
              Pattern.compile(scenario),
              Pattern.compile(channel),
              List.copyOf(lines)));
    }
  }
}
