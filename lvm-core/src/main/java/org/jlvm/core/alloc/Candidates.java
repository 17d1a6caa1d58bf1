package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jlvm.core.model.Tag;

/** Areas that a piece may be made of, and the choice among them. */
final class Candidates {
  private static final Comparator<ReservedArea> LONGEST_FIRST =
      (a, b) -> Long.compare(b.length(), a.length());

  private final Round round;
  private final AllocationRun run;
  private final int dataAreas;
  private List<ReservedArea> areas = new ArrayList<>();
  private boolean logsStarted;

  Candidates(Round round) {
    this.round = round;
    run = round.run();
    dataAreas = run.shape.dataAreas();
  }

  int size() {
    return areas.size();
  }

  int needed() {
    return dataAreas + run.logsNeeded();
  }

  /** Adds an area, or puts it in the place of the one added last. */
  void add(ReservedArea area, boolean insteadOfLast) {
    if (insteadOfLast) {
      areas.set(areas.size() - 1, area);
    } else {
      areas.add(area);
    }
  }

  boolean lackOnlyLogs() {
    return areas.size() >= dataAreas && areas.size() < needed();
  }

  /** From now on areas for logs are added. */
  void startLogs() {
    logsStarted = true;
  }

  boolean hasLogOn(PvSpace space) {
    for (ReservedArea area : areas.subList(dataAreas, areas.size())) {
      if (area.area().space == space) {
        return true;
      }
    }
    return false;
  }

  /** Takes the longest areas for data, and for logs the shortest that suffice, if all are there. */
  void takeBest(boolean apartByTags) {
    if (areas.size() < needed()) {
      return;
    }
    areas.subList(logsStarted ? dataAreas : 0, areas.size()).sort(LONGEST_FIRST);
    int tooShort = tooShortForLog();
    if (run.settings.separateLogs() && tooShort > 0 && tooShort >= dataAreas) {
      return;
    }
    int logStart = logStart(tooShort);
    if (logStart < 0) {
      return;
    }
    if (apartByTags) {
      keepApart(logStart);
      tooShort = tooShortForLog();
      logStart = logStart(tooShort);
      int enough = run.logsNeeded() == 0 ? dataAreas : needed() + tooShort;
      if (logStart < 0 || areas.size() < enough) {
        return;
      }
    }
    List<ReservedArea> logs = areas.subList(logStart, logStart + run.logsNeeded());
    run.take(areas.subList(0, dataAreas), logs, round.limit());
  }

  /** How many at the end of the list cannot hold a log; 0 if none is needed. */
  private int tooShortForLog() {
    int count = 0;
    if (run.logsNeeded() > 0) {
      int last = areas.size() - 1;
      while (count <= last && areas.get(last - count).length() < run.shape.logLength()) {
        count++;
      }
    }
    return count;
  }

  /** Where the areas for logs are; negative if there are too few that are long enough. */
  private int logStart(int tooShort) {
    return run.logsNeeded() == 0 ? 0 : areas.size() - tooShort - run.shape.logs();
  }

  /** Drops areas with a cling tag that one before has; logs are compared among themselves. */
  private void keepApart(int logStart) {
    List<ReservedArea> kept = new ArrayList<>(areas.size());
    List<Tag> used = new ArrayList<>();
    for (ReservedArea area : areas) {
      if (kept.size() == logStart) {
        used.clear();
      }
      List<Tag> tags = area.area().space.pv.tags();
      if (!run.settings.clingTags().join(tags, used)) {
        used.addAll(tags);
        kept.add(area);
      }
    }
    areas = kept;
  }
}
