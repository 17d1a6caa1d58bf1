package org.jlvm.core.device.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.regex.DmRegex;

/**
 * {@code devices/filter} or {@code devices/global_filter}: a list of patterns, each {@code a} or
 * {@code r} and a regular expression between delimiters. The first pattern that matches a name
 * decides on that name; a device is rejected if one of its names is and none is accepted.
 */
public final class NameFilter {
  /**
   * The decision on a device.
   *
   * @param accepted whether it may be used
   * @param through the name that a pattern accepted
   */
  public record Decision(boolean accepted, Optional<String> through) {}

  /** In reverse, as the last expression that matches counts. */
  private final List<Boolean> accepts;

  private final DmRegex regex;

  private NameFilter(List<Boolean> accepts, DmRegex regex) {
    this.accepts = List.copyOf(accepts);
    this.regex = regex;
  }

  /**
   * @param messages where it is told what is wrong
   * @throws FailedException if a pattern is malformed
   */
  public static NameFilter parse(List<String> patterns, Messages messages) {
    List<Boolean> accepts = new ArrayList<>(patterns.size());
    List<String> expressions = new ArrayList<>(patterns.size());
    for (String pattern : patterns) {
      expressions.add(expression(pattern, messages));
      accepts.add(pattern.charAt(0) == 'a');
    }
    Collections.reverse(expressions);
    Collections.reverse(accepts);
    return new NameFilter(accepts, DmRegex.compile(expressions, messages));
  }

  private static String expression(String text, Messages messages) {
    char kind = text.isEmpty() ? ' ' : text.charAt(0);
    if (kind != 'a' && kind != 'r') {
      throw invalid("Pattern must begin with 'a' or 'r'.", text, messages);
    }
    if (text.length() < 3 || text.charAt(text.length() - 1) != closing(text.charAt(1))) {
      throw invalid("Invalid separator at end of regex.", text, messages);
    }
    return text.substring(2, text.length() - 1);
  }

  private static char closing(char opening) {
    return switch (opening) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      default -> opening;
    };
  }

  private static FailedException invalid(String why, String pattern, Messages messages) {
    messages.error(why);
    return new FailedException("Invalid filter pattern \"" + pattern + "\".");
  }

  /** Decides on a device by its names, in their order. */
  public Decision decide(List<String> names) {
    boolean rejected = false;
    for (String name : names) {
      int rule = regex.match(name);
      if (rule >= 0 && accepts.get(rule)) {
        return new Decision(true, Optional.of(name));
      }
      rejected |= rule >= 0;
    }
    return new Decision(!rejected, Optional.empty());
  }
}
