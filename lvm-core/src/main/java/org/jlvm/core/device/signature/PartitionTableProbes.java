package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Partition tables: AIX, SGI, Sun, DOS, GPT with its protective record, Apple, BSD. */
final class PartitionTableProbes {
  private static final int SECTOR = 512;
  private static final int DOS_TABLE = 446;
  private static final int DOS_ENTRY = 16;
  private static final int GPT_ENTRY = 128;
  private static final int GPT_LEAST_HEADER = 92;
  private static final int MAX_ENTRY_BYTES = 1 << 24;
  private static final long GPT_MAGIC = 0x5452415020494645L;
  private static final int PROTECTIVE = 0xee;
  private static final int AIX = 0xc1d4c2c9;

  private PartitionTableProbes() {}

  static List<Probe> all() {
    return List.of(
        MagicProbe.of("aix", Magic.at(0, "\u00c9\u00c2\u00d4\u00c1")),
        MagicProbe.of("sgi", Magic.at(0, "\u000b\u00e5\u00a9\u0041"))
            .checking(SECTOR, (b, device, magic) -> sgiSum(b) == 0),
        MagicProbe.of("sun", Magic.in(0, 508, "\u00da\u00be"))
            .checking(SECTOR, (b, device, magic) -> sunSum(b) == 0),
        MagicProbe.of("dos", Magic.in(0, 510, "\u0055\u00aa"))
            .checking(SECTOR, PartitionTableProbes::isDos),
        PartitionTableProbes::gpt,
        PartitionTableProbes::protectiveRecord,
        MagicProbe.of("mac", Magic.at(0, "ER")).checking(SECTOR, PartitionTableProbes::isApple),
        MagicProbe.of(
            "bsd",
            Magic.at(512, "\u0057\u0045\u0056\u0082"),
            Magic.at(64, "\u0057\u0045\u0056\u0082"),
            Magic.at(128, "\u0057\u0045\u0056\u0082")));
  }

  private static int sgiSum(ByteBuffer b) {
    int sum = 0;
    for (int at = 0; at < SECTOR; at += 4) {
      sum -= Integer.reverseBytes(b.getInt(at));
    }
    return sum;
  }

  private static int sunSum(ByteBuffer b) {
    int sum = 0;
    for (int at = 0; at < SECTOR; at += 2) {
      sum ^= b.getShort(at);
    }
    return sum;
  }

  /** Boot sectors of file systems end in the same two bytes. */
  private static boolean isDos(ByteBuffer b, ProbeReader device, Magic magic) {
    if (b.getInt(0) == AIX || hasProtectiveEntry(b)) {
      return false;
    }
    boolean empty = true;
    for (int at = DOS_TABLE; at < SECTOR - 2; at += DOS_ENTRY) {
      if ((b.get(at) & 0x7f) != 0) {
        return false;
      }
      empty &= b.getInt(at + 12) == 0;
    }
    boolean isFileSystem =
        FatProbe.fat().find(device).isPresent()
            || FatProbe.exfat().find(device).isPresent()
            || FatProbe.ntfs().find(device).isPresent();
    return !isFileSystem && !(empty && isLvm(device));
  }

  private static boolean isLvm(ProbeReader device) {
    for (Probe probe : ContainerProbes.all()) {
      Optional<Signature> found = probe.find(device);
      if (found.isPresent() && found.get().type().equals("LVM2_member")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasProtectiveEntry(ByteBuffer sector) {
    for (int at = DOS_TABLE; at < SECTOR - 2; at += DOS_ENTRY) {
      if ((sector.get(at + 4) & 0xff) == PROTECTIVE) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasProtectiveRecord(ProbeReader device) {
    Optional<ByteBuffer> sector = device.at(0, SECTOR);
    return sector.isPresent()
        && (sector.get().getShort(SECTOR - 2) & 0xffff) == 0xaa55
        && hasProtectiveEntry(sector.get());
  }

  /** The table at the start, or its copy at the end; without a protective record it is none. */
  private static Optional<Signature> gpt(ProbeReader device) {
    if (!hasProtectiveRecord(device)) {
      return Optional.empty();
    }
    long last = device.size() / device.sectorSize() - 1;
    for (long block : new long[] {1, last}) {
      if (isGptHeader(device, block, last)) {
        return Optional.of(new Signature("gpt", block * device.sectorSize(), 8));
      }
    }
    return Optional.empty();
  }

  /** The record counts on its own once there is no table that it protects. */
  private static Optional<Signature> protectiveRecord(ProbeReader device) {
    return hasProtectiveRecord(device) && gpt(device).isEmpty()
        ? Optional.of(new Signature("PMBR", SECTOR - 2, 2))
        : Optional.empty();
  }

  private static boolean isGptHeader(ProbeReader device, long block, long last) {
    int sector = device.sectorSize();
    Optional<ByteBuffer> found = device.at(block * sector, sector);
    if (found.isEmpty() || found.get().getLong(0) != GPT_MAGIC) {
      return false;
    }
    ByteBuffer h = found.get();
    int size = h.getInt(12);
    if (size < GPT_LEAST_HEADER || size > sector || crcWithoutCrc(h, size) != h.getInt(16)) {
      return false;
    }
    long firstUsable = h.getLong(40);
    long lastUsable = h.getLong(48);
    boolean placed = h.getLong(24) == block && !(firstUsable < block && block < lastUsable);
    boolean inside = firstUsable >= 0 && firstUsable <= lastUsable && lastUsable <= last;
    return placed && inside && hasGptEntries(device, h);
  }

  private static boolean hasGptEntries(ProbeReader device, ByteBuffer h) {
    long length = Integer.toUnsignedLong(h.getInt(80)) * GPT_ENTRY;
    long block = h.getLong(72);
    boolean sane = length > 0 && length <= MAX_ENTRY_BYTES && h.getInt(84) == GPT_ENTRY;
    if (!sane || block < 0 || block > device.size() / device.sectorSize()) {
      return false;
    }
    Optional<ByteBuffer> entries = device.at(block * device.sectorSize(), (int) length);
    if (entries.isEmpty()) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(entries.get());
    return (int) crc.getValue() == h.getInt(88);
  }

  private static int crcWithoutCrc(ByteBuffer header, int size) {
    byte[] bytes = new byte[size];
    header.get(0, bytes);
    for (int at = 16; at < 20; at++) {
      bytes[at] = 0;
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** The map behind the driver descriptor starts with an entry that says "PM", or "TS" of old. */
  private static boolean isApple(ByteBuffer b, ProbeReader device, Magic magic) {
    int blockSize = Short.reverseBytes(b.getShort(2)) & 0xffff;
    Optional<ByteBuffer> first = device.at(blockSize, 2);
    return blockSize >= SECTOR
        && first.isPresent()
        && ((first.get().get(0) == 'P' && first.get().get(1) == 'M')
            || (first.get().get(0) == 'T' && first.get().get(1) == 'S'));
  }
}
