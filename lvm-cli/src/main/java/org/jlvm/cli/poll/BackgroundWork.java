package org.jlvm.cli.poll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.segtype.LvRelations;

/**
 * Has what goes on behind active volumes followed in the background, as when they have just been
 * activated. The processes for it are started when the command is done and has given back its
 * locks, one a group and kind.
 */
public final class BackgroundWork {
  private static final String MOVE = "pvmove";
  private static final String MERGE = "merge";
  private static final String CONVERT = "convert";

  private final CommandSession commandSession;
  private final Session session;
  private final Messages messages;
  private final Map<String, List<PollTarget>> targets = new LinkedHashMap<>();

  public BackgroundWork(CommandSession commandSession) {
    this.commandSession = commandSession;
    this.session = commandSession.session();
    this.messages = session.environment().messages();
  }

  /** Unless {@code --poll n} or {@code --sysinit} says no. */
  private boolean isWanted() {
    return commandSession.command().yes(Opt.POLL, true)
        && !commandSession.command().has(Opt.SYSINIT);
  }

  /** All that goes on in a group; how much it is, is told. */
  public void follow(VgState state) {
    if (!isWanted()) {
      return;
    }
    int count = 0;
    LvRelations relations = LvRelations.of(state.vg());
    for (LogicalVolume lv : state.vg().lvs()) {
      Optional<String> kind = kind(state.vg(), relations, lv);
      if (kind.isPresent() && isActive(state, lv)) {
        add(kind.get(), state, lv);
        count++;
      }
    }
    if (count > 0) {
      messages.info(
          "Background polling started for "
              + count
              + " logical volume(s) in volume group \""
              + state.vg().name()
              + '"');
    }
  }

  /** What goes on in one volume, and the move that it is part of. */
  public void follow(VgState state, LogicalVolume lv) {
    if (!isWanted()) {
      return;
    }
    LvRelations relations = LvRelations.of(state.vg());
    if (lv.flags().has(Flag.LOCKED)) {
      for (LogicalVolume move : state.vg().lvs()) {
        boolean part = move.flags().has(Flag.PVMOVE) && relations.usersOf(move.id()).contains(lv);
        if (part) {
          add(MOVE, state, move);
        }
      }
    }
    kind(state.vg(), relations, lv).ifPresent(kind -> add(kind, state, lv));
  }

  /** A merge alone: devices that are loaded again may have gone over to it. */
  public void followMerge(VgState state, LogicalVolume lv) {
    boolean merging = LvRelations.of(state.vg()).mergingInto(lv.id()).isPresent();
    if (isWanted() && merging && isActive(state, lv)) {
      add(MERGE, state, lv);
    }
  }

  private boolean isActive(VgState state, LogicalVolume lv) {
    return session.activation().status(state, lv).exists();
  }

  private static Optional<String> kind(VolumeGroup vg, LvRelations relations, LogicalVolume lv) {
    if (lv.flags().has(Flag.PVMOVE)) {
      return Optional.of(MOVE);
    }
    if (relations.mergingInto(lv.id()).isPresent()) {
      return Optional.of(MERGE);
    }
    return Mirrors.isConverting(vg, lv) ? Optional.of(CONVERT) : Optional.empty();
  }

  private void add(String kind, VgState state, LogicalVolume lv) {
    if (session.environment().testMode()) {
      return;
    }
    if (targets.isEmpty()) {
      commandSession.afterwards(this::start);
    }
    PollTarget target = PollTarget.of(state, lv);
    List<PollTarget> known = targets.computeIfAbsent(kind, key -> new ArrayList<>());
    if (!known.contains(target)) {
      messages.verbose(
          kind.equals(MOVE)
              ? "Spawning background pvmove process for " + target.lv() + '.'
              : "Spawning background lvconvert process for " + target.lv() + '.');
      known.add(target);
    }
  }

  private void start() {
    BackgroundPolling polling =
        new BackgroundPolling(commandSession.context(), commandSession.command());
    for (Map.Entry<String, List<PollTarget>> entry : targets.entrySet()) {
      for (PollTarget target : entry.getValue()) {
        polling.start(entry.getKey(), false, List.of(target));
      }
    }
    targets.clear();
  }
}
