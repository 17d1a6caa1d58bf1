package org.jlvm.cli.vg;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VgName;
import org.jlvm.core.segtype.LvRelations;

/** {@code vgrename}: the old name may be an id, to tell groups of one name apart. */
public final class VgRenameVerb implements Verb {
  private static final int LONGEST_PATH = 128;

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Renaming(session).run();
    }
  }

  private static final class Renaming {
    private final CommandSession commandSession;
    private final Session session;
    private final String from;
    private final VgName to;

    Renaming(CommandSession commandSession) {
      this.commandSession = commandSession;
      session = commandSession.session();
      List<String> operands = commandSession.command().operands();
      VolumePaths paths = VolumePaths.of(commandSession);
      from = paths.strip(operands.get(0)).name();
      to = newName(operands.get(1), paths);
      if (from.equals(to.value())) {
        throw new FailedException("Old and new volume group names must differ");
      }
    }

    private VgName newName(String operand, VolumePaths paths) {
      String directory = commandSession.settings().devices().dir();
      int longest = LONGEST_PATH - directory.length() - (directory.endsWith("/") ? 2 : 3);
      if (paths.strip(operand).name().length() > longest) {
        throw new FailedException(
            "New volume group path exceeds maximum length of " + longest + '!');
      }
      try {
        return NewVgName.of(commandSession, operand);
      } catch (UsageException e) {
        throw new FailedException(e.getMessage(), e);
      }
    }

    int run() {
      session.locks().lockGlobal(LockMode.EXCLUSIVE);
      GroupChanges changes = new GroupChanges(commandSession);
      Optional<VgCatalog.VgIdentity> byId = byId();
      if (byId.isPresent()) {
        VgReader reader = new VgReader(commandSession);
        try (VgReader.Opened opened = reader.require(byId.get(), access())) {
          return changes.guarded(this::rename, opened.state());
        }
      }
      if (to.value().compareTo(from) < 0) {
        session.locks().lockVg(to, LockMode.EXCLUSIVE);
      }
      return new EachVg(commandSession, access())
          .runNamed(from, state -> changes.guarded(this::rename, state));
    }

    private static VgAccess access() {
      return VgAccess.UPDATE.withExported();
    }

    private Optional<VgCatalog.VgIdentity> byId() {
      if (LvmId.isParsable(from)) {
        LvmId id = LvmId.parse(from);
        for (VgCatalog.VgIdentity identity : session.catalog().identities()) {
          if (identity.id().equals(id)) {
            return Optional.of(identity);
          }
        }
      }
      return Optional.empty();
    }

    private int rename(VgState state) {
      requireFree(state);
      session.locks().lockVg(to, LockMode.EXCLUSIVE);
      VgName old = state.vg().name();
      session.environment().messages().verbose("Writing out updated volume group");
      VgState renamed = session.commit(state, state.vg().toBuilder().name(to).build());
      refresh(renamed);
      session.backups().remove(old);
      session.backups().backup(renamed.vg());
      session
          .environment()
          .messages()
          .info("Volume group \"" + from + "\" successfully renamed to \"" + to + '"');
      return ExitStatus.OK;
    }

    private void requireFree(VgState state) {
      if (state.vg().name().equals(to)) {
        throw new FailedException("New VG name must differ from the old VG name.");
      }
      if (!session.catalog().named(to).isEmpty()) {
        throw new FailedException("New VG name \"" + to + "\" already exists");
      }
      for (VgCatalog.VgIdentity identity : session.catalog().identities()) {
        if (LvmId.isParsable(to.value()) && identity.id().equals(LvmId.parse(to.value()))) {
          throw new FailedException(
              "New VG name \"" + to + "\" matches the UUID of existing VG " + identity.name());
        }
      }
    }

    /** Devices of active volumes take the group's new name. */
    private void refresh(VgState renamed) {
      if (session.environment().testMode()) {
        return;
      }
      LvRelations relations = LvRelations.of(renamed.vg());
      for (LogicalVolume lv : renamed.vg().lvs()) {
        if (relations.isVisible(lv) && session.activation().status(renamed, lv).exists()) {
          session.activation().refresh(renamed, lv.id());
        }
      }
    }
  }
}
