package org.jlvm.cli.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.lv.MirrorOptions;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.mirror.MirrorConversion;
import org.jlvm.core.plan.mirror.MirrorRepair;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.units.Sectors;

/** {@code --repair}: takes lost copies out of a mirror, and puts others in their place. */
final class MirrorRepairing implements Conversion {
  @Override
  public Outcome run(CommandSession session) {
    List<PollTarget> started = new ArrayList<>();
    int status =
        new EachLv(session, VgAccess.UPDATE.withMissing())
            .run(
                new ConvertOperands(session).volume(),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> repair(session, state, lv, started),
                state -> ExitStatus.OK);
    return new Outcome(
        status,
        started.isEmpty()
            ? Optional.empty()
            : Optional.of(new Followed(new MirrorOperation(true), started)));
  }

  private static EachLv.Outcome repair(
      CommandSession session, VgState state, LogicalVolume lv, List<PollTarget> started) {
    try {
      if (RaidWork.isRaid1(lv)) {
        return EachLv.Outcome.done(new RaidRepair(session, state, lv).repair());
      }
      if (!Mirrors.isMirror(lv)) {
        throw new FailedException(
            "Unsupported volume type for repair of volume "
                + state.vg().name()
                + '/'
                + lv.name()
                + '.');
      }
      return EachLv.Outcome.done(new Repairing(session, lv.id(), started).repair(state));
    } catch (LvmException e) {
      session.session().environment().messages().error(e.getMessage());
      return EachLv.Outcome.failed(state);
    }
  }

  private static final class Repairing {
    private final CommandSession commandSession;
    private final ParsedCommand command;
    private final Session session;
    private final Messages messages;
    private final LvmId id;
    private final List<PollTarget> started;
    private Set<LvmId> failingPlaces = Set.of();

    Repairing(CommandSession commandSession, LvmId id, List<PollTarget> started) {
      this.commandSession = commandSession;
      this.command = commandSession.command();
      this.session = commandSession.session();
      this.messages = session.environment().messages();
      this.id = id;
      this.started = started;
    }

    /** What is to be put in the place of what is lost. */
    private record Replacement(boolean log, boolean images) {}

    VgState repair(VgState state) {
      LogicalVolume lv = state.vg().lv(id);
      LiveMirrors facts = new LiveMirrors(session.activation(), state).withLosses(lv);
      failingPlaces = facts.failingPlaces();
      if (!facts.isPartial(lv)) {
        messages.info("Volume " + path(state) + " is consistent. Nothing to repair.");
        return state;
      }
      MirrorRepair repair = new MirrorRepair(state.vg(), facts);
      int images = Mirrors.imageCount(state.vg(), lv);
      int logs = Mirrors.logCount(state.vg(), lv);
      int lostImages = repair.lostImages(lv);
      int lostLogs = repair.lostLogs(lv);
      Set<LvmId> lost = lost(state);
      Optional<Plan> plan = repair.withoutLost(lv, lost, MirrorOptions.settings(commandSession));
      VgState now = plan.isPresent() ? new PlanExecutor(session).run(state, plan.get()) : state;
      tell("Mirror status: ", lostImages, images);
      tell("Mirror log status: ", lostLogs, logs);
      Replacement replacement = replacement(lostLogs > 0, lostImages > 0);
      int wanted = replacement.images() ? images : images - lostImages;
      boolean replaceLogs = replacement.log() && wanted > 1;
      if (replacement.images() || replaceLogs) {
        now = replace(now, lv, wanted, replaceLogs ? logs : logs - lostLogs);
      }
      warnOfRest(now, replacement.images() ? images : 0, replaceLogs ? logs : 0);
      return now;
    }

    private String path(VgState state) {
      return state.vg().name() + "/" + state.vg().lv(id).name();
    }

    private static Set<LvmId> lost(VgState state) {
      Set<LvmId> lost = new HashSet<>();
      for (PhysicalVolume pv : state.missingPvs()) {
        lost.add(pv.id());
      }
      return lost;
    }

