package org.jlvm.core.device.id;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.MappedDevice;
import org.jlvm.core.device.MappedDevices;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.discovery.DeviceTypes;

/** Reads the ids of devices from sysfs; a partition has its disk's, but for those of its own. */
public record DeviceIds(Sysfs sysfs, DeviceTypes types, MappedDevices mappedDevices) {
  private static final int SERIAL_HEADER = 4;

  /** The id of a kind, if the device has one. */
  public Optional<DeviceId> read(LinuxDevice device, IdType type) {
    return readName(device, type)
        .filter(name -> !name.isEmpty())
        .map(name -> new DeviceId(type, name));
  }

  private Optional<String> readName(LinuxDevice device, IdType type) {
    DeviceNumber number = device.deviceNumber();
    DeviceNumber disk = sysfs.diskOf(number).orElse(number);
    return switch (type) {
      case DEVNAME -> Optional.of(device.name());
      case SYS_WWID -> DeviceWwids.sysWwid(sysfs, disk).map(DeviceIds::cleanWwid);
      case SYS_SERIAL -> serial(device, disk).map(IdText::withoutOuterUnderscores);
      case MPATH_UUID -> mapped(number, "mpath-");
      case CRYPT_UUID -> mapped(number, "CRYPT-");
      case LVMLV_UUID -> mapped(number, "LVM-");
      case MD_UUID -> sysfs.text(disk, "md/uuid").map(IdText::underscored);
      case LOOP_FILE ->
          sysfs
              .text(disk, "loop/backing_file")
              .filter(file -> !file.contains("(deleted)"))
              .map(IdText::underscored);
      case WWID_NAA -> vpd(disk, "naa.");
      case WWID_EUI -> vpd(disk, "eui.");
      case WWID_T10 -> vpd(disk, "t10.");
      case NVME_EUI64 -> hexAttribute(disk, "eui").map(hex -> "eui." + hex);
      case NVME_NGUID -> hexAttribute(disk, "nguid").map(hex -> "eui." + hex);
      case NVME_UUID -> sysfs.text(disk, "uuid").map(uuid -> "uuid." + uuid);
    };
  }

  /** The id that a new entry gets: the first that the device has, in order of trust. */
  public DeviceId preferred(LinuxDevice device) {
    for (IdType type : candidates(device.deviceNumber())) {
      Optional<DeviceId> id = read(device, type);
      if (id.isPresent()) {
        return id.get();
      }
    }
    return new DeviceId(IdType.DEVNAME, device.name());
  }

  private List<IdType> candidates(DeviceNumber number) {
    List<IdType> kinds = new ArrayList<>();
    if (types.isDriver(number, "loop")) {
      return List.of(IdType.LOOP_FILE);
    }
    if (types.isDriver(number, "md")) {
      return List.of(IdType.MD_UUID);
    }
    if (types.isDriver(number, "drbd")) {
      return List.of();
    }
    if (types.isDeviceMapper(number)) {
      kinds.addAll(List.of(IdType.MPATH_UUID, IdType.CRYPT_UUID, IdType.LVMLV_UUID));
    }
    kinds.addAll(
        List.of(
            IdType.SYS_WWID, IdType.WWID_NAA, IdType.WWID_EUI, IdType.WWID_T10, IdType.SYS_SERIAL));
    return kinds;
  }

  /** Whether a device has an id that outlives its name; emulated disks' ids do not count. */
  public boolean hasStableId(LinuxDevice device) {
    DeviceId id = preferred(device);
    boolean emulated = id.name().contains("QEMU");
    return id.type().isStable() && !emulated;
  }

  /** Whether devices of this driver can have an id of this kind. */
  public boolean canHave(DeviceNumber number, IdType type) {
    boolean mapped = types.isDeviceMapper(number);
    return switch (type) {
      case DEVNAME -> true;
      case MPATH_UUID, CRYPT_UUID, LVMLV_UUID -> mapped;
      case MD_UUID -> types.isDriver(number, "md");
      case LOOP_FILE -> types.isDriver(number, "loop");
      default -> !mapped && !types.isDriver(number, "md") && !types.isDriver(number, "loop");
    };
  }

  /** Other ids that an entry of kind {@code sys_wwid} may have been made with. */
  List<DeviceId> wwids(LinuxDevice device) {
    List<DeviceId> found = new ArrayList<>();
    DeviceNumber disk = sysfs.diskOf(device.deviceNumber()).orElse(device.deviceNumber());
    List<String> vpd = DeviceWwids.vpd(sysfs, disk);
    for (IdType type : List.of(IdType.WWID_NAA, IdType.WWID_EUI, IdType.WWID_T10)) {
      for (String id : vpd) {
        if (id.startsWith(type.key().substring("wwid_".length()) + ".")) {
          found.add(new DeviceId(type, id));
        }
      }
    }
    for (IdType type : List.of(IdType.NVME_UUID, IdType.NVME_NGUID, IdType.NVME_EUI64)) {
      read(device, type).ifPresent(found::add);
    }
    return found;
  }

  private static String cleanWwid(String wwid) {
    boolean t10 = wwid.startsWith("t10");
    String clean = IdText.withoutOuterUnderscores(t10 ? IdText.t10(wwid) : IdText.general(wwid));
    return t10 ? IdText.withSingleUnderscores(clean) : clean;
  }

  private Optional<String> vpd(DeviceNumber disk, String prefix) {
    for (String id : DeviceWwids.vpd(sysfs, disk)) {
      if (id.startsWith(prefix)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  private Optional<String> mapped(DeviceNumber number, String prefix) {
    if (!types.isDeviceMapper(number)) {
      return Optional.empty();
    }
    Optional<String> uuid = mappedDevices.find(number).map(MappedDevice::uuid);
    return uuid.filter(text -> hasPrefix(text, prefix)).map(IdText::underscored);
  }

  /** A partition made by kpartx has "part1-" and the like before its disk's UUID. */
  static boolean hasPrefix(String uuid, String prefix) {
    int dash = uuid.indexOf('-');
    boolean partition = uuid.startsWith("part") && dash > 0;
    return uuid.startsWith(prefix) || (partition && uuid.startsWith(prefix, dash + 1));
  }

  private Optional<String> hexAttribute(DeviceNumber disk, String attribute) {
    return sysfs
        .text(disk, attribute)
        .map(text -> text.replace(" ", "").replace("-", ""))
        .filter(text -> !text.isEmpty());
  }

  private Optional<String> serial(LinuxDevice device, DeviceNumber disk) {
    Optional<String> plain =
        sysfs.text(disk, "device/serial").map(IdText::general).filter(text -> !text.isEmpty());
    if (plain.isPresent()) {
      return plain;
    }
    Optional<String> vpd = sysfs.bytes(disk, "device/vpd_pg80").flatMap(DeviceIds::parseSerial);
    if (vpd.isPresent() || !device.name().startsWith("/dev/vd")) {
      return vpd;
    }
    return sysfs.text(disk, "serial").map(IdText::general);
  }

  /** Page 0x80 (SPC-4, unit serial number): a 4-byte header with the length, then the text. */
  private static Optional<String> parseSerial(byte[] page) {
    if (page.length < SERIAL_HEADER) {
      return Optional.empty();
    }
    int length = (page[2] & 0xff) << 8 | (page[3] & 0xff);
    int kept = Math.min(length, page.length - SERIAL_HEADER);
    String text = new String(page, SERIAL_HEADER, kept, StandardCharsets.ISO_8859_1).strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
