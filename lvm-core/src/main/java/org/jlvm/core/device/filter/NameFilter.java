package org.jlvm.core.device.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.discovery.NamePattern;

/**
 * {@code devices/filter} or {@code devices/global_filter}: a list of patterns, each {@code a} or
 * {@code r} and a regular expression between delimiters. The first pattern that matches a name
 * decides on that name; a device is rejected if one of its names is and none is accepted.
 */
public final class NameFilter {
  private record Rule(boolean accept, NamePattern pattern) {}

  /**
   * The decision on a device.
   *
   * @param accepted whether it may be used
   * @param through the name that a pattern accepted
   */
  public record Decision(boolean accepted, Optional<String> through) {}

  private final List<Rule> rules;

  private NameFilter(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * @throws BadPatternException if a pattern is malformed
   */
  public static NameFilter parse(List<String> patterns) {
    List<Rule> rules = new ArrayList<>(patterns.size());
    for (String pattern : patterns) {
      rules.add(rule(pattern));
    }
    return new NameFilter(rules);
  }

  private static Rule rule(String text) {
    char kind = text.isEmpty() ? ' ' : text.charAt(0);
    if (kind != 'a' && kind != 'r') {
      throw invalid("Pattern must begin with 'a' or 'r'.", text);
    }
    if (text.length() < 3 || text.charAt(text.length() - 1) != closing(text.charAt(1))) {
      throw invalid("Invalid separator at end of regex.", text);
    }
    return new Rule(kind == 'a', NamePattern.parse(text.substring(2, text.length() - 1)));
  }

  private static char closing(char opening) {
    return switch (opening) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      default -> opening;
    };
  }

  private static BadPatternException invalid(String why, String pattern) {
    return new BadPatternException(why, "Invalid filter pattern \"" + pattern + "\".");
  }

  /** A pattern that is none. */
  public static final class BadPatternException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String why;

    BadPatternException(String why, String message) {
      super(message);
      this.why = why;
    }

    public String why() {
      return why;
    }
  }

  /** Decides on a device by its names, in their order. */
  public Decision decide(List<String> names) {
    boolean rejected = false;
    for (String name : names) {
      Optional<Rule> rule = first(name);
      if (rule.isPresent() && rule.get().accept()) {
        return new Decision(true, Optional.of(name));
      }
      rejected |= rule.isPresent();
    }
    return new Decision(!rejected, Optional.empty());
  }

  private Optional<Rule> first(String name) {
    for (Rule rule : rules) {
      if (rule.pattern().matches(name)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
