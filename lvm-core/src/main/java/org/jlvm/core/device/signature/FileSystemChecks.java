package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The finer points of recognising file systems. */
final class FileSystemChecks {
  static final String TUX_ON_ICE = "\u00ed\u00c3\u0002\u00e9\u0098\u0056\u00e5\u000c";
  private static final int UDF_DESCRIPTOR = 2048;
  private static final long VOLUME_DESCRIPTORS = 32 * 1024;
  private static final long ZFS_LABEL = 256 * 1024;
  private static final long ZFS_UBERBLOCKS = 128 * 1024;
  private static final int ZFS_WANTED = 4;
  private static final int UFS_MAGIC_AT = 1372;
  private static final int[] UFS_MAGICS = {
    0x19540119, 0x00011954, 0x00195612, 0x00095014, 0x00612195, 0x05231994
  };

  private FileSystemChecks() {}

  /** A hibernated system leaves a swap signature behind; then it is not swap. */
  static boolean isSwap(ByteBuffer b, ProbeReader device, Magic magic) {
    if (device.matches(0, TUX_ON_ICE.getBytes(StandardCharsets.ISO_8859_1))) {
      return false;
    }
    boolean old = magic.bytes()[4] == '-';
    int version = b.getInt(1024);
    return old || ((version == 1 || Integer.reverseBytes(version) == 1) && b.getInt(1028) != 0);
  }

  /** Plain limits of the fields (xfs_sb(5)); all are big-endian. */
  static boolean isXfs(ByteBuffer b, ProbeReader device, Magic magic) {
    int blockSize = Integer.reverseBytes(b.getInt(4));
    int sectorSize = Short.reverseBytes(b.getShort(102)) & 0xffff;
    int inodeSize = Short.reverseBytes(b.getShort(104)) & 0xffff;
    int blockLog = b.get(120);
    int sectorLog = b.get(121);
    int inodeLog = b.get(122);
    return Integer.reverseBytes(b.getInt(88)) > 0
        && isLog(sectorSize, sectorLog, 9, 15)
        && isLog(blockSize, blockLog, 9, 16)
        && isLog(inodeSize, inodeLog, 8, 11)
        && blockLog - inodeLog == b.get(123)
        && (b.get(127) & 0xff) <= 100
        && b.getLong(8) != 0;
  }

  private static boolean isLog(int size, int log, int least, int most) {
    return log >= least && log <= most && size == 1 << log;
  }

  static boolean isReiser(ByteBuffer b, ProbeReader device, Magic magic) {
    int blockSize = (b.getShort(44) & 0xffff) >> 9;
    long journal = Integer.toUnsignedLong(b.getInt(12));
    return blockSize != 0 && magic.base() / 1024 / blockSize <= journal / 2;
  }

  static boolean isJfs(ByteBuffer b, ProbeReader device, Magic magic) {
    int blockLog = b.getShort(20);
    int physicalLog = b.getShort(28);
    return blockLog >= 0
        && blockLog <= 31
        && physicalLog >= 0
        && physicalLog <= 31
        && b.getInt(16) == 1 << blockLog
        && b.getInt(24) == 1 << physicalLog
        && blockLog - physicalLog == b.getShort(22);
  }

  static boolean isHfs(ByteBuffer b, ProbeReader device, Magic magic) {
    int allocation = Integer.reverseBytes(b.getInt(20));
    return !embedsHfsPlus(b) && allocation != 0 && allocation % 512 == 0;
  }

  static boolean isHfsPlus(ByteBuffer b, ProbeReader device, Magic magic) {
    if (magic.bytes()[0] == 'B') {
      return embedsHfsPlus(b);
    }
    int blockSize = Integer.reverseBytes(b.getInt(40));
    return blockSize >= 512 && (blockSize & (blockSize - 1)) == 0;
  }

  private static boolean embedsHfsPlus(ByteBuffer b) {
    char second = (char) b.get(125);
    return b.get(124) == 'H' && (second == '+' || second == 'X');
  }

  /** Volume structure descriptors (ECMA-167 2/9.1): one that begins, then one that says NSR. */
  static Optional<Signature> udf(ProbeReader device) {
    boolean begun = false;
    for (int i = 0; i < 64; i++) {
      Optional<ByteBuffer> found = device.at(VOLUME_DESCRIPTORS + (long) i * UDF_DESCRIPTOR, 6);
      if (found.isEmpty() || found.get().get(1) == 0) {
        return Optional.empty();
      }
      byte[] id = new byte[5];
      found.get().get(1, id);
      String name = new String(id, StandardCharsets.ISO_8859_1);
      begun |= name.equals("BEA01");
      if (begun && (name.equals("NSR02") || name.equals("NSR03"))) {
        return Optional.of(new Signature("udf", VOLUME_DESCRIPTORS + 1, 5));
      }
    }
    return Optional.empty();
  }

