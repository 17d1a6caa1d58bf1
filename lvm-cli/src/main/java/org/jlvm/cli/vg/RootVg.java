package org.jlvm.cli.vg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.MappedDevice;
import org.jlvm.core.model.LvmId;

/** The group that the system runs from. */
final class RootVg {
  /** Its presence asks for the import when the system starts the first time. */
  private static final String WISH = "devices/auto-import-rootvg";

  /** Its presence makes the service that imports run. */
  private static final Path SERVICE_WISH = Path.of("/run/lvm/lvm-devices-import");

  private static final String PREFIX = "LVM-";

  private final CommandSession session;

  RootVg(CommandSession session) {
    this.session = session;
  }

  /** The id of the group whose logical volume the root directory is on, if it is on one. */
  Optional<LvmId> id() {
    try {
      Object device = Files.getAttribute(Path.of("/"), "unix:dev");
      return device instanceof Long encoded
          ? DevicesFileEditor.ids(session)
              .mappedDevices()
              .find(DeviceNumber.ofEncoded(encoded))
              .map(MappedDevice::uuid)
              .flatMap(RootVg::groupOf)
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      // Whatever the root directory is on, it is no volume that can be found.
      return Optional.empty();
    }
  }

  /** The UUID of a logical volume's device begins with the ids of its group and of itself. */
  static Optional<LvmId> groupOf(String dmUuid) {
    int end = PREFIX.length() + LvmId.LENGTH;
    if (!dmUuid.startsWith(PREFIX) || dmUuid.length() < end) {
      return Optional.empty();
    }
    String id = dmUuid.substring(PREFIX.length(), end);
    return LvmId.isParsable(id) ? Optional.of(LvmId.parse(id)) : Optional.empty();
  }

  /** Whether an automatic import is wished for. */
  boolean isWishedFor() {
    return Files.exists(wish());
  }

  /** The wish is fulfilled. Files that cannot be removed are harmless: the list is there now. */
  void forgetWish() {
    for (Path file : new Path[] {wish(), SERVICE_WISH}) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        session.session().environment().messages().debug("Failed to unlink " + file);
      }
    }
  }

  private Path wish() {
    return Path.of(session.settings().config().systemDir()).resolve(WISH);
  }
}
