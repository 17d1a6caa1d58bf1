package org.jlvm.cli.pv;

import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.pv.PvCreation;
import org.jlvm.core.engine.pv.PvParameters;
import org.jlvm.core.engine.pv.PvUse;
import org.jlvm.core.engine.store.BackupFile;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.layout.PvLayoutRequest;
import org.jlvm.core.units.Sectors;

/** {@code pvcreate}: prepares devices to be physical volumes. */
public final class PvCreateVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      PvParameters parameters = parameters(session);
      PvUse use =
          new PvUse(
              PvUse.Purpose.CREATE, false, command.count(Opt.FORCE), command.has(Opt.YES), false);
      Locks.Lock global = session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      session.session().catalog();
      session.log().begin();
      PvCreation creation = new PvCreation(session.session(), use, parameters, session.sizes());
      PvCreation.Result result = creation.create(PvNames.unescaped(command.operands()), global);
      DevicesFileEditor.add(session, result.pvs(), true);
      return result.complete() ? ExitStatus.OK : ExitStatus.FAILED;
    }
  }

  private static PvParameters parameters(CommandSession session) {
    ParsedCommand command = session.command();
    checkRestoreOptions(session);
    Optional<LvmId> id = id(session);
    if (!command.has(Opt.RESTOREFILE)) {
      return new PvOptions(session, id, Optional.empty(), Sectors.ZERO).read();
    }
    Backup backup = readBackup(session, id.orElseThrow());
    Sectors bootloaderSize =
        backup.pv.bootloaderArea().map(PhysicalVolume.BootloaderArea::size).orElse(Sectors.ZERO);
    return new PvOptions(session, id, Optional.of(backup.layout()), bootloaderSize).read();
  }

  private static void checkRestoreOptions(CommandSession session) {
    ParsedCommand command = session.command();
    boolean file = command.has(Opt.RESTOREFILE);
    boolean id = command.has(Opt.UUIDSTR);
    if (file && !id) {
      throw new UsageException("--uuid is required with --restorefile");
    }
    boolean insists = session.settings().devices().requireRestorefileWithUuid();
    if (id && !file && !command.has(Opt.NORESTOREFILE) && insists) {
      throw new UsageException("--restorefile is required with --uuid");
    }
    if (id && command.operands().size() != 1) {
      throw new UsageException("Can only set uuid on one volume at once");
    }
  }

  private static Optional<LvmId> id(CommandSession session) {
    Optional<String> text = session.command().string(Opt.UUIDSTR);
    return text.isEmpty() ? Optional.empty() : Optional.of(IdTexts.parse(text.get()));
  }

  private record Backup(VolumeGroup vg, PhysicalVolume pv) {
    PvLayoutRequest.Restored layout() {
      Sectors bootloaderStart =
          pv.bootloaderArea().map(PhysicalVolume.BootloaderArea::start).orElse(Sectors.ZERO);
      return new PvLayoutRequest.Restored(
          pv.peStart(), bootloaderStart, vg.extentSize(), pv.peCount());
    }
  }

  private static Backup readBackup(CommandSession session, LvmId id) {
    String file = session.command().string(Opt.RESTOREFILE, "");
    Console console = session.context().console();
    VolumeGroup vg;
    try {
      vg = BackupFile.read(session.context().process().directory().resolve(Path.of(file)));
    } catch (LvmException e) {
      console.error(e.getMessage());
      console.warn("WARNING: Couldn't read volume group metadata from file.");
      console.error("Failed to read VG (null) from " + file);
      throw new UsageException("Unable to read volume group from " + file, e);
    }
    // lvm2 has not looked for devices yet.
    for (PhysicalVolume known : vg.pvs()) {
      console.warn("WARNING: Couldn't find device with uuid " + known.id() + '.');
    }
    PhysicalVolume pv =
        vg.findPv(id)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Can't find uuid "
                            + session.command().string(Opt.UUIDSTR, "")
                            + " in backup file "
                            + file));
    return new Backup(vg, pv);
  }
}
