package org.jlvm.core.alloc;

/** Pieces of whatever there is, even with several areas on one physical volume. */
final class AnywherePolicy implements PlacementPolicy {
  @Override
  public void place(Round round) {
    AnywhereSearch.run(round);
  }

  @Override
  public boolean goesOn(boolean found) {
    return found;
  }
}
