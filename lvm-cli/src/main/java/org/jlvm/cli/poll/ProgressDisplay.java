package org.jlvm.cli.poll;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.console.Console;
import org.jlvm.core.message.Level;

/**
 * Tells how far operations are: lines as lvm2 writes them; on a terminal one line that is drawn
 * again and again; in JSON rows of the command's document, each as it comes.
 */
final class ProgressDisplay {
  private final Console console;
  private final WorkLog log;
  private final boolean shown;
  private final boolean drawn;
  private final LongSupplier nanoTime;
  private final Map<PollTarget, Start> starts = new HashMap<>();

  /** When an operation was first looked at. */
  private record Start(long nanoTime, Progress.Measure measure) {}

  /**
   * @param shown whether it is told unasked, not only with {@code -v}
   * @param drawn whether a person looks at it on a terminal
   */
  ProgressDisplay(
      Console console, WorkLog log, boolean shown, boolean drawn, LongSupplier nanoTime) {
    this.console = console;
    this.log = log;
    this.shown = shown;
    this.drawn = drawn;
    this.nanoTime = nanoTime;
  }

  void show(PollTarget target, PolledOperation operation, Progress.Measure measure) {
    String head = target.shownAs() + ": " + operation.title() + ": ";
    String text = head + measure.percent() + '%';
    if (!shown) {
      console.verbose(text);
    } else if (log.progress(advance(target, operation, measure))) {
      console.record(Level.INFO, text);
    } else if (drawn) {
      console.redraw(text, bar(target, head, measure));
    } else {
      console.info(text);
    }
  }

  private static WorkLog.Advance advance(
      PollTarget target, PolledOperation operation, Progress.Measure measure) {
    return new WorkLog.Advance(
        operation.kind(),
        target.shownAs(),
        target.vg(),
        target.lv(),
        measure.percent(),
        measure.done(),
        measure.total());
  }

  private String bar(PollTarget target, String head, Progress.Measure measure) {
    Start start =
        starts.computeIfAbsent(target, unused -> new Start(nanoTime.getAsLong(), measure));
    Duration watched = Duration.ofNanos(nanoTime.getAsLong() - start.nanoTime());
    int indent = console.lineStart().length();
    return ProgressBar.draw(head, start.measure(), measure, watched, indent);
  }
}