  /** Uberblocks, in any of a member's four labels; a few stray ones do not count. */
  static Optional<Signature> zfs(ProbeReader device) {
    if (device.size() < 64 << 20) {
      return Optional.empty();
    }
    long end = device.size() / ZFS_LABEL * ZFS_LABEL;
    for (long label : new long[] {0, ZFS_LABEL, end - 2 * ZFS_LABEL, end - ZFS_LABEL}) {
      Optional<ByteBuffer> blocks =
          device.at(label + ZFS_UBERBLOCKS, (int) (ZFS_LABEL - ZFS_UBERBLOCKS));
      Optional<Long> first = blocks.isPresent() ? firstUberblock(blocks.get()) : Optional.empty();
      if (first.isPresent()) {
        return Optional.of(new Signature("zfs_member", label + ZFS_UBERBLOCKS + first.get(), 8));
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> firstUberblock(ByteBuffer blocks) {
    Optional<Long> first = Optional.empty();
    int count = 0;
    for (int at = 0; at < blocks.limit(); at += 1024) {
      long magic = blocks.getLong(at);
      if (magic == 0x00bab10c || Long.reverseBytes(magic) == 0x00bab10c) {
        first = first.isPresent() ? first : Optional.of((long) at);
        count++;
      }
    }
    return count >= ZFS_WANTED ? first : Optional.empty();
  }

  static Optional<Signature> ufs(ProbeReader device) {
    for (int kib : new int[] {0, 8, 64, 256}) {
      long offset = kib * 1024L + UFS_MAGIC_AT;
      Optional<ByteBuffer> found = device.at(offset, 4);
      for (int magic : UFS_MAGICS) {
        if (found.isPresent()
            && (found.get().getInt(0) == magic
                || Integer.reverseBytes(found.get().getInt(0)) == magic)) {
          return Optional.of(new Signature("ufs", offset, 4));
        }
      }
    }
    return Optional.empty();
  }

  /** A superblock at 1 KiB and its copy in the last 4 KiB block but one. */
  static Optional<Signature> nilfs2(ProbeReader device) {
    if (device.size() < 1 << 20) {
      return Optional.empty();
    }
    for (long offset : new long[] {1024, (device.size() / 512 - 8) * 512}) {
      Optional<ByteBuffer> found = device.at(offset, 1024);
      if (found.isPresent() && found.get().getShort(6) == 0x3434) {
        int length = found.get().getShort(8) & 0xffff;
        if (length >= 20 && length <= 1024) {
          return Optional.of(new Signature("nilfs2", offset + 6, 2));
        }
      }
    }
    return Optional.empty();
  }

  /** Several magic numbers in either byte order, two bytes each: the rest has to make sense. */
  static MagicProbe minix() {
    String[] first = {
      "\u007f\u0013",
      "\u008f\u0013",
      "\u0013\u007f",
      "\u0013\u008f",
      "\u0068\u0024",
      "\u0078\u0024",
      "\u0024\u0068",
      "\u0024\u0078"
    };
    Magic[] magics = new Magic[first.length + 2];
    for (int i = 0; i < first.length; i++) {
      magics[i] = Magic.in(1024, 0x10, first[i]);
    }
    magics[first.length] = Magic.in(1024, 0x18, "\u005a\u004d");
    magics[first.length + 1] = Magic.in(1024, 0x18, "\u004d\u005a");
    return MagicProbe.of("minix", magics).checking(64, FileSystemChecks::isMinix);
  }

  private static boolean isMinix(ByteBuffer b, ProbeReader device, Magic magic) {
    boolean swapped = (magic.bytes()[0] & 0xff) < (magic.bytes()[1] & 0xff);
    boolean version3 = magic.within() == 0x18;
    boolean version2 = !version3 && (magic.bytes()[0] == 0x24 || magic.bytes()[1] == 0x24);
    swapped = version3 ? magic.bytes()[0] == 0x4d : swapped;
    long inodes = version3 ? unsigned(b.getInt(0), swapped) : unsigned(b.getShort(0), swapped);
    int shift = version3 ? 2 : 0;
    long inodeMaps = unsigned(b.getShort(4 + shift), swapped);
    long zoneMaps = unsigned(b.getShort(6 + shift), swapped);
    long firstZone = unsigned(b.getShort(8 + shift), swapped);
    int zoneLog = b.getShort(10 + shift);
    long zones =
        version3 || version2 ? unsigned(b.getInt(20), swapped) : unsigned(b.getShort(2), swapped);
    boolean isExt = b.get(0x38) == 0x53 && (b.get(0x39) & 0xff) == 0xef;
    return zoneLog == 0
        && inodes != 0
        && inodes != 0xffffffffL
        && inodeMaps * 8192 >= inodes + 1
        && firstZone <= zones
        && zoneMaps * 8192 >= zones - firstZone + 1
        && !isExt;
  }

  private static long unsigned(short value, boolean swapped) {
    return (swapped ? Short.reverseBytes(value) : value) & 0xffffL;
  }

  private static long unsigned(int value, boolean swapped) {
    return (swapped ? Integer.reverseBytes(value) : value) & 0xffffffffL;
  }
}
