package org.jlvm.core.config.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.core.concurrent.Aside;
import org.jlvm.core.error.FormatException;

/**
 * Some of a long text's logical volumes, which another thread parses while the parser is not yet
 * there. A sequence of whole entries means the same wherever it stands; what does not parse as one
 * is left to the parser, so that nothing depends on where the text is cut.
 */
final class ParsedAhead {
  /** The depth that volumes have in metadata. */
  static final int DEPTH = 2;

  /** Texts shorter than this, in bytes, are parsed before a thread has begun. */
  private static final int LONG_TEXT = 256 << 10;

  /** How far from the end of the text the last volume is looked for, in bytes. */
  private static final int TAIL = 64 << 10;

  private final int from;
  private final int to;
  private final Aside<Optional<Entries>> work;

  /** What was parsed. */
  record Entries(ConfigSection section, List<String> warnings) {}

  private ParsedAhead(byte[] source, int from, int to) {
    this.from = from;
    this.to = to;
    this.work = Aside.start(new Work(source, from, to));
  }

  /** Begins with the second half of the volumes in {@code source[from, to)}, if there are many. */
  static Optional<ParsedAhead> start(byte[] source, int from, int to) {
    if (to - from < LONG_TEXT) {
      return Optional.empty();
    }
    int begin = nextVolume(source, from + (to - from) / 2, to);
    int end = begin;
    for (int at = nextVolume(source, to - TAIL, to); at >= 0; at = nextVolume(source, at, to)) {
      end = at;
    }
    return begin < 0 || end <= begin
        ? Optional.empty()
        : Optional.of(new ParsedAhead(source, begin, end));
  }

  /**
   * The first line behind an offset that opens a section after exactly two were closed: where a
   * segment and its volume end.
   *
   * @return the offset of its first character that is no space, or -1
   */
  private static int nextVolume(byte[] source, int after, int to) {
    int closed = 0;
    int at = endOfLine(source, after, to) + 1;
    while (at < to) {
      int lineEnd = endOfLine(source, at, to);
      int first = at;
      while (first < lineEnd && source[first] <= ' ') {
        first++;
      }
      if (closed == 2 && first < lineEnd && source[lineEnd - 1] == '{') {
        return first;
      }
      if (first + 1 == lineEnd && source[first] == '}') {
        closed++;
      } else if (first < lineEnd) {
        closed = 0;
      }
      at = lineEnd + 1;
    }
    return -1;
  }

  private static int endOfLine(byte[] source, int from, int to) {
    int at = from;
    while (at < to && source[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Offset of the first entry. */
  int from() {
    return from;
  }

  /** Offset after the last entry, where another begins. */
  int to() {
    return to;
  }

  /** Waits for the entries; empty if what is there are not whole entries. */
  Optional<Entries> join() {
    return work.join();
  }

  private record Work(byte[] source, int from, int to) implements Supplier<Optional<Entries>> {
    @Override
    public Optional<Entries> get() {
      List<String> warnings = new ArrayList<>();
      try {
        return Optional.of(
            new Entries(ConfigParser.parseEntries(source, from, to, DEPTH, warnings), warnings));
      } catch (FormatException e) {
        // The parser finds it again when it comes here, if it is not only the cut.
        return Optional.empty();
      }
    }
  }
}
