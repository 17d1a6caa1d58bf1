package org.jlvm.system;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the two sides part: after which step, in what ({@code status}, {@code stdout}, {@code
 * stderr}, {@code disk sda}, {@code backup vg}, ...), and the lines as {@link LineDiff} gives them.
 * {@code found} is all that jlvm left there.
 */
record Difference(
    int stepNumber, String step, String channel, List<String> lines, List<String> found) {

  /** The disks no longer hold the same: later differences are likely to follow from this one. */
  boolean inMetadata() {
    return channel.startsWith("disk ");
  }

  private static final int SHOWN = 40;
  private static final int SHOWN_OF_FILES = 12;

  /** All of them for a reader: what several disks or files have in common is shown once. */
  static String describe(List<Difference> differences) {
    StringBuilder text = new StringBuilder(differences.size() + " differences\n");
    Set<String> shown = new HashSet<>();
    String step = "";
    for (Difference difference : differences) {
      String heading = "step " + difference.stepNumber() + ": " + difference.step() + "\n";
      text.append(heading.equals(step) ? "" : heading);
      step = heading;
      text.append("  ").append(difference.channel());
      if (shown.add(difference.stepNumber() + difference.lines().toString())) {
        text.append(" (- lvm2, + jlvm)\n");
        difference.appendLines(text);
      } else {
        text.append(" likewise\n");
      }
    }
    return text.toString();
  }

  private void appendLines(StringBuilder text) {
    int limit = channel.startsWith("backup ") ? SHOWN_OF_FILES : SHOWN;
    lines.stream().limit(limit).forEach(line -> text.append("    ").append(line).append('\n'));
    if (lines.size() > limit) {
      text.append("    ... ").append(lines.size() - limit).append(" more lines\n");
    }
  }
}