    private void tell(String what, int lost, int all) {
      if (lost > 0) {
        messages.info(what + lost + " of " + all + " images failed.");
      }
    }

    private Replacement replacement(boolean log, boolean images) {
      if (command.has(Opt.USEPOLICIES)) {
        var activation = commandSession.settings().activation();
        return new Replacement(
            !activation.mirrorLogFaultPolicy().equals("remove"),
            !activation.mirrorImageFaultPolicy().equals("remove"));
      }
      if (command.force() > 0) {
        return new Replacement(false, false);
      }
      Prompter prompter = session.environment().prompter();
      return new Replacement(
          !log || prompter.confirm("Attempt to replace failed mirror log?"),
          !images
              || prompter.confirm(
                  "Attempt to replace failed mirror images (requires full device resync)?"));
    }

    /** With fewer copies if there is no room for all. */
    private VgState replace(VgState state, LogicalVolume before, int images, int logs) {
      int moreImages = images;
      int moreLogs = logs;
      VgState now = state;
      while (true) {
        messages.warn(
            "WARNING: Trying to up-convert to " + moreImages + " images, " + moreLogs + " logs.");
        try {
          Attempt attempt = attempt(now, before, moreImages, moreLogs);
          now = attempt.state();
          if (attempt.failure().isEmpty()) {
            return now;
          }
          messages.error(attempt.failure().get().getMessage());
        } catch (LvmException e) {
          messages.error(e.getMessage());
        }
        if (moreImages > 2) {
          moreImages--;
        } else if (moreLogs > 0) {
          moreLogs--;
        } else {
          return now;
        }
      }
    }

    /** What the group has become, and why that is less than it should be. */
    private record Attempt(VgState state, Optional<FailedException> failure) {}

    private Attempt attempt(VgState state, LogicalVolume before, int images, int logs) {
      LogicalVolume lv = state.vg().lv(id);
      if (images == 1 && !Mirrors.isMirror(lv)) {
        messages.warn("WARNING: Logical volume " + path(state) + " is already not mirrored.");
        return new Attempt(state, Optional.empty());
      }
      MirrorConversion.Request request =
          new MirrorConversion.Request(
              state.vg(),
              lv,
              images,
              logs,
              before.firstSegment().regionSize(),
              1,
              Sectors.ZERO,
              MirrorOptions.pvs(commandSession, state).without(failingPlaces),
              MirrorOptions.policy(command),
              Optional.empty());
      MirrorConversion.Planned planned =
          MirrorConversion.plan(
              request,
              new LiveMirrors(session.activation(), state),
              MirrorOptions.settings(commandSession));
      VgState after =
          new PlanExecutor(session)
              .run(
                  state,
                  planned.plan(),
                  (reached, cause) -> new Leftovers(session).removeNew(state, reached));
      // A new mirror is complete, only not in sync; copies that were added wait to be put together.
      boolean unfinished = Mirrors.isMirror(lv) || !command.has(Opt.BACKGROUND);
      if (planned.failure().isEmpty()) {
        follow(after, planned.goesOn() && unfinished);
      }
      return new Attempt(after, planned.failure());
    }

    private void follow(VgState state, boolean goesOn) {
      LogicalVolume lv = state.vg().lv(id);
      if (goesOn && session.activation().status(state, lv).exists()) {
        started.add(PollTarget.of(state, lv));
      } else if (goesOn) {
        messages.info("Conversion starts after activation.");
      }
    }

    private void warnOfRest(VgState state, int images, int logs) {
      LogicalVolume lv = state.vg().lv(id);
      int imagesNow = Mirrors.imageCount(state.vg(), lv);
      int logsNow = Mirrors.logCount(state.vg(), lv);
      warnOfRest(state, images - imagesNow, images, " images");
      warnOfRest(state, logs - logsNow, logs, " logs");
    }

    private void warnOfRest(VgState state, int missing, int all, String what) {
      if (all > 0 && missing != 0) {
        messages.warn(
            "WARNING: Failed to replace "
                + missing
                + " of "
                + all
                + what
                + " in volume "
                + path(state)
                + '.');
      }
    }
  }
}
