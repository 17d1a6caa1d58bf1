package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a piece of which each area has its own place: next to the area with the same number in
 * the last segment or in what was taken before. Each physical volume gives one area at most.
 */
final class SlotSearch {
  private final Round round;
  private final Nearness nearness;
  private final @Nullable FreeArea[] slots;
  private final IntPredicate open;
  private int filled;

  private SlotSearch(Round round, Nearness nearness, int slotCount) {
    this.round = round;
    this.nearness = nearness;
    slots = new FreeArea[slotCount];
    open = slot -> slot < slotCount && slots[slot] == null;
  }

  /** Takes a piece if there is one for every slot. */
  static void run(Round round, Nearness nearness, int slotCount) {
    round.run().space.dropReservations();
    new SlotSearch(round, nearness, slotCount).run();
  }

  private void run() {
    AllocationRun run = round.run();
    int needed = run.shape.dataAreas() + run.logsNeeded();
    for (PvSpace space : run.space) {
      if (!round.avoids(space.pv)) {
        fillFrom(space);
      }
      if (filled == slots.length && filled == needed) {
        break;
      }
    }
    // Logs have no place of their own to follow; a later policy looks for them.
    if (filled == slots.length && filled >= needed && run.logsNeeded() == 0) {
      run.take(chosen(), List.of(), round.limit());
    }
  }

  private void fillFrom(PvSpace space) {
    for (FreeArea area = space.first(); area != null; area = area.next) {
      switch (nearness.check(area, open)) {
        case NEAR -> {
          slots[nearness.matchedSlot()] = area;
          filled++;
          return;
        }
        case TRY_NEXT_PV -> {
          return;
        }
        case TRY_NEXT_AREA -> {}
      }
    }
  }

  private List<ReservedArea> chosen() {
    List<ReservedArea> chosen = new ArrayList<>(round.run().shape.dataAreas());
    for (int i = 0; i < round.run().shape.dataAreas(); i++) {
      FreeArea area = slots[i];
      if (area != null) {
        chosen.add(new ReservedArea(area, area.count));
      }
    }
    return chosen;
  }
}
