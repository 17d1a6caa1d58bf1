package org.jlvm.cli.pv;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.id.DeviceId;
import org.jlvm.core.device.id.DeviceUse;
import org.jlvm.core.device.id.DeviceUses;
import org.jlvm.core.device.id.DevicesFileEntry;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;

/** {@code lvmdevices}: shows and changes the list of devices that may be used. */
public final class LvmDevicesVerb implements Verb {
  /** Bytes at the start of a device in which its label is. */
  private static final int LABEL_AREA = 4096;

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      if (command.has(Opt.LISTIDS)) {
        return new DeviceIdList(session).show(command.string(Opt.LISTIDS, ""));
      }
      DevicesFileEditor editor =
          DevicesFileEditor.of(session)
              .orElseThrow(() -> new FailedException("Devices file not enabled."));
      boolean adding = command.hasAny(Opt.ADDDEV, Opt.ADDPVID, Opt.ADDID);
      boolean changing = adding || command.hasAny(Opt.DELDEV, Opt.DELPVID, Opt.DELID, Opt.UPDATE);
      editor.lock(changing ? LockMode.EXCLUSIVE : LockMode.SHARED);
      if (adding) {
        editor.touch();
      } else if (!editor.exists()) {
        throw new FailedException("Devices file does not exist.");
      }
      if (changing && !command.has(Opt.DEVICESFILE)) {
        session.resetHints();
      }
      run(session, editor);
      return ExitStatus.OK;
    }
  }

  private static void run(CommandSession session, DevicesFileEditor editor) {
    ParsedCommand command = session.command();
    if (command.hasAny(Opt.CHECK, Opt.UPDATE)) {
      check(session, editor);
    } else if (command.has(Opt.ADDDEV)) {
      add(session, editor);
    } else if (command.has(Opt.ADDPVID)) {
      addPvid(session, editor);
    } else if (command.has(Opt.ADDID)) {
      addId(session, editor);
    } else if (command.has(Opt.DELPVID)) {
      removePvid(session, editor);
    } else if (command.has(Opt.DELID)
        || (command.has(Opt.DELDEV) && command.has(Opt.DEVICEIDTYPE))) {
      removeId(session, editor);
    } else if (command.has(Opt.DELDEV)) {
      remove(session, editor);
    } else {
      list(session, editor.read());
    }
  }

  private static void check(CommandSession session, DevicesFileEditor editor) {
    ParsedCommand command = session.command();
    DevicesFileCheck check =
        new DevicesFileCheck(editor, messages(session), command.has(Opt.REFRESH));
    DeviceUses before = editor.read();
    for (DeviceUse use : before.uses()) {
      // Filters that are not obeyed any more are told of when they would first be used.
      use.device().ifPresent(device -> session.session().devices().find(device.name()));
    }
    DevicesFileCheck.Result result = check.run(before);
    if (command.has(Opt.DELNOTFOUND)) {
      result = check.withoutMissing(result);
    }
    if (command.has(Opt.CHECK)) {
      if (result.changed()) {
        throw new FailedException("Updates needed for devices file.");
      }
      if (editor.isEdited()) {
        messages(session).print("Hash update needed for devices file.");
      }
      return;
    }
    if (result.changed() || editor.isEdited() || command.force() > 0) {
      editor.write(result.uses());
      messages(session).print("Updated devices file to version " + editor.version());
    } else {
      messages(session).print("No update for devices file is needed.");
    }
  }

  private static void addPvid(CommandSession session, DevicesFileEditor editor) {
    String pvid = pvid(session, Opt.ADDPVID);
    DeviceUses uses = editor.read();
    Optional<DeviceUse> known = uses.forPvid(pvid);
    if (known.isPresent()) {
      throw new FailedException(
          "PVID already exists in devices file for "
              + known.get().device().map(LinuxDevice::name).orElse("none")
              + ".");
    }
    for (LinuxDevice device : editor.usable()) {
      if (uses.forDevice(device).isEmpty() && pvid(device).equals(pvid)) {
        messages(session).print("Found PVID " + pvid + " on " + device.name() + ".");
        Optional<String> type = session.command().string(Opt.DEVICEIDTYPE);
        editor.write(editor.with(uses, device, pvid, type));
        return;
      }
    }
    String notFound = "PVID " + pvid + " not found on any devices.";
    messages(session).error(notFound);
    throw new FailedException(notFound);
  }

  private static String pvid(CommandSession session, Opt option) {
    try {
      return IdTexts.parse(session.command().string(option, "")).value();
    } catch (UsageException e) {
      throw new FailedException("Invalid PVID.", e);
    }
  }

  private static void addId(CommandSession session, DevicesFileEditor editor) {
    String typeName = session.command().string(Opt.DEVICEIDTYPE, "");
    IdType type =
        IdType.of(typeName)
            .orElseThrow(() -> new FailedException("Unknown device_id type " + typeName));
    DeviceId id = new DeviceId(type, session.command().string(Opt.ADDID, ""));
    DeviceUses uses = editor.read();
    Optional<DeviceUse> known = uses.forId(id);
    if (known.isPresent()) {
      messages(session)
          .print(
              "The device_id is already added for "
                  + known.get().device().map(LinuxDevice::name).orElse("none")
                  + ".");
      return;
    }
    LinuxDevice device =
        editor
            .find(id)
            .orElseThrow(
                () -> new FailedException("No device found with the specified device_id."));
    editor.write(editor.with(uses, device, pvid(device), Optional.of(typeName)));
    messages(session).info("Added device " + device.name());
  }

  private static void removeId(CommandSession session, DevicesFileEditor editor) {
    ParsedCommand command = session.command();
    String name = command.string(Opt.DELID).or(() -> command.string(Opt.DELDEV)).orElse("");
    String typeName = command.string(Opt.DEVICEIDTYPE, "");
    IdType type =
        IdType.of(typeName).orElseThrow(() -> new FailedException("Unknown device_id type."));
    if (name.startsWith("/dev/")) {
      messages(session)
          .warn("WARNING: To remove a device by name, use --deldev without --deviceidtype.");
    }
    DeviceUses uses = editor.read();
    DeviceUse use =
        uses.forId(new DeviceId(type, name))
            .orElseThrow(
                () ->
                    new FailedException(
                        "No devices file entry with device id " + typeName + " " + name + "."));
    editor.write(uses.without(use));
  }

  private static void removePvid(CommandSession session, DevicesFileEditor editor) {
    String pvid = pvid(session, Opt.DELPVID);
    DeviceUses uses = editor.read();
    DeviceUse use =
        uses.forPvid(pvid)
            .orElseThrow(() -> new FailedException("PVID not found in devices file."));
    DeviceUses kept = uses.without(use);
    Optional<DeviceUse> other = kept.forPvid(pvid);
    if (other.isPresent()) {
      throw new FailedException(
          "Multiple devices file entries for PVID "
              + pvid
              + " ("
              + use.entry().deviceName().orElse("none")
              + " "
              + other.get().entry().deviceName().orElse("none")
              + "), remove by device name.");
    }
    editor.write(kept);
  }

  private static void add(CommandSession session, DevicesFileEditor editor) {
    String name = session.command().string(Opt.ADDDEV, "");
    LinuxDevice device =
        editor
            .find(name)
            .orElseThrow(() -> new FailedException("No device found for " + name + "."));
    requireReadable(session, device);
    Optional<String> exclusion =
        session.session().devices().find(name).flatMap(DeviceInventory.Found::exclusion);
    if (exclusion.isPresent() && !exclusion.get().equals("device is not in devices file")) {
      messages(session)
          .warn(
              "WARNING: Adding device "
                  + device.name()
                  + " that is excluded: "
                  + exclusion.get()
                  + ".");
    }
    Optional<String> type = session.command().string(Opt.DEVICEIDTYPE);
    editor.write(editor.with(editor.read(), device, pvid(device), type));
  }

  private static void requireReadable(CommandSession session, LinuxDevice device) {
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      handle.read(0, ByteBuffer.allocate(LABEL_AREA));
    } catch (DeviceException e) {
      messages(session).error("Error reading device " + device.name() + " at 0 length 4096.");
      throw new FailedException("Failed to read " + device.name() + ".", e);
    }
  }

  private static String pvid(LinuxDevice device) {
    List<ScannedPv> pvs = LabelScanner.scan(List.of(device)).pvs();
    return pvs.isEmpty() ? "" : pvs.get(0).id().value();
  }

  private static void remove(CommandSession session, DevicesFileEditor editor) {
    String name = session.command().string(Opt.DELDEV, "");
    if (!name.startsWith("/dev/")) {
      messages(session).warn("WARNING: To remove a device by device id, include --deviceidtype.");
    }
    DeviceUses uses = editor.read();
    DeviceUse use =
        editor
            .find(name)
            .flatMap(uses::forDevice)
            .or(() -> uses.forName(name))
            .orElseThrow(() -> new FailedException("No devices file entry for " + name + "."));
    editor.write(uses.without(use));
  }

  private static void list(CommandSession session, DeviceUses uses) {
    for (DeviceUse use : uses.uses()) {
      DevicesFileEntry entry = use.entry();
      messages(session)
          .print(
              "Device "
                  + use.device().map(LinuxDevice::name).orElse("none")
                  + " IDTYPE="
                  + entry.type().map(IdType::key).orElse("none")
                  + " IDNAME="
                  + entry.idName().orElse("none")
                  + " DEVNAME="
                  + entry.deviceName().orElse("none")
                  + " PVID="
                  + entry.pvid().orElse("none")
                  + (entry.partition() == 0 ? "" : " PART=" + entry.partition()));
    }
  }

  private static Messages messages(CommandSession session) {
    return session.session().environment().messages();
  }
}
