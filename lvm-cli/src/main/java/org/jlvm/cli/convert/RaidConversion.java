package org.jlvm.cli.convert;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.lv.LvCopies;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.raid.RaidRegion;
import org.jlvm.core.plan.raid.RaidReplacement;
import org.jlvm.core.plan.raid.RaidTracking;
import org.jlvm.core.segtype.LvRelations;

/** Conversions that only RAID volumes have: one operation on each volume that is named. */
enum RaidConversion implements Conversion {
  /** {@code --regionsize}. */
  REGION {
    @Override
    VgState convert(CommandSession session, VgState state, LogicalVolume lv) {
      RaidWork work = requireRaid1(session, state, lv);
      work.requireActive();
      return work.run(RaidRegion.change(work.target(), LvCopies.region(session)));
    }
  },
  /** {@code --replace}. */
  REPLACE {
    @Override
    VgState convert(CommandSession session, VgState state, LogicalVolume lv) {
      RaidWork work = requireRaid1(session, state, lv);
      List<String> operands = session.command().operands();
      PvChoices free = work.pvs(operands.subList(1, operands.size()));
      PvChoices bad = work.pvs(session.command().strings(Opt.REPLACE));
      work.requireActive();
      Optional<Plan> plan = RaidReplacement.replace(work.target(), bad, work.missing(), free);
      return plan.isPresent() ? work.run(plan.get()) : state;
    }
  },
  /** {@code --mergemirrors}. */
  MERGE {
    @Override
    VgState convert(CommandSession session, VgState state, LogicalVolume lv) {
      if (!LvRelations.of(state.vg()).isVisible(lv)) {
        throw new FailedException(
            "Operation not permitted on hidden LV " + state.vg().name() + '/' + lv.name() + '.');
      }
      return new RaidWork(session, state, lv).run(RaidTracking.merge(state.vg(), lv));
    }
  };

  abstract VgState convert(CommandSession session, VgState state, LogicalVolume lv);

  static RaidWork requireRaid1(CommandSession session, VgState state, LogicalVolume lv) {
    if (!RaidWork.isRaid1(lv)) {
      throw new FailedException(
          "The conversion " + session.command().formId() + " is not part of jlvm yet.");
    }
    return new RaidWork(session, state, lv);
  }

  @Override
  public Outcome run(CommandSession session) {
    List<String> operands = session.command().operands();
    return Outcome.of(
        new EachLv(session, VgAccess.UPDATE.withMissing())
            .run(
                this == MERGE ? operands : new ConvertOperands(session).volume(),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> attempt(session, state, lv),
                state -> ExitStatus.OK));
  }

  /** One volume. */
  EachLv.Outcome attempt(CommandSession session, VgState state, LogicalVolume lv) {
    try {
      return EachLv.Outcome.done(convert(session, state, lv));
    } catch (LvmException e) {
      session.session().environment().messages().error(e.getMessage());
      return EachLv.Outcome.failed(state);
    }
  }
}
