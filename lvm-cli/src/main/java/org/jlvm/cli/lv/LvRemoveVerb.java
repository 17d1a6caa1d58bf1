package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumeRemover;
import org.jlvm.cli.report.CommandSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jspecify.annotations.Nullable;

/** {@code lvremove}. Volumes of one group that are not active go in one commit. */
public final class LvRemoveVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Removing(session, command).run();
    }
  }

  private static final class Removing {
    private final CommandSession commandSession;
    private final Session session;
    private final ParsedCommand command;
    private final List<LvmId> removed = new ArrayList<>();
    private @Nullable VolumeRemover remover;

    Removing(CommandSession commandSession, ParsedCommand command) {
      this.commandSession = commandSession;
      this.command = command;
      session = commandSession.session();
    }

    int run() {
      return new EachLv(commandSession, VgAccess.UPDATE.withMissing())
          .run(
              command.operands(),
              CommandSelection.isGiven(commandSession),
              false,
              CommandSelection.lvs(commandSession),
              (state, lv, named) -> remove(state, lv),
              this::finish);
    }

    private EachLv.Outcome remove(VgState state, LogicalVolume lv) {
      VolumeRemover removing = remover;
      if (removing == null) {
        boolean discards = commandSession.settings().devices().issueDiscards();
        removing = new VolumeRemover(session, state, command.force() > 0, discards);
        remover = removing;
      }
      try {
        removing.remove(lv);
        removed.add(lv.id());
        return EachLv.Outcome.done(removing.state());
      } catch (LvmException e) {
        session.environment().messages().error(e.getMessage());
        return new EachLv.Outcome(e.exitStatus(), removing.state());
      }
    }

    private int finish(VgState state) {
      if (remover != null) {
        remover.finish(true);
        remover = null;
        DevicesFileEditor.forgetVolumes(commandSession, state.vg().id(), removed);
        removed.clear();
      }
      return ExitStatus.OK;
    }
  }
}
