package org.jlvm.cli.pv;

import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.id.DeviceId;
import org.jlvm.core.device.id.DeviceIds;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/** Shows the ids that a device has now, whatever a devices file says. */
final class DeviceIdList {
  private static final int TYPE_WIDTH = 17;

  /** In lvm2's order. */
  private static final IdType[] TYPES = {
    IdType.SYS_WWID,
    IdType.SYS_SERIAL,
    IdType.MPATH_UUID,
    IdType.MD_UUID,
    IdType.LOOP_FILE,
    IdType.CRYPT_UUID,
    IdType.LVMLV_UUID,
    IdType.DEVNAME,
    IdType.WWID_NAA,
    IdType.WWID_EUI,
    IdType.WWID_T10,
    IdType.NVME_EUI64,
    IdType.NVME_NGUID,
    IdType.NVME_UUID
  };

  private final CommandSession session;
  private final Messages messages;

  DeviceIdList(CommandSession session) {
    this.session = session;
    messages = session.session().environment().messages();
  }

  /** Shows all ids, or that of {@code --deviceidtype}; gives an exit status. */
  int show(String name) {
    LinuxDevice device =
        DevicesFileEditor.device(session, name)
            .orElseThrow(() -> new FailedException("No device found for " + name + "."));
    DeviceIds ids = DevicesFileEditor.ids(session);
    Optional<String> wanted = session.command().string(Opt.DEVICEIDTYPE);
    if (wanted.isPresent()) {
      showOne(device, ids, wanted.get());
      return ExitStatus.OK;
    }
    for (IdType type : TYPES) {
      Optional<DeviceId> id = ids.read(device, type);
      id.ifPresent(found -> messages.print(padded(type.key()) + found.name()));
    }
    return ExitStatus.OK;
  }

  private void showOne(LinuxDevice device, DeviceIds ids, String wanted) {
    IdType type = IdType.of(wanted).orElseThrow(() -> new FailedException("Unknown deviceidtype."));
    DeviceId id =
        ids.read(device, type)
            .orElseThrow(
                () ->
                    new FailedException(
                        "deviceidtype " + wanted + " not found for " + device.name()));
    messages.print(id.name());
  }

  private static String padded(String key) {
    StringBuilder padded = new StringBuilder(key);
    while (padded.length() < TYPE_WIDTH) {
      padded.append(' ');
    }
    return padded.toString();
  }
}
