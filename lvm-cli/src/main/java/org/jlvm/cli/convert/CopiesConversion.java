package org.jlvm.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.lv.MirrorOptions;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.plan.raid.RaidTracking;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.raid.RaidSegment;

/** {@code --type}, {@code --mirrors}, {@code --mirrorlog}, {@code --splitmirrors}. */
final class CopiesConversion implements Conversion {
  @Override
  public Outcome run(CommandSession session) {
    List<PollTarget> started = new ArrayList<>();
    int status =
        new EachLv(session, VgAccess.UPDATE)
            .run(
                new ConvertOperands(session).volume(),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> convert(session, state, lv, started),
                state -> ExitStatus.OK);
    return new Outcome(
        status,
        started.isEmpty()
            ? Optional.empty()
            : Optional.of(new Followed(new MirrorOperation(false), started)));
  }

  private static EachLv.Outcome convert(
      CommandSession session, VgState state, LogicalVolume lv, List<PollTarget> started) {
    try {
      boolean inGeneral = session.command().formId().equals("lvconvert_raid_types");
      boolean taken = inGeneral && Mirrors.isMirror(lv);
      if (!LvRelations.of(state.vg()).isVisible(lv) && !taken) {
        throw new FailedException(
            "Operation not permitted on hidden LV " + state.vg().name() + '/' + lv.name() + '.');
      }
      requireNotTracked(state, lv);
      MirrorOptions.pvs(session, state);
      requireNumber(session.command(), lv);
      if (RaidChange.concerns(session, lv)) {
        return EachLv.Outcome.done(new RaidChange(session, state, lv).convert());
      }
      if (lv.firstSegment() instanceof RaidSegment || !MirrorChange.concerns(session, lv)) {
        throw new LevelChange(session, state, lv).refusal();
      }
      MirrorChange.Changed changed = new MirrorChange(session, state, lv).convert();
      if (changed.goesOn()) {
        if (session.session().activation().status(changed.state(), lv).exists()) {
          started.add(PollTarget.of(changed.state(), lv));
        } else {
          session.session().environment().messages().info("Conversion starts after activation.");
        }
      }
      return EachLv.Outcome.done(changed.state());
    } catch (LvmException e) {
      session.session().environment().messages().error(e.getMessage());
      return EachLv.Outcome.failed(state);
    }
  }

  private static void requireNumber(ParsedCommand command, LogicalVolume lv) {
    boolean mirror = command.string(Opt.TYPE, "").equals("mirror");
    if (mirror && !command.has(Opt.MIRRORS) && !RaidWork.isRaid1(lv)) {
      throw new FailedException("Conversions to --type mirror require -m/--mirrors");
    }
  }

  /** What an array waits to have back must stay as it is. */
  private static void requireNotTracked(VgState state, LogicalVolume lv) {
    for (LogicalVolume user : LvRelations.of(state.vg()).usersOf(lv.id())) {
      if (RaidTracking.isTracking(state.vg(), user)) {
        throw new FailedException(
            "Conversion of tracked raid1 subvolume "
                + state.vg().name()
                + '/'
                + lv.name()
                + " is not supported.");
      }
    }
  }
}
