package org.jlvm.core.device.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.error.InitializationException;

/**
 * The kernel's block device drivers by major number ({@code /proc/devices}), and which of them LVM
 * accepts, with how many minor numbers each disk takes.
 */
public final class DeviceTypes {
  /** An entry of {@code devices/types}: a driver's name, and minors for each disk. */
  public record Extra(String name, int minors) {}

  /** Driver names, matched as prefixes, first match first; as lvm2's device-types.h. */
  private static final String KNOWN =
      "sd 16 ide 64 md 1 loop 1 ramdisk 1 device-mapper 1 mdp 1 dasd 4 dac960 8 nbd 16 ida 16"
          + " cciss 16 ubd 16 ataraid 16 drbd 16 rbd 16 emcpower 16 power2 16 i2o_block 16"
          + " iseries/vd 8 gnbd 1 aoe 16 xvd 16 vdisk 8 ps3disk 16 virtblk 8 mmc 16 blkext 1"
          + " fio 16 mtip32xx 16 vtms 16 skd 16 scm 8 bcache 1 nvme 64 zvol 16 VxDMP 16 zram 1";

  private final Map<Integer, String> drivers = new HashMap<>();
  private final Map<Integer, Integer> minors = new HashMap<>();

  /**
   * Parses {@code /proc/devices}.
   *
   * @param extras of the configuration; they win over what is built in
   */
  public static DeviceTypes parse(String procDevices, List<Extra> extras) {
    DeviceTypes types = new DeviceTypes();
    boolean block = false;
    for (String line : procDevices.split("\n", -1)) {
      String trimmed = line.trim();
      int space = trimmed.indexOf(' ');
      if (trimmed.startsWith("Block")) {
        block = true;
      } else if (trimmed.startsWith("Character")) {
        block = false;
      } else if (block && space > 0) {
        types.add(trimmed.substring(0, space), trimmed.substring(space + 1).trim(), extras);
      }
    }
    return types;
  }

  /**
   * Reads {@code /proc/devices}.
   *
   * @throws InitializationException if it cannot be read
   */
  public static DeviceTypes read(Path proc, List<Extra> extras) {
    Path file = proc.resolve("devices");
    try {
      return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), extras);
    } catch (IOException e) {
      throw new InitializationException(file + ": fopen failed: " + e.getMessage(), e);
    }
  }

  private void add(String number, String driver, List<Extra> extras) {
    int major;
    try {
      major = Integer.parseInt(number);
    } catch (NumberFormatException e) {
      return;
    }
    drivers.put(major, driver);
    String[] known = KNOWN.split(" ", -1);
    for (int i = 0; i < known.length; i += 2) {
      if (driver.startsWith(known[i])) {
        minors.put(major, Integer.parseInt(known[i + 1]));
        break;
      }
    }
    for (Extra extra : extras) {
      if (driver.startsWith(extra.name())) {
        minors.put(major, extra.minors());
        break;
      }
    }
  }

  public boolean isRecognised(DeviceNumber number) {
    return minors.containsKey(number.major());
  }

  /** How many minor numbers a disk of this type takes; 0 for a type that is not recognised. */
  public int minorsPerDisk(DeviceNumber number) {
    return minors.getOrDefault(number.major(), 0);
  }

  /** Whether the driver with this name, exactly, owns the number. */
  public boolean isDriver(DeviceNumber number, String driver) {
    return driver.equals(drivers.get(number.major()));
  }

  /** The major number of the driver with this name, exactly, if it is loaded. */
  public OptionalInt major(String driver) {
    for (Map.Entry<Integer, String> entry : drivers.entrySet()) {
      if (entry.getValue().equals(driver)) {
        return OptionalInt.of(entry.getKey());
      }
    }
    return OptionalInt.empty();
  }

  public boolean isDeviceMapper(DeviceNumber number) {
    return isDriver(number, "device-mapper");
  }

  /** Drivers whose partitions are devices of their own in LVM's eyes. */
  public boolean isSubsystem(DeviceNumber number) {
    String driver = drivers.getOrDefault(number.major(), "");
    return switch (driver) {
      case "device-mapper", "md", "drbd", "emcpower", "power2", "VxDMP" -> true;
      default -> false;
    };
  }

  /** The name that lvm2 gives to the kind of a device when it prefers one duplicate to another. */
  public String subsystemName(DeviceNumber number, String deviceName) {
    if (deviceName.startsWith("/dev/nvme")) {
      return "NVME";
    }
    return switch (drivers.getOrDefault(number.major(), "")) {
      case "device-mapper" -> "DM";
      case "md" -> "MD";
      case "drbd" -> "DRBD";
      case "dasd" -> "DASD";
      case "emcpower" -> "EMCPOWER";
      case "power2" -> "POWER2";
      case "VxDMP" -> "VXDMP";
      case "blkext" -> "BLKEXT";
      case "loop" -> "LOOP";
      default -> "";
    };
  }
}
