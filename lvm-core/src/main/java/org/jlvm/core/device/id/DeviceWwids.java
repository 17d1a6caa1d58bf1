package org.jlvm.core.device.id;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.Sysfs;

/**
 * World-wide ids of a disk: those of its SCSI vital product data page 0x83 (SPC-4, device
 * identification), and the kernel's choice in the sysfs attribute {@code wwid}. Each starts with
 * its type: {@code naa.}, {@code eui.}, {@code t10.}; others are as the device has them.
 */
public final class DeviceWwids {
  private static final int HEADER = 4;

  private DeviceWwids() {}

  /** All ids of a disk. */
  public static List<String> read(Sysfs sysfs, DeviceNumber disk) {
    List<String> ids = new ArrayList<>(vpd(sysfs, disk));
    sysWwid(sysfs, disk).ifPresent(ids::add);
    return ids;
  }

  /** The ids in the vital product data. */
  public static List<String> vpd(Sysfs sysfs, DeviceNumber disk) {
    Optional<byte[]> page = sysfs.bytes(disk, "device/vpd_pg83");
    return page.isPresent() ? parseVpd(page.get()) : List.of();
  }

  /** The attribute as it is, without surrounding white space. */
  static Optional<String> sysWwid(Sysfs sysfs, DeviceNumber disk) {
    Optional<String> found = sysfs.text(disk, "device/wwid").filter(text -> !text.isEmpty());
    // That of an NVMe namespace is not below "device".
    return found.isPresent() ? found : sysfs.text(disk, "wwid").filter(text -> !text.isEmpty());
  }

  /** The id as multipath's wwids file has it, but for the type character. */
  public static String withoutType(String id) {
    boolean typed = id.startsWith("naa.") || id.startsWith("eui.") || id.startsWith("t10.");
    return typed ? id.substring(HEADER) : id;
  }

  /** Parses page 0x83: a 4-byte header, then designators of a 4-byte header and as many bytes. */
  static List<String> parseVpd(byte[] page) {
    List<String> ids = new ArrayList<>();
    for (int at = HEADER; at + HEADER <= page.length; at += HEADER + (page[at + 3] & 0xff)) {
      int length = Math.min(page[at + 3] & 0xff, page.length - at - HEADER);
      byte[] value = new byte[length];
      System.arraycopy(page, at + HEADER, value, 0, length);
      designator(page[at + 1] & 0xf, value).ifPresent(ids::add);
    }
    return ids;
  }

  private static Optional<String> designator(int type, byte[] value) {
    int length = value.length;
    String text = new String(value, StandardCharsets.ISO_8859_1);
    return switch (type) {
      case 1 -> Optional.of("t10." + IdText.t10(text));
      case 2 ->
          length == 8 || length == 12 || length == 16
              ? Optional.of("eui." + hex(value))
              : Optional.empty();
      case 3 -> length == 8 || length == 16 ? Optional.of("naa." + hex(value)) : Optional.empty();
      case 8 -> Optional.of(name(text));
      default -> Optional.empty();
    };
  }

  private static String name(String text) {
    int nul = text.indexOf('\0');
    String name = nul < 0 ? text : text.substring(0, nul);
    boolean typed = name.startsWith("eui.") || name.startsWith("naa.");
    return typed ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static String hex(byte[] value) {
    StringBuilder out = new StringBuilder(value.length * 2);
    for (byte b : value) {
      out.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return out.toString();
  }
}
