package org.jlvm.cli.vg;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.convert.LiveMirrors;
import org.jlvm.cli.lv.MirrorOptions;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumeRemover;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.mirror.MirrorRepair;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.plan.pv.GroupReduction;
import org.jlvm.core.plan.raid.RaidLoss;
import org.jlvm.core.segtype.LvRelations;

/** {@code vgreduce --removemissing}: makes a group consistent that has lost physical volumes. */
final class MissingPvRemoval {
  private final CommandSession session;
  private final Messages messages;
  private boolean alreadyConsistent;
  private boolean fixed;

  MissingPvRemoval(CommandSession session) {
    this.session = session;
    messages = session.session().environment().messages();
  }

  int run(String vg) {
    new EachVg(session, VgAccess.UPDATE.withMissing())
        .run(List.of(vg), false, state -> true, this::repair);
    if (alreadyConsistent) {
      messages.info("Volume group \"" + vg + "\" is already consistent.");
      return ExitStatus.OK;
    }
    if (fixed) {
      messages.info("Wrote out consistent volume group " + vg + ".");
      return ExitStatus.OK;
    }
    return ExitStatus.FAILED;
  }

  private int repair(VgState before) {
    if (!before.hasMissingPvs()) {
      alreadyConsistent = true;
      return ExitStatus.OK;
    }
    boolean force = session.command().force() > 0;
    VgState state = before;
    try {
      if (force) {
        state = withoutPartialLvs(withWholeMirrors(withoutLostImages(state)));
      }
    } catch (LvmException e) {
      fixed = false;
      messages.error(e.getMessage());
      return ExitStatus.FAILED;
    }
    try {
      VolumeGroup vg = state.vg();
      Optional<VolumeGroup> consolidated = consolidate(state, vg);
      fixed = force || consolidated.isPresent();
      VgState after = session.session().commit(state, consolidated.orElse(vg));
      session.session().backups().backup(after.vg());
      return ExitStatus.OK;
    } catch (LvmException e) {
      fixed = false;
      messages.error(e.getMessage());
      messages.error("Failed to write out a consistent VG for " + before.vg().name());
      return ExitStatus.FAILED;
    }
  }

  /** RAID1 volumes keep the places of lost images, for others to come. */
  private VgState withoutLostImages(VgState before) {
    Set<LvmId> lost = new LinkedHashSet<>();
    for (PhysicalVolume pv : before.missingPvs()) {
      lost.add(pv.id());
    }
    VgState state = before;
    for (LogicalVolume known : before.vg().lvs()) {
      LogicalVolume lv = state.vg().lv(known.id());
      if (RaidWork.isRaid1(lv) && state.isPartial(lv)) {
        Optional<Plan> plan = RaidLoss.withoutLost(state.vg(), lv, lost);
        if (plan.isPresent()) {
          state = new PlanExecutor(session.session()).run(state, plan.get());
        }
      }
    }
    return state;
  }

  /** Mirrors do without what is lost; those that lost all copies go. */
  private VgState withWholeMirrors(VgState before) {
    Session active = session.session();
    Set<LvmId> lost = new LinkedHashSet<>();
    for (PhysicalVolume pv : before.missingPvs()) {
      lost.add(pv.id());
    }
    VgState state = before;
    for (LogicalVolume known : before.vg().lvs()) {
      Optional<LogicalVolume> lv = state.vg().findLv(known.id());
      if (lv.isEmpty() || !Mirrors.isMirror(lv.get()) || !state.isPartial(lv.get())) {
        continue;
      }
      LiveMirrors facts = new LiveMirrors(active.activation(), state);
      MirrorRepair repair = new MirrorRepair(state.vg(), facts);
      if (repair.lostImages(lv.get()) == Mirrors.imageCount(state.vg(), lv.get())) {
        messages.error("No usable images left in " + state.vg().name() + '/' + known.name() + '.');
        VolumeRemover remover = new VolumeRemover(active, state, true, false);
        remover.remove(lv.get());
        state = remover.finish(false);
        continue;
      }
      Optional<Plan> plan = repair.withoutLost(lv.get(), lost, MirrorOptions.settings(session));
      if (plan.isPresent()) {
        state = new PlanExecutor(active).run(state, plan.get());
      }
    }
    return state;
  }

  /** Takes out the lost volumes, unless logical volumes still need one; empty then. */
  private Optional<VolumeGroup> consolidate(VgState state, VolumeGroup vg) {
    boolean partial = false;
    VgState planned = state.with(vg, Map.of());
    for (LogicalVolume lv : vg.lvs()) {
      if (planned.isPartial(lv)) {
        messages.warn("WARNING: Partial LV " + lv.name() + " needs to be repaired or removed. ");
        partial = true;
      }
    }
    if (partial) {
      messages.error("There are still partial LVs in VG " + vg.name() + ".");
      messages.error("To remove them unconditionally use: vgreduce --removemissing --force.");
      messages.error(
          "To remove them unconditionally from mirror LVs use:"
              + " vgreduce --removemissing --mirrorsonly --force.");
      messages.warn("WARNING: Proceeding to remove empty missing PVs.");
      return Optional.empty();
    }
    VolumeGroup reduced = vg;
    for (PhysicalVolume pv : state.missingPvs()) {
      messages.verbose("Removing PV with UUID " + pv.id() + " from VG " + vg.name() + ".");
      reduced = GroupReduction.removeMissing(reduced, pv);
    }
    return Optional.of(reduced);
  }

  /** Each goes in a commit of its own, with its device and all that is built upon it. */
  private VgState withoutPartialLvs(VgState before) {
    VgState state = before;
    for (LogicalVolume known : before.vg().lvs()) {
      Optional<LogicalVolume> lv = state.vg().findLv(known.id());
      if (lv.isEmpty() || !state.isPartial(lv.get())) {
        continue;
      }
      if (session.command().has(Opt.MIRRORSONLY)) {
        messages.error("Non-mirror-image LV " + lv.get().name() + " found: can't remove.");
        continue;
      }
      if (!LvRelations.of(state.vg()).isVisible(lv.get())) {
        continue;
      }
      messages.warn(
          "WARNING: Removing partial LV " + state.vg().name() + '/' + lv.get().name() + '.');
      VolumeRemover remover = new VolumeRemover(session.session(), state, true, false);
      remover.remove(lv.get());
      state = remover.finish(false);
    }
    return state;
  }
}
