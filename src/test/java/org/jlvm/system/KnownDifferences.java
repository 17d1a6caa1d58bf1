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
 * step: .*-vv.*               only at steps whose whole text matches
 * channel: stderr             only there (status, stdout, stderr, disk sda, backup vg, archives of vg)
 * line: -regular expression   a line that only lvm2 prints; with + one that only jlvm prints
 * rewrite: REGEX => TEXT      what turns lvm2's line into jlvm's, blanks aside
 * </pre>
 *
 * A difference is accepted if, after the rewriting, each of its lines either has its equal on the
 * other side or matches some entry as a whole.
 */
final class KnownDifferences {

  /** One paragraph of the file. */
  record Entry(
      int lineNumber,
      String reason,
      String oracle,
      Pattern scenario,
      Pattern step,
      Pattern channel,
      List<Pattern> lines,
      List<Rewrite> rewrites) {

    boolean appliesTo(String scenarioName, Difference difference) {
      return scenario.matcher(scenarioName).matches()
          && step.matcher(difference.step()).matches()
          && channel.matcher(difference.channel()).matches();
    }

    boolean matches(String line) {
      return lines.stream().anyMatch(pattern -> pattern.matcher(line).matches());
    }

    String rewrite(String line) {
      String result = line;
      for (Rewrite rewrite : rewrites) {
        result = rewrite.from().matcher(result).replaceAll(rewrite.to());
      }
      return result;
    }
  }

  /** What lvm2 prints, and what jlvm prints instead. */
  record Rewrite(Pattern from, String to) {}

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
    List<Entry> applying =
        entries.stream().filter(entry -> entry.appliesTo(scenario, difference)).toList();
    boolean all = true;
    for (String line : rewritten(applying, difference.lines())) {
      boolean known = false;
      for (Entry entry : applying) {
        if (entry.matches(line)) {
          used.add(entry);
          known = true;
        }
      }
      all &= known;
    }
    return all;
  }

  /** The lines that have no equal on the other side once the rewriting is done. */
  private List<String> rewritten(List<Entry> applying, List<String> lines) {
    List<String> expected = new ArrayList<>();
    boolean changed = false;
    for (String line : lines) {
      String result = line;
      for (Entry entry : applying) {
        String before = result;
        result = line.startsWith("-") ? entry.rewrite(result) : result;
        if (!before.equals(result)) {
          used.add(entry);
          changed = true;
        }
      }
      expected.add(result);
    }
    return changed ? withoutEquals(expected) : lines;
  }

  private static List<String> withoutEquals(List<String> lines) {
    List<String> left = new ArrayList<>();
    for (String line : lines) {
      String squeezed = line.strip().replaceAll(" +", " ").replaceFirst("(?<=^[-+]) ", "");
      String opposite = (line.startsWith("-") ? "+" : "-") + squeezed.substring(1);
      if (!left.remove(opposite)) {
        left.add(squeezed);
      }
    }
    return left;
  }

  /** Entries that no difference has needed so far; those for random sequences do not count. */
  List<Entry> unused() {
    return entries.stream()
        .filter(entry -> !used.contains(entry) && !entry.scenario().pattern().equals("random"))
        .toList();
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
    private String step = ".*";
    private String channel = ".*";
    private final List<Pattern> lines = new ArrayList<>();
    private final List<Rewrite> rewrites = new ArrayList<>();

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
        case "step" -> step = value;
        case "channel" -> channel = value;
        case "line" -> lines.add(Pattern.compile((value.startsWith("+") ? "\\" : "") + value));
        case "rewrite" -> {
          String[] sides = value.split(" => ?", 2);
          rewrites.add(new Rewrite(Pattern.compile(sides[0]), sides[1]));
        }
        default -> throw new IllegalArgumentException("line " + number + ": unknown key: " + line);
      }
    }

    void finish(List<Entry> into) {
      if (lineNumber == 0) {
        return;
      }
      if (reason.isBlank() || (lines.isEmpty() && rewrites.isEmpty())) {
        throw new IllegalArgumentException(
            "entry at line " + lineNumber + " needs a reason and something to accept");
      }
      into.add(
          new Entry(
              lineNumber,
              reason,
              oracle,
              Pattern.compile(scenario),
              Pattern.compile(step),
              Pattern.compile(channel),
              List.copyOf(lines),
              List.copyOf(rewrites)));
    }
  }
}
