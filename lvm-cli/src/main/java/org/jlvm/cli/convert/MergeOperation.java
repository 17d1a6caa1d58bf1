package org.jlvm.cli.convert;

import java.util.Optional;
import org.jlvm.cli.poll.PolledOperation;
import org.jlvm.cli.poll.Progress;
import org.jlvm.cli.process.VolumeRemover;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.report.lvm.Percents;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.units.Sectors;

/**
 * A snapshot that goes back into its origin; what is followed is the origin.
 *
 * @param onlyMerging whether an origin counts as not there once nothing is merged into it any more
 */
record MergeOperation(boolean onlyMerging) implements PolledOperation {
  /** As {@code lvpoll} knows it. */
  static final String KIND = "merge";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String title() {
    return "Merged";
  }

  @Override
  public boolean concerns(VgState state, LogicalVolume lv) {
    return !onlyMerging || LvRelations.of(state.vg()).mergingInto(lv.id()).isPresent();
  }

  /** Whether the driver is at it. */
  static boolean isRunning(Session session, VgState state, LogicalVolume origin) {
    return store(session, state, origin).isPresent();
  }

  private static Optional<TargetState.Snapshot> store(
      Session session, VgState state, LogicalVolume origin) {
    Optional<TargetState> target =
        session.activation().target(state, origin, origin.firstSegment());
    return target.isPresent() && target.get() instanceof TargetState.Snapshot store
        ? Optional.of(store)
        : Optional.empty();
  }

  @Override
  public Progress progress(Session session, VgState state, LogicalVolume origin) {
    if (LvRelations.of(state.vg()).mergingInto(origin.id()).isEmpty()) {
      return Progress.NOTHING_LEFT;
    }
    String path = path(state, origin);
    TargetState.Snapshot store =
        store(session, state, origin)
            .orElseThrow(
                () ->
                    new FailedException(
                        path + ": Failed query for merging percentage. Aborting merge."));
    if (store.invalid()) {
      throw new FailedException(path + ": Merging snapshot invalidated. Aborting merge.");
    }
    if (store.mergeFailed()) {
      throw new FailedException(path + ": Merge failed. Retry merge or inspect manually.");
    }
    boolean empty = store.used() == store.metadata();
    return Progress.of(
        empty ? Progress.Stage.ALL_DONE : Progress.Stage.UNDER_WAY,
        Percents.unused(store).text(),
        Sectors.of(empty ? store.total() : Math.max(0, store.total() - store.used())),
        Sectors.of(store.total()));
  }

  @Override
  public void finish(Session session, VgState state, LogicalVolume origin) {
    Messages messages = session.environment().messages();
    Optional<LvRelations.Snapshot> snapshot = LvRelations.of(state.vg()).mergingInto(origin.id());
    String path = path(state, origin);
    if (snapshot.isEmpty()) {
      messages.print(
          "Logical volume " + path + " is no longer merging origin, polling has finished.");
      return;
    }
    messages.info("Merge of snapshot into logical volume " + path + " has finished.");
    LogicalVolume store = state.vg().lv(snapshot.get().segment().cow());
    VolumeRemover remover = new VolumeRemover(session, state, true, false);
    try {
      remover.removeMerged(store);
      remover.finish(true);
    } catch (FailedException e) {
      messages.error(e.getMessage());
      throw new FailedException(
          "Could not remove snapshot " + path(state, store) + " merged into " + path + '.', e);
    }
  }

  private static String path(VgState state, LogicalVolume lv) {
    return state.vg().name() + "/" + lv.name();
  }
}
