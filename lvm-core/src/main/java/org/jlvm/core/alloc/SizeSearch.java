package org.jlvm.core.alloc;

import java.util.Optional;

/**
 * Looks for a piece made of the biggest areas, one from each physical volume: of a volume's areas
 * the smallest that is big enough, or if none is and the result may be split, the biggest.
 */
final class SizeSearch {
  private final Round round;
  private final Optional<Nearness> nearness;
  private final Candidates candidates;

  private SizeSearch(Round round, Optional<Nearness> nearness) {
    this.round = round;
    this.nearness = nearness;
    candidates = new Candidates(round);
  }

  /**
   * Takes a piece if enough areas are found.
   *
   * @param nearness areas that are not near enough are passed over; near ones are taken whatever
   *     their size
   * @param sharedLogs whether logs may go on physical volumes with data if there are no others
   * @param apartByTags whether no two areas may share a cling tag
   */
  static void run(
      Round round, Optional<Nearness> nearness, boolean sharedLogs, boolean apartByTags) {
    round.run().space.dropReservations();
    SizeSearch search = new SizeSearch(round, nearness);
    search.collect();
    if (sharedLogs && search.candidates.lackOnlyLogs()) {
      search.collectForLogs();
    }
    search.candidates.takeBest(apartByTags);
  }

  private void collect() {
    for (PvSpace space : round.run().space) {
      if (!round.avoids(space.pv)) {
        collectFrom(space, nearness);
      }
    }
  }

  private void collectForLogs() {
    candidates.startLogs();
    for (PvSpace space : round.run().space) {
      if (!candidates.hasLogOn(space)) {
        collectFrom(space, Optional.empty());
      }
    }
  }

  private void collectFrom(PvSpace space, Optional<Nearness> near) {
    AllocationShape shape = round.run().shape;
    long wanted = Math.max(round.areaLimit(), shape.logLength());
    boolean found = false;
    for (FreeArea area = space.first(); area != null; area = area.next) {
      if (area.unreserved == 0) {
        continue;
      }
      if (near.isPresent()) {
        Nearness.Match match = near.get().check(area, slot -> true);
        if (match == Nearness.Match.TRY_NEXT_AREA) {
          continue;
        }
        if (match == Nearness.Match.TRY_NEXT_PV) {
          return;
        }
      } else if (isTooSmall(area) && (found || !mayBeTooSmall())) {
        return;
      }
      candidates.add(new ReservedArea(area, space.reserve(area, wanted)), found);
      found = true;
    }
  }

  private boolean isTooSmall(FreeArea area) {
    return area.unreserved * round.run().shape.multiple() < round.limit();
  }

  private boolean mayBeTooSmall() {
    return round.run().canSplit || round.run().shape.logs() > 0;
  }
}
