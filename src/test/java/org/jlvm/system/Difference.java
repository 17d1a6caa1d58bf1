package org.jlvm.system;

import java.util.List;

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

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("step ").append(stepNumber).append(": ").append(step).append('\n');
    text.append("  ").append(channel).append(" (- lvm2, + jlvm)\n");
    lines.stream().limit(40).forEach(line -> text.append("    ").append(line).append('\n'));
    if (lines.size() > 40) {
      text.append("    ... ").append(lines.size() - 40).append(" more lines\n");
    }
    return text.toString();
  }
}
