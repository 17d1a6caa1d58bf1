package org.jlvm.cli.pv;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.id.DeviceUse;
import org.jlvm.core.device.id.DeviceUses;
import org.jlvm.core.device.id.DevicesFileEntry;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/** {@code lvmdevices}: shows and changes the list of devices that may be used. */
public final class LvmDevicesVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    if (command.hasAny(
        Opt.CHECK, Opt.UPDATE, Opt.ADDPVID, Opt.DELPVID, Opt.ADDID, Opt.DELID, Opt.LISTIDS)) {
      throw new FailedException("This form of lvmdevices is not part of jlvm yet.");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      DevicesFileEditor editor =
          DevicesFileEditor.of(session)
              .orElseThrow(() -> new FailedException("Devices file not enabled."));
      boolean adding = command.has(Opt.ADDDEV);
      boolean changing = adding || command.has(Opt.DELDEV);
      editor.lock(changing ? LockMode.EXCLUSIVE : LockMode.SHARED);
      if (!adding && !editor.exists()) {
        throw new FailedException("Devices file does not exist.");
      }
      if (adding) {
        add(session, editor);
      } else if (changing) {
        remove(session, editor);
      } else {
        list(session, editor.read());
      }
      return ExitStatus.OK;
    }
  }

  private static void add(CommandSession session, DevicesFileEditor editor) {
    String name = session.command().string(Opt.ADDDEV, "");
    LinuxDevice device =
        editor
            .find(name)
            .orElseThrow(() -> new FailedException("No device found for " + name + "."));
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
