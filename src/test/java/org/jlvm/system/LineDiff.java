package org.jlvm.system;

import java.util.ArrayList;
import java.util.List;

/** A line-wise difference: {@code -} for lines only expected, {@code +} for lines only found. */
final class LineDiff {

  /** Beyond this many cells the common subsequence is not worth its time. */
  private static final long LIMIT = 4_000_000;

  private LineDiff() {}

  static List<String> of(List<String> expected, List<String> actual) {
    int start = 0;
    int shorter = Math.min(expected.size(), actual.size());
    while (start < shorter && expected.get(start).equals(actual.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && expected.get(expected.size() - 1 - end).equals(actual.get(actual.size() - 1 - end))) {
      end++;
    }
    return middle(
        expected.subList(start, expected.size() - end), actual.subList(start, actual.size() - end));
  }

  private static List<String> middle(List<String> expected, List<String> actual) {
    List<String> result = new ArrayList<>();
    if ((long) expected.size() * actual.size() > LIMIT) {
      expected.forEach(line -> result.add("-" + line));
      actual.forEach(line -> result.add("+" + line));
      return result;
    }
    int[][] common = commonLengths(expected, actual);
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      if (i < expected.size() && j < actual.size() && expected.get(i).equals(actual.get(j))) {
        i++;
        j++;
      } else if (j == actual.size()
          || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
        result.add("-" + expected.get(i++));
      } else {
        result.add("+" + actual.get(j++));
      }
    }
    return result;
  }

  private static int[][] commonLengths(List<String> expected, List<String> actual) {
    int[][] common = new int[expected.size() + 1][actual.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = actual.size() - 1; j >= 0; j--) {
        common[i][j] =
            expected.get(i).equals(actual.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
