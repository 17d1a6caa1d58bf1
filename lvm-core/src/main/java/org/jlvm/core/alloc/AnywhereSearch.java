package org.jlvm.core.alloc;

/**
 * Looks for a piece made of any areas, several of them on one physical volume or even in one run if
 * need be.
 */
final class AnywhereSearch {
  private final Round round;
  private final Candidates candidates;

  private AnywhereSearch(Round round) {
    this.round = round;
    candidates = new Candidates(round);
  }

  /** Takes a piece if enough areas are found. */
  static void run(Round round) {
    round.run().space.dropReservations();
    AnywhereSearch search = new AnywhereSearch(round);
    int before;
    do {
      before = search.candidates.size();
      search.collect();
    } while (!search.isEnough() && search.candidates.size() > before);
    search.candidates.takeBest(false);
  }

  private boolean isEnough() {
    return candidates.size() >= candidates.needed();
  }

  private void collect() {
    for (PvSpace space : round.run().space) {
      for (FreeArea area = space.first(); area != null; area = area.next) {
        if (area.unreserved > 0) {
          candidates.add(new ReservedArea(area, space.reserve(area, wanted())), false);
        }
      }
      // A volume is always used up before this is asked.
      if (isEnough()) {
        return;
      }
    }
  }

  private long wanted() {
    AllocationShape shape = round.run().shape;
    return candidates.size() < shape.dataAreas() ? round.areaLimit() : shape.logLength();
  }
}
