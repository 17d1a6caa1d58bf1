package org.jlvm.cli.vg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.Backups;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.format.MetadataFile;
import org.jlvm.core.format.TextDates;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;

/** {@code vgcfgrestore}: makes the metadata of a file current, or lists the files there are. */
public final class VgCfgRestoreVerb implements Verb {
  private static final String NO_FILE = ": stat failed: No such file or directory";

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Restoring(session).run();
    }
  }

  private static final class Restoring {
    private final CommandSession commandSession;
    private final ParsedCommand command;
    private final Session session;
    private final Messages messages;

    Restoring(CommandSession commandSession) {
      this.commandSession = commandSession;
      command = commandSession.command();
      session = commandSession.session();
      messages = session.environment().messages();
    }

    int run() {
      Optional<String> file = command.string(Opt.FILE);
      if (command.operands().size() != 1) {
        if (command.has(Opt.LIST) && file.isPresent()) {
          return listFile(file.get());
        }
        throw new UsageException("Please specify a *single* volume group to restore.");
      }
      VgName name = name();
      if (command.has(Opt.LIST)) {
        return file.isPresent() ? listFile(file.get()) : listAll(name);
      }
      confirmActive(name);
      session.locks().lockGlobal(LockMode.EXCLUSIVE);
      session.locks().lockVg(name, LockMode.EXCLUSIVE);
      session.catalog();
      try {
        restore(read(name, file));
      } catch (LvmException e) {
        messages.error(e.getMessage());
        throw new FailedException("Restore failed.", e);
      }
      messages.info("Restored volume group " + name + '.');
      return ExitStatus.OK;
    }

    private VgName name() {
      String name = VolumePaths.of(commandSession).strip(command.operands().get(0)).name();
      if (!VgName.isValid(name)) {
        throw new UsageException("Volume group name \"" + name + "\" is invalid.");
      }
      return new VgName(name);
    }

    private int listFile(String file) {
      Path path = resolve(file);
      if (!Files.exists(path)) {
        throw new FailedException("Archive file " + file + " not found.");
      }
      // A bare name is taken as one in the root directory by lvm2 here, and only here.
      boolean bare = file.indexOf('/') < 0;
      list(bare ? Path.of("/", file) : path, bare ? '/' + file : file);
      return ExitStatus.OK;
    }

    private int listAll(VgName name) {
      Backups backups = session.backups();
      try {
        boolean none = true;
        for (Backups.Archive archive : backups.archives(name)) {
          none = false;
          list(archive.path(), archive.path().toString());
        }
        if (none) {
          messages.print("No archives found in " + backups.settings().archiveDirectory() + '.');
        }
      } catch (IOException e) {
        throw new FailedException("Cannot list archives: " + e.getMessage(), e);
      }
      Path backup = backups.settings().backupDirectory().resolve(name.value());
      if (Files.exists(backup)) {
        list(backup, backup.toString());
      }
      return ExitStatus.OK;
    }

    private void list(Path path, String shown) {
      messages.print(" ");
      messages.print("File:\t\t" + shown);
      MetadataFile file;
      try {
        file = VgTextReader.readFile(Files.readAllBytes(path));
      } catch (IOException | LvmException e) {
        messages.error(Files.exists(path) ? String.valueOf(e.getMessage()) : shown + NO_FILE);
        messages.warn("WARNING: Couldn't read volume group metadata from file.");
        messages.error("Unable to read archive file.");
        return;
      }
      String description = file.description();
      messages.print("VG name:    \t" + file.vg().name());
      messages.print("Description:\t" + (description.isEmpty() ? "<No description>" : description));
      String time = TextDates.ctime(file.creationTime(), session.environment().clock().getZone());
      messages.print("Backup Time:\t" + time + (time.endsWith("\n") ? "" : "\n"));
    }

    private Path resolve(String file) {
      return commandSession.context().process().directory().resolve(file);
    }

    private void confirmActive(VgName name) {
      if (!session.activation().isAvailable()) {
        if (!commandSession.isOnImages()) {
          messages.warn(
              "WARNING: Failed to check for active volumes in volume group \"" + name + "\".");
        }
        return;
      }
      int active = 0;
      for (VgCatalog.VgIdentity identity : session.catalog().named(name)) {
        active += active(session.catalog().state(identity));
      }
      if (active == 0) {
        return;
      }
      messages.warn(
          "WARNING: Found " + active + " active volume(s) in volume group \"" + name + "\".");
      messages.print("Restoring VG with active LVs, may cause mismatch with its metadata.");
      if (!session
          .environment()
          .prompter()
          .confirm(
              "Do you really want to proceed with restore of volume group \""
                  + name
                  + "\", while "
                  + active
                  + " volume(s) are active?")) {
        throw new FailedException("Restore aborted.");
      }
    }

    private int active(Optional<VgState> state) {
      if (state.isEmpty()) {
        return 0;
      }
      int active = 0;
      for (LogicalVolume lv : state.get().vg().lvs()) {
        if (session.activation().status(state.get(), lv).exists()) {
          messages.print(
              "Volume group " + state.get().vg().name() + " has active volume: " + lv.name() + '.');
          active++;
        }
      }
      return active;
    }

    private VolumeGroup read(VgName name, Optional<String> file) {
      Path backup = session.backups().settings().backupDirectory().resolve(name.value());
      String shown = file.orElse(backup.toString());
      Path path = file.map(this::resolve).orElse(backup);
      byte[] text;
      try {
        if (shown.endsWith("/") && !Files.isDirectory(path)) {
          throw new NotDirectoryException("stat failed: Not a directory");
        }
        text = Files.readAllBytes(path);
      } catch (IOException e) {
        messages.error(shown + (Files.exists(path) ? ": " + e.getMessage() : NO_FILE));
        messages.warn("WARNING: Couldn't read volume group metadata from file.");
        throw new FailedException("Failed to read VG " + name + " from " + shown, e);
      }
      VolumeGroup vg = parse(name, text, shown);
      if (!vg.name().equals(name)) {
        throw new FailedException("'" + shown + "' does not contain volume group '" + name + "'.");
      }
      return vg;
    }

    private VolumeGroup parse(VgName name, byte[] text, String shown) {
      try {
        MetadataFile file = VgTextReader.readFile(text);
        file.warnings().forEach(messages::warn);
        return file.vg();
      } catch (FormatException e) {
        messages.error(e.getMessage());
        if (e.getMessage().startsWith("Parse error")) {
          messages.warn("WARNING: Couldn't read volume group metadata from file.");
        }
        throw new FailedException("Failed to read VG " + name + " from " + shown, e);
      }
    }

    private void restore(VolumeGroup vg) {
      Map<LvmId, ScannedPv> devices = new HashMap<>();
      int missing = 0;
      for (PhysicalVolume pv : vg.pvs()) {
        Optional<ScannedPv> device = session.catalog().device(pv.id());
        if (device.isPresent()) {
          devices.put(pv.id(), device.get());
          if (pv.isMarkedMissing()) {
            messages.warn(
                "WARNING: VG "
                    + vg.name()
                    + " was previously updated while PV "
                    + device.get().device().name()
                    + " was missing.");
          }
        } else {
          messages.warn("WARNING: Couldn't find device with uuid " + pv.id() + '.');
        }
        missing += device.isEmpty() || pv.isMarkedMissing() ? 1 : 0;
      }
      checkThin(vg);
      if (missing > 0) {
        throw new FailedException(
            "Cannot restore Volume Group "
                + vg.name()
                + " with "
                + missing
                + " PVs marked as missing.");
      }
      session.create(vg, devices, AreaUse.UNCHANGED);
    }

    /** The kernel's metadata of a thin pool is not restored with the group's. */
    private void checkThin(VolumeGroup vg) {
      if (!hasThin(vg)) {
        return;
      }
      if (command.force() == 0) {
        throw new FailedException(
            "Consider using option --force to restore Volume Group "
                + vg.name()
                + " with thin volumes.");
      }
      messages.warn("WARNING: Forced restore of Volume Group " + vg.name() + " with thin volumes.");
    }

    private static boolean hasThin(VolumeGroup vg) {
      for (LogicalVolume lv : vg.lvs()) {
        for (Segment segment : lv.segments()) {
          if (segment.type().name().startsWith("thin")) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
