package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** {@code vgexport} and {@code vgimport}: takes groups out of use for a move to another host. */
public final class VgExportVerb implements Verb {
  private final boolean exporting;

  private VgExportVerb(boolean exporting) {
    this.exporting = exporting;
  }

  public static VgExportVerb vgexport() {
    return new VgExportVerb(true);
  }

  public static VgExportVerb vgimport() {
    return new VgExportVerb(false);
  }

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    boolean named = !command.operands().isEmpty() || command.has(Opt.SELECT);
    if (!named && !command.has(Opt.ALL)) {
      throw new UsageException(
          "Please supply volume groups or use "
              + (exporting ? "--select" : "-S")
              + " for selection or use -a for all.");
    }
    if (named && command.has(Opt.ALL)) {
      throw new UsageException("No arguments permitted when using -a for all.");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      GroupChanges changes = new GroupChanges(session);
      if (exporting) {
        return changes.each(VgAccess.UPDATE, true, state -> export(session, changes, state));
      }
      VgAccess access = VgAccess.UPDATE.withExported();
      if (command.force() > 0) {
        session
            .session()
            .environment()
            .messages()
            .warn("WARNING: Volume groups with missing PVs will be imported with --force.");
        access = access.withMissing();
      }
      return changes.each(access, true, state -> importGroup(session, changes, state));
    }
  }

  private static int export(CommandSession session, GroupChanges changes, VgState state) {
    String name = state.vg().name().value();
    if (new VgActivation(session).activeCount(state) > 0) {
      throw new FailedException("Volume group \"" + name + "\" has active logical volumes");
    }
    changes.commit(
        state,
        marked(state.vg(), true, Optional.empty()),
        "Volume group \"" + name + "\" successfully exported");
    return ExitStatus.OK;
  }

  private static int importGroup(CommandSession session, GroupChanges changes, VgState state) {
    String name = state.vg().name().value();
    if (!state.vg().isExported()) {
      throw new FailedException("Volume group \"" + name + "\" is not exported");
    }
    new Reservations(session).checkStart();
    Optional<String> owner = session.session().environment().host().systemId();
    changes.commit(
        state,
        marked(state.vg(), false, owner),
        "Volume group \"" + name + "\" successfully imported");
    return ExitStatus.OK;
  }

  private static VolumeGroup marked(VolumeGroup vg, boolean exported, Optional<String> owner) {
    List<PhysicalVolume> pvs = new ArrayList<>(vg.pvs().size());
    for (PhysicalVolume pv : vg.pvs()) {
      pvs.add(pv.withFlag(Flag.EXPORTED, exported));
    }
    return vg.withFlag(Flag.EXPORTED, exported).toBuilder().pvs(pvs).systemId(owner).build();
  }
}
