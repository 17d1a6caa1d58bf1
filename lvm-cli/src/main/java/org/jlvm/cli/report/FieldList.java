package org.jlvm.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FailedException;

/** Lists of fields as {@code -o} changes them: {@code a,b}, {@code +a}, {@code -a}. */
final class FieldList {
  private FieldList() {}

  /**
   * @param current names between commas
   * @param option the value of {@code -o}, which does not begin with {@code #}
   * @param prefix how names may begin here: {@code lv}
   */
  static String changed(String current, String option, String prefix) {
    List<String> names = split(current);
    switch (option.charAt(0)) {
      case '+' -> names.addAll(split(option.substring(1)));
      case '-' -> {
        for (String name : split(option.substring(1))) {
          remove(names, name, prefix);
        }
      }
      default -> names = split(option);
    }
    return String.join(",", names);
  }

  static void requireContent(String option) {
    if (option.isEmpty()) {
      throw new FailedException("Invalid options string: ");
    }
  }

  private static List<String> split(String list) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < list.length()) {
      int end = list.indexOf(',', at);
      end = end < 0 ? list.length() : end;
      if (end > at) {
        names.add(list.substring(at, end));
      }
      at = end + 1;
    }
    return names;
  }

  /** Takes the last such name out. */
  private static void remove(List<String> names, String name, String prefix) {
    for (int i = names.size() - 1; i >= 0; i--) {
      if (names.get(i).equals(name) || bare(names.get(i), prefix).equals(bare(name, prefix))) {
        names.remove(i);
        return;
      }
    }
  }

  private static String bare(String name, String prefix) {
    if (!name.startsWith(prefix)) {
      return name;
    }
    String rest = name.substring(prefix.length());
    return rest.startsWith("_") ? rest.substring(1) : rest;
  }
}
