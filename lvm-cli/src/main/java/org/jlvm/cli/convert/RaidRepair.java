package org.jlvm.cli.convert;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.PvChoice;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.pv.PvUse;
import org.jlvm.core.plan.raid.RaidReplacement;

/** {@code --repair} of a RAID1 volume: new images in place of those that are lost. */
final class RaidRepair {
  private final CommandSession commandSession;
  private final ParsedCommand command;
  private final Session session;
  private final Messages messages;
  private final VgState state;
  private final RaidWork work;

  RaidRepair(CommandSession commandSession, VgState state, LogicalVolume lv) {
    this.commandSession = commandSession;
    this.command = commandSession.command();
    this.session = commandSession.session();
    this.messages = session.environment().messages();
    this.state = state;
    work = new RaidWork(commandSession, state, lv);
  }

  VgState repair() {
    List<String> operands = command.operands();
    PvChoices free = work.pvs(operands.subList(1, operands.size()));
    if (!work.isActive()) {
      throw refusal();
    }
    if (!isWanted()) {
      if (command.has(Opt.USEPOLICIES)) {
        messages.warn("Use 'lvconvert --repair " + work.path() + "' to replace failed device.");
      }
      return state;
    }
    VgState after = replace(free);
    messages.info("Faulty devices in " + work.path() + " successfully replaced.");
    return after;
  }

  /**
   * Of an inactive volume lvm2 would only clear marks of failures in superblocks, of as many images
   * as the others can make up for: of RAID1, which has no parity, of none.
   */
  private FailedException refusal() {
    int lost = work.lostImages();
    if (lost == 0) {
      return new FailedException(
          "Logical volume " + work.path() + " must be active to perform this operation.");
    }
    messages.error(
        "Can't clear " + lost + " failed superblock(s) in raid1 volume " + work.path() + '.');
    messages.info("The maximum number of degraded devices allowed is 0.");
    return new FailedException("");
  }

  private boolean isWanted() {
    if (command.has(Opt.USEPOLICIES)) {
      String policy = commandSession.settings().activation().raidFaultPolicy();
      return policy.equals("allocate") || policy.equals("replace");
    }
    return session
        .environment()
        .prompter()
        .confirm("Attempt to replace failed RAID images (requires full device resync)?");
  }

  private VgState replace(PvChoices free) {
    try {
      Optional<Plan> plan = RaidReplacement.repair(work.target(), failed(), work.missing(), free);
      return plan.isPresent() ? work.run(plan.get()) : state;
    } catch (LvmException e) {
      messages.error(e.getMessage());
      throw new FailedException("Failed to replace faulty devices in " + work.path() + '.', e);
    }
  }

  /** Missing volumes that hold something, of whatever. */
  private PvChoices failed() {
    List<PvChoice> failed = new java.util.ArrayList<>();
    for (PhysicalVolume pv : state.vg().pvs()) {
      boolean missing = pv.isMarkedMissing() || state.isMissing(pv);
      if (missing && PvUse.isUsed(state.vg(), pv.id())) {
        failed.add(PvChoice.whole(pv));
      }
    }
    return PvChoices.of(failed);
  }
}
