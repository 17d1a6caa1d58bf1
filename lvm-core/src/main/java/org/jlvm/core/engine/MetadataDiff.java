package org.jlvm.core.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.format.TextHeader;
import org.jlvm.core.format.VgTextWriter;
import org.jlvm.core.model.VolumeGroup;

/** What a change does to a group's metadata, line by line; for {@code --test --verbose}. */
final class MetadataDiff {
  /** Above it, lines are not matched with each other: that takes time by the product. */
  private static final long COMPARED = 4_000_000;

  private final List<String> before;
  private final List<String> after;
  private final List<String> lines = new ArrayList<>();

  private MetadataDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** Lines that go, each after {@code -}, and lines that come, each after {@code +}. */
  static List<String> of(VolumeGroup before, VolumeGroup after, TextHeader header) {
    MetadataDiff diff = new MetadataDiff(lines(before, header), lines(after, header));
    diff.compare();
    return diff.lines;
  }

  private static List<String> lines(VolumeGroup vg, TextHeader header) {
    String text = new String(VgTextWriter.forFile(vg, header), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private void compare() {
    int start = 0;
    int most = Math.min(before.size(), after.size());
    while (start < most && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<String> gone = before.subList(start, before.size() - end);
    List<String> come = after.subList(start, after.size() - end);
    if ((long) gone.size() * come.size() > COMPARED) {
      gone.forEach(line -> lines.add('-' + line));
      come.forEach(line -> lines.add('+' + line));
    } else {
      match(gone, come);
    }
  }

  /** Along the longest common subsequence. */
  private void match(List<String> gone, List<String> come) {
    int[][] common = new int[gone.size() + 1][come.size() + 1];
    for (int i = gone.size() - 1; i >= 0; i--) {
      for (int j = come.size() - 1; j >= 0; j--) {
        common[i][j] =
            gone.get(i).equals(come.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < gone.size() || j < come.size()) {
      if (i < gone.size() && j < come.size() && gone.get(i).equals(come.get(j))) {
        i++;
        j++;
      } else if (j == come.size() || (i < gone.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add('-' + gone.get(i++));
      } else {
        lines.add('+' + come.get(j++));
      }
    }
  }
}
