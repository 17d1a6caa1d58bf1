package org.jlvm.core.device.filter;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Keeps away from members of md arrays: the array, not its parts, is the physical volume.
 *
 * @param atEnd whether to look for superblocks at the end of the device too, which costs a read
 */
public record MdComponentFilter(boolean atEnd) implements DeviceFilter {
  private static final int MAGIC = 0xa92b4efc;
  private static final long RESERVED = 64 * 1024;
  private static final int DDF_MAGIC = 0xde11de11;
  private static final long DDF_LEAST = 0x30000;
  private static final String IMSM = "Intel Raid ISM Cfg Sig. ";

  @Override
  public Optional<Exclusion> check(Candidate candidate) {
    return find(candidate, atEnd).isPresent()
        ? Optional.of(Exclusion.MD_COMPONENT)
        : Optional.empty();
  }

  /** The offset of an md superblock, if there is one. */
  static Optional<Long> find(Candidate candidate, boolean atEnd) {
    long size = candidate.device().size().count();
    if (size < RESERVED * 2) {
      return Optional.empty();
    }
    for (long offset : new long[] {0, 4096}) {
      if (hasMagic(candidate, offset)) {
        return Optional.of(offset);
      }
    }
    return atEnd ? findAtEnd(candidate, size) : Optional.empty();
  }

  private static Optional<Long> findAtEnd(Candidate candidate, long size) {
    long version0 = size / RESERVED * RESERVED - RESERVED;
    long version1 = (size - 8192) / 4096 * 4096;
    for (long offset : new long[] {version0, version1}) {
      if (hasMagic(candidate, offset)) {
        return Optional.of(offset);
      }
    }
    long imsm = size - (candidate.device().logicalBlockSize() == 4096 ? 8192 : 1024);
    if (hasImsm(candidate, imsm)) {
      return Optional.of(imsm);
    }
    long last = size / 512 * 512 - 512;
    for (long offset : new long[] {last, last - 256 * 512}) {
      if (size >= DDF_LEAST && hasDdf(candidate, offset)) {
        return Optional.of(offset);
      }
    }
    return Optional.empty();
  }

  private static boolean hasMagic(Candidate candidate, long offset) {
    Optional<ByteBuffer> bytes = candidate.read(offset, 4);
    return bytes.isPresent() && bytes.get().getInt(0) == MAGIC;
  }

  private static boolean hasImsm(Candidate candidate, long offset) {
    Optional<ByteBuffer> bytes = candidate.read(offset, IMSM.length());
    for (int i = 0; bytes.isPresent() && i < IMSM.length(); i++) {
      if (bytes.get().get(i) != IMSM.charAt(i)) {
        return false;
      }
    }
    return bytes.isPresent();
  }

  /** The magic number, in either byte order, and the CRC-32 of the header with its CRC blanked. */
  private static boolean hasDdf(Candidate candidate, long offset) {
    Optional<ByteBuffer> found = candidate.read(offset, 512);
    if (found.isEmpty()) {
      return false;
    }
    byte[] header = new byte[512];
    found.get().get(0, header);
    int magic = found.get().getInt(0);
    if (magic != DDF_MAGIC && magic != Integer.reverseBytes(DDF_MAGIC)) {
      return false;
    }
    int stored = found.get().getInt(4);
    Arrays.fill(header, 4, 8, (byte) 0xff);
    CRC32 crc = new CRC32();
    crc.update(header);
    int computed = (int) crc.getValue();
    return stored == computed || stored == Integer.reverseBytes(computed);
  }
}
