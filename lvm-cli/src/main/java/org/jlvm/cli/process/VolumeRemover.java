package org.jlvm.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.lv.LvRemoval;
import org.jlvm.core.plan.lv.SnapshotLink;
import org.jlvm.core.segtype.LvRelations;

/**
 * Removes volumes of one group. Those that are on their own go in one commit at the end; the
 * removal of a snapshot is committed at once, since its origin has to follow it.
 */
public final class VolumeRemover {
  private final Session session;
  private final Messages messages;
  private final boolean force;
  private final boolean discards;
  private final List<String> removed = new ArrayList<>();
  private VgState committed;
  private VgState next;

  /**
   * @param force whether not to ask
   * @param discards whether the space is given back to the device (devices/issue_discards)
   */
  public VolumeRemover(Session session, VgState state, boolean force, boolean discards) {
    this.session = session;
    this.messages = session.environment().messages();
    this.force = force;
    this.discards = discards;
    this.committed = state;
    this.next = state;
  }

  /** The group without what was removed so far, committed or not. */
  public VgState state() {
    return next;
  }

  /**
   * Removes a volume, and an origin's snapshots before it.
   *
   * @throws FailedException if it is in use, other volumes are made of it, or the user does not
   *     agree
   */
  public void remove(LogicalVolume lv) {
    remove(lv, true);
  }

  /** Removes a store whose contents have gone back into its origin. */
  public void removeMerged(LogicalVolume store) {
    removeSingle(store);
  }

  private void remove(LogicalVolume lv, boolean named) {
    LvRelations relations = LvRelations.of(next.vg());
    if (named) {
      relations.snapshotOfCow(lv.id()).ifPresent(snapshot -> requireNotMerging(snapshot, lv));
    }
    if (named && relations.isSparse(lv.id())) {
      LvmId origin = relations.snapshotOfCow(lv.id()).orElseThrow().segment().origin();
      remove(next.vg().lv(origin), true);
      return;
    }
    if (!relations.isOrigin(lv.id())) {
      removeSingle(lv);
      return;
    }
    List<LvRelations.Snapshot> snapshots = relations.snapshotsOf(lv.id());
    requireUnused(lv, " origin", " with " + snapshots.size() + " snapshots(s)");
    deactivate(lv);
    messages.verbose(
        "Removing origin logical volume "
            + path(lv)
            + " with "
            + snapshots.size()
            + " snapshots(s).");
    for (LvRelations.Snapshot snapshot : snapshots) {
      remove(next.vg().lv(snapshot.segment().cow()), false);
    }
    removeSingle(next.vg().lv(lv.id()));
  }

  /** A snapshot that is being merged stays until that is done, unless it failed. */
  private void requireNotMerging(LvRelations.Snapshot snapshot, LogicalVolume lv) {
    if (!snapshot.segment().merging() || !session.activation().status(next, lv).liveTable()) {
      return;
    }
    Optional<TargetState> target = session.activation().target(next, lv, lv.firstSegment());
    boolean broken =
        target.isPresent()
            && target.get() instanceof TargetState.Snapshot state
            && (state.invalid() || state.mergeFailed());
    if (!broken) {
      throw new FailedException("Can't remove merging snapshot logical volume " + path(lv) + '.');
    }
  }

  private void removeSingle(LogicalVolume lv) {
    LvRemoval.requireRemovable(next.vg(), lv);
    requireUnused(lv, "", "");
    Optional<LvRelations.Snapshot> snapshot = LvRelations.of(next.vg()).snapshotOfCow(lv.id());
    if (snapshot.isEmpty()) {
      deactivate(lv);
    } else {
      messages.verbose("Removing snapshot volume " + path(lv) + '.');
      detach(snapshot.get());
      deactivate(next.vg().lv(lv.id()));
    }
    messages.verbose("Releasing logical volume \"" + lv.name() + '"');
    LogicalVolume now = next.vg().lv(lv.id());
    if (LvRelations.of(next.vg()).isVisible(now)) {
      removed.add("Logical volume \"" + lv.name() + "\" successfully removed.");
    }
    next = next.with(LvRemoval.without(next.vg(), List.of(now)), Map.of());
  }

  /** Makes an ordinary volume of a snapshot; its origin goes on without it. */
  private void detach(LvRelations.Snapshot snapshot) {
    VolumeGroup without = SnapshotLink.removed(next.vg(), snapshot);
    Plan plan =
        Plan.of(committed.vg()).commit(without, List.of(snapshot.segment().origin())).build();
    committed = new PlanExecutor(session).run(committed, plan);
    next = committed;
  }

  private void deactivate(LogicalVolume lv) {
    if (!session.environment().testMode()) {
      session.activation().deactivate(next, lv.id());
    }
  }

  private void requireUnused(LogicalVolume lv, String kind, String with) {
    Optional<String> use = session.activation().whyInUse(next, lv);
    if (use.isPresent()) {
      throw new FailedException("Logical volume " + path(lv) + ' ' + use.get());
    }
    LvStatus status = session.activation().status(next, lv);
    boolean asked = status.exists() ? LvRelations.of(next.vg()).isVisible(lv) : discards;
    if (!asked || force) {
      return;
    }
    String question =
        "Do you really want to remove"
            + (discards ? " and DISCARD" : "")
            + (status.exists() ? " active" : "")
            + kind
            + " logical volume "
            + path(lv)
            + with
            + "?";
    if (!session.environment().prompter().confirm(question)) {
      throw new FailedException("Logical volume " + path(lv) + " not removed.");
    }
  }

  private String path(LogicalVolume lv) {
    return next.vg().name() + "/" + lv.name();
  }

  /** Commits what is not committed yet and tells what was removed. */
  public VgState finish(boolean backup) {
    if (removed.isEmpty() && next.vg().lvs().size() == committed.vg().lvs().size()) {
      return committed;
    }
    Plan.Builder plan = Plan.of(committed.vg()).commit(next.vg());
    for (String text : removed) {
      plan.tell(Level.INFO, text);
    }
    if (backup) {
      plan.add(new Step.Backup());
    }
    removed.clear();
    committed = new PlanExecutor(session).run(committed, plan.build());
    next = committed;
    return committed;
  }
}
