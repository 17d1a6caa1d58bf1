package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** File systems whose first sector is a PC boot sector: FAT, NTFS, exFAT. */
final class FatProbe {
  private static final int SECTOR = 512;
  private static final int CLUSTERS_12 = 0xff4;
  private static final int CLUSTERS_16 = 0xfff4;
  private static final int CLUSTERS_32 = 0x0ffffff6;

  private FatProbe() {}

  static MagicProbe fat() {
    return MagicProbe.of(
            "vfat",
            Magic.in(0, 0x52, "MSWIN"),
            Magic.in(0, 0x52, "FAT32   "),
            Magic.in(0, 0x36, "MSDOS"),
            Magic.in(0, 0x36, "FAT16   "),
            Magic.in(0, 0x36, "FAT12   "),
            Magic.in(0, 0x36, "FAT     "),
            Magic.in(0, 0, "\u00eb"),
            Magic.in(0, 0, "\u00e9"),
            Magic.in(0, 0x1fe, "\u0055\u00aa"))
        .checking(SECTOR, FatProbe::isFat);
  }

  static MagicProbe ntfs() {
    return MagicProbe.of("ntfs", Magic.in(0, 3, "NTFS    ")).checking(SECTOR, FatProbe::isNtfs);
  }

  static MagicProbe exfat() {
    return MagicProbe.of("exfat", Magic.in(0, 3, "EXFAT   ")).checking(SECTOR, FatProbe::isExfat);
  }

  private static boolean isFat(ByteBuffer b, ProbeReader device, Magic magic) {
    if (magic.bytes().length <= 2 && !couldBeFatWithoutName(b)) {
      return false;
    }
    int media = b.get(21) & 0xff;
    int fats = b.get(16) & 0xff;
    int reserved = b.getShort(14) & 0xffff;
    int perCluster = b.get(13) & 0xff;
    int sectorSize = b.getShort(11) & 0xffff;
    boolean sane = fats != 0 && reserved != 0 && (media >= 0xf8 || media == 0xf0);
    return sane
        && isPowerOfTwo(perCluster)
        && isPowerOfTwo(sectorSize)
        && sectorSize >= SECTOR
        && sectorSize <= 4096
        && clustersFit(b, fats, reserved, perCluster, sectorSize)
        && !text(b, 3, 8).equals("-FVE-FS-");
  }

  /** The sector's own magic must be there, and JFS and HPFS fake a boot sector. */
  private static boolean couldBeFatWithoutName(ByteBuffer b) {
    String name = text(b, 0x36, 8);
    boolean magic = (b.getShort(0x1fe) & 0xffff) == 0xaa55;
    return magic && !name.equals("JFS     ") && !name.equals("HPFS    ");
  }

  private static boolean clustersFit(
      ByteBuffer b, int fats, int reserved, int perCluster, int sectorSize) {
    int small = b.getShort(19) & 0xffff;
    int sectors = small == 0 ? b.getInt(32) : small;
    int shortLength = b.getShort(22) & 0xffff;
    int length = shortLength == 0 ? b.getInt(36) : shortLength;
    int directory = ((b.getShort(17) & 0xffff) * 32 + sectorSize - 1) / sectorSize;
    int rest = sectors - (reserved + length * fats + directory);
    long clusters = Integer.toUnsignedLong(rest) / perCluster;
    boolean is32 = shortLength == 0 && b.getInt(36) != 0;
    long most = is32 ? CLUSTERS_32 : clusters > CLUSTERS_12 ? CLUSTERS_16 : CLUSTERS_12;
    return clusters <= most;
  }

  private static boolean isNtfs(ByteBuffer b, ProbeReader device, Magic magic) {
    int sectorSize = b.getShort(11) & 0xffff;
    int stored = b.get(13) & 0xff;
    boolean power = stored >= 240 && stored <= 249;
    if (!isPowerOfTwo(sectorSize) || sectorSize < 256 || (!power && !isPowerOfTwo(stored))) {
      return false;
    }
    int perCluster = power ? 1 << (256 - stored) : stored;
    boolean unused =
        b.getShort(14) == 0
            && b.get(16) == 0
            && b.getShort(17) == 0
            && b.getShort(19) == 0
            && b.getShort(22) == 0
            && b.getInt(32) == 0;
    long clusters = b.getLong(40) / perCluster;
    boolean tables = b.getLong(48) <= clusters && b.getLong(56) <= clusters;
    if (!unused || !tables || sectorSize > 4096 || clusters < 0 || b.getLong(48) < 0) {
      return false;
    }
    long table = b.getLong(48) * sectorSize * perCluster;
    return device.matches(table, "FILE".getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean isExfat(ByteBuffer b, ProbeReader device, Magic magic) {
    for (int i = 11; i < 64; i++) {
      if (b.get(i) != 0) {
        return false;
      }
    }
    int fats = b.get(110);
    return (b.getShort(0x1fe) & 0xffff) == 0xaa55
        && b.get(108) >= 9
        && b.get(108) <= 12
        && (fats == 1 || fats == 2);
  }

  private static boolean isPowerOfTwo(int value) {
    return value > 0 && (value & (value - 1)) == 0;
  }

  private static String text(ByteBuffer b, int at, int length) {
    byte[] bytes = new byte[length];
    b.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
