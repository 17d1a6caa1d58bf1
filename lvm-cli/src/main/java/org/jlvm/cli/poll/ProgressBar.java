package org.jlvm.cli.poll;

import java.time.Duration;
import java.util.Locale;

/** How far an operation is, drawn for a terminal: a bar, the rate so far, the time left. */
final class ProgressBar {
  /** As wide as the narrowest terminal that is usual. */
  private static final int COLUMNS = 79;

  private static final int SHORTEST_BAR = 10;
  private static final String[] RATES = {"KiB/s", "MiB/s", "GiB/s"};

  private ProgressBar() {}

  /**
   * One line, without the console's prefix.
   *
   * @param head what it is about: {@code /dev/sda: Moved: }
   * @param first what was done when the operation began to be watched
   * @param now what is done now
   * @param watched the time between the two
   */
  static String draw(
      String head, Progress.Measure first, Progress.Measure now, Duration watched, int indent) {
    String tail = " " + now.percent() + '%' + pace(first, now, watched);
    int room = COLUMNS - indent - head.length() - tail.length() - 2;
    if (room < SHORTEST_BAR) {
      return head + tail.strip();
    }
    double share = (double) now.done().count() / Math.max(1, now.total().count());
    int full = (int) Math.min(room, share * room);
    return head + '[' + "#".repeat(full) + "-".repeat(room - full) + ']' + tail;
  }

  /** The rate and the time left, as soon as something was done while it was watched. */
  private static String pace(Progress.Measure first, Progress.Measure now, Duration watched) {
    long sectors = now.done().count() - first.done().count();
    double seconds = watched.toMillis() / 1000.0;
    if (sectors <= 0 || seconds <= 0) {
      return "";
    }
    double sectorsASecond = sectors / seconds;
    long left = Math.round((now.total().count() - now.done().count()) / sectorsASecond);
    return ", " + rate(sectorsASecond) + ", " + time(left) + " left";
  }

  private static String rate(double sectorsASecond) {
    double number = sectorsASecond / 2;
    int unit = 0;
    while (unit < RATES.length - 1 && number >= 1024) {
      number /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", number, RATES[unit]);
  }

  private static String time(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
