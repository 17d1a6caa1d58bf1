package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;

/** {@code vgimportdevices}: enters the devices of groups into the devices file. */
public final class VgImportDevicesVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      RootVg root = new RootVg(session);
      if (command.has(Opt.AUTO)
          && (!root.isWishedFor()
              || DevicesFileEditor.of(session).filter(DevicesFileEditor::exists).isPresent())) {
        context.console().print("Root VG auto import is not enabled.");
        return ExitStatus.OK;
      }
      Optional<LvmId> only = command.has(Opt.ROOTVG) ? root.id() : Optional.empty();
      if (command.has(Opt.ROOTVG) && only.isEmpty()) {
        throw new FailedException("Failed to find root VG.");
      }
      session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      DevicesFileEditor editor =
          DevicesFileEditor.of(session)
              .orElseThrow(() -> new FailedException("Devices file not enabled."));
      VgAccess access = VgAccess.UPDATE.withMissing().withExported();
      Importing importing = new Importing(session, editor, only);
      int status =
          new EachVg(session, command.has(Opt.FOREIGN) ? access.withForeign() : access)
              .run(
                  command.operands(),
                  command.hasAny(Opt.ALL, Opt.ROOTVG),
                  state -> true,
                  importing::run);
      Messages messages = session.session().environment().messages();
      if (status == ExitStatus.FAILED) {
        return status;
      }
      if (importing.added == 0) {
        throw new FailedException("No devices to add.");
      }
      messages.print(
          "Added "
              + importing.added
              + " devices to devices file"
              + importing.rootName.map(name -> " for root VG " + name).orElse("")
              + '.');
      if (command.has(Opt.AUTO) && importing.rootName.isPresent()) {
        root.forgetWish();
      }
      return status;
    }
  }

  private static final class Importing {
    private final CommandSession session;
    private final DevicesFileEditor editor;
    private final Messages messages;
    private final Optional<LvmId> only;
    private Optional<VgName> rootName = Optional.empty();
    private int added;

    Importing(CommandSession session, DevicesFileEditor editor, Optional<LvmId> only) {
      this.only = only;
      this.session = session;
      this.editor = editor;
      messages = session.session().environment().messages();
    }

    int run(VgState state) {
      if (only.isPresent()) {
        if (!only.get().equals(state.vg().id())) {
          return ExitStatus.OK;
        }
        rootName = Optional.of(state.vg().name());
      }
      List<ScannedPv> pvs = new ArrayList<>(state.vg().pvs().size());
      for (PhysicalVolume pv : state.vg().pvs()) {
        if (state.isMissing(pv) || state.isElsewhere(pv)) {
          messages.print(
              "Not importing devices for VG "
                  + state.vg().name()
                  + " with missing PV "
                  + pv.id().value()
                  + ".");
          return ExitStatus.OK;
        }
        pvs.add(state.device(pv.id()).orElseThrow());
      }
      editor.enter(pvs);
      added += pvs.size();
      if (isOurs(state)) {
        update(state);
      }
      return ExitStatus.OK;
    }

    private boolean isOurs(VgState state) {
      return state.vg().systemId().isEmpty()
          || state.vg().systemId().equals(session.session().environment().host().systemId());
    }

    /** The group keeps the ids too; that it cannot is no failure. */
    private void update(VgState state) {
      try {
        session.session().backups().backup(session.session().commit(state, state.vg()).vg());
      } catch (LvmException e) {
        messages.print("Failed to write device ids in VG metadata.");
      }
    }
  }
}
