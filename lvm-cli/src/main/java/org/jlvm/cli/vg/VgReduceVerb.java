package org.jlvm.cli.vg;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachPv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.LocatedArea;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.pv.GroupReduction;

/** {@code vgreduce}: takes physical volumes out of a group, present or lost ones. */
public final class VgReduceVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    checkOperands(command);
    try (CommandSession session = CommandSession.open(context, command)) {
      String vg = VolumePaths.of(session).strip(command.operands().get(0)).name();
      session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      session.log().begin();
      if (command.has(Opt.REMOVEMISSING)) {
        return new MissingPvRemoval(session).run(vg);
      }
      List<String> pvs = command.operands().subList(1, command.operands().size());
      Removal removal = new Removal(session.session());
      return new EachPv(session, VgAccess.UPDATE).runIn(vg, pvs, removal);
    }
  }

  private static void checkOperands(ParsedCommand command) {
    int operands = command.operands().size();
    boolean repairing = command.has(Opt.REMOVEMISSING);
    if (command.has(Opt.MIRRORSONLY) && !repairing) {
      throw new UsageException("--mirrorsonly requires --removemissing.");
    }
    if (operands == 1 && !command.has(Opt.ALL) && !repairing) {
      throw new UsageException("Please enter physical volume paths or option -a.");
    }
    if (operands > 1 && command.has(Opt.ALL)) {
      throw new UsageException("Option -a and physical volume paths mutually exclusive.");
    }
    if (operands > 1 && repairing) {
      throw new UsageException("Please only specify the volume group.");
    }
  }

  /** Takes one volume out, and makes it free for others. */
  private static final class Removal implements EachPv.Action {
    private final Session session;
    private final Messages messages;
    private Optional<VgState> last = Optional.empty();

    Removal(Session session) {
      this.session = session;
      messages = session.environment().messages();
    }

    @Override
    public EachPv.Outcome member(VgState state, PhysicalVolume pv) {
      VgState after;
      try {
        after = remove(state, pv);
      } catch (LvmException e) {
        messages.error(e.getMessage());
        return EachPv.Outcome.failed(state);
      }
      last = Optional.of(after);
      return new EachPv.Outcome(release(state, pv), after);
    }

    private VgState remove(VgState state, PhysicalVolume pv) {
      if (state.device(pv.id()).isEmpty()) {
        throw new FailedException("No device found for PV.");
      }
      String name = state.pvName(pv);
      VolumeGroup reduced = GroupReduction.remove(state.vg(), pv, name);
      messages.verbose("Removing \"" + name + "\" from volume group \"" + reduced.name() + "\"");
      session.catalog().orphansSoFar();
      if (!hasAreaBeside(state, pv)) {
        throw new FailedException(
            "Cannot remove final metadata area on \""
                + name
                + "\" from \""
                + reduced.name()
                + "\"");
      }
      try {
        return session.commit(state, reduced);
      } catch (LvmException e) {
        messages.error(e.getMessage());
        throw new FailedException(
            "Removal of physical volume \"" + name + "\" from \"" + reduced.name() + "\" failed",
            e);
      }
    }

    private static boolean hasAreaBeside(VgState state, PhysicalVolume pv) {
      for (LocatedArea area : state.areas()) {
        if (!area.pv().id().equals(pv.id())) {
          return true;
        }
      }
      return false;
    }

    private int release(VgState before, PhysicalVolume pv) {
      ScannedPv device = before.device(pv.id()).orElseThrow();
      String name = device.device().name();
      try {
        if (!session.environment().testMode()) {
          PvWriter.release(device);
        }
      } catch (LvmException e) {
        messages.error(e.getMessage());
        messages.error(
            "Failed to clear metadata from physical volume \""
                + name
                + "\" after removal from \""
                + before.vg().name()
                + "\"");
        return ExitStatus.FAILED;
      }
      messages.info("Removed \"" + name + "\" from volume group \"" + before.vg().name() + "\"");
      return ExitStatus.OK;
    }

    @Override
    public void leave() {
      last.ifPresent(session::backup);
    }

    @Override
    public int orphan(ScannedPv pv) {
      throw new IllegalStateException("vgreduce works on one group");
    }
  }
}
