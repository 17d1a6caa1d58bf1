package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumeRemover;
import org.jlvm.cli.report.CommandSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.check.OutdatedPvs;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.pv.GroupRemoval;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.LvRelations;

/** {@code vgremove}: removes groups, with their logical volumes if the user agrees. */
public final class VgRemoveVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    if (command.operands().isEmpty() && !command.has(Opt.SELECT)) {
      throw new UsageException(
          "Please enter one or more volume group paths or use --select for selection.");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      return new EachVg(session, VgAccess.UPDATE.withMissing())
          .run(
              command.operands(),
              CommandSelection.isGiven(session),
              CommandSelection.vgs(session),
              state -> remove(session, state));
    }
  }

  private static int remove(CommandSession session, VgState state) {
    Messages messages = session.session().environment().messages();
    boolean force = session.command().force() > 0 || session.command().has(Opt.YES);
    try {
      if (!isAgreed(session, state, force)) {
        messages.error("Volume group \"" + state.vg().name() + "\" not removed");
        return ExitStatus.FAILED;
      }
      VgState empty = withoutLvs(session, state);
      session.online().ifPresent(online -> online.forget(empty.vg()));
      GroupRemoval removal = new GroupRemoval(session.session());
      boolean clean = removal.remove(empty, force);
      if (empty != state) {
        // As lvm2 does: what was committed last is kept, although the group is gone.
        session.session().backups().backup(empty.vg());
      }
      return clean ? ExitStatus.OK : ExitStatus.FAILED;
    } catch (LvmException e) {
      messages.error(e.getMessage());
      return ExitStatus.FAILED;
    }
  }

  private static boolean isAgreed(CommandSession session, VgState state, boolean force) {
    int volumes = visible(state).size();
    if (volumes == 0 || force) {
      return true;
    }
    int missing = state.missingPvs().size();
    if (missing > 0) {
      session
          .session()
          .environment()
          .messages()
          .warn("WARNING: " + missing + " physical volumes are currently missing from the system.");
    }
    return session
        .session()
        .environment()
        .prompter()
        .confirm(
            "Do you really want to remove volume group \""
                + state.vg().name()
                + "\" containing "
                + volumes
                + " logical volumes?");
  }

  private static List<LogicalVolume> visible(VgState state) {
    LvRelations relations = LvRelations.of(state.vg());
    List<LogicalVolume> visible = new ArrayList<>();
    for (LogicalVolume lv : state.vg().lvs()) {
      if (relations.isVisible(lv)) {
        visible.add(lv);
      }
    }
    return visible;
  }

  private static VgState withoutLvs(CommandSession session, VgState state) {
    boolean discards = session.settings().devices().issueDiscards();
    boolean force = session.command().force() > 0;
    VolumeRemover remover = new VolumeRemover(session.session(), state, force, discards);
    List<LogicalVolume> volumes = visible(state);
    if (!volumes.isEmpty()) {
      // As lvm2, which does so when it first writes the group.
      OutdatedPvs.wipe(session.session(), state);
    }
    for (LogicalVolume lv : volumes) {
      if (remover.state().vg().findLv(lv.id()).isPresent()) {
        remover.remove(lv);
      }
    }
    return remover.finish(false);
  }
}
