package org.jlvm.core.device.filesystem;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.signature.Signature;
import org.jlvm.core.device.signature.Signatures;
import org.jlvm.core.error.FailedException;

/**
 * What is on a device: a file system, or something else that libblkid has a name for.
 *
 * @param type libblkid's name
 * @param end how many bytes from the start of the device it may use; 0 if that is not known
 */
public record FileSystem(String type, long end) {
  public static final String LUKS = "crypto_LUKS";
  public static final String XFS = "xfs";
  public static final String BTRFS = "btrfs";
  public static final String SWAP = "swap";

  private static final int EXT_SUPERBLOCK = 1024;
  private static final int EXT_INCOMPATIBLE = 0x60;
  private static final int EXT_64_BIT = 0x80;

  public boolean isExt() {
    return type.equals("ext2") || type.equals("ext3") || type.equals("ext4");
  }

  public boolean isXfs() {
    return type.equals(XFS);
  }

  public boolean isBtrfs() {
    return type.equals(BTRFS);
  }

  public FileSystem withEnd(long newEnd) {
    return new FileSystem(type, newEnd);
  }

  /**
   * Looks at a device.
   *
   * @throws FailedException if it looks like several things at once
   * @throws org.jlvm.core.error.DeviceException if it cannot be read
   */
  public static Optional<FileSystem> find(BlockDevice device) {
    List<Signature> found = Signatures.findSuperblocks(device);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.size() > 1) {
      throw new FailedException(
          device.name()
              + " carries the signatures of both "
              + found.get(0).type()
              + " and "
              + found.get(1).type()
              + '.');
    }
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      return Optional.of(new FileSystem(found.get(0).type(), end(handle, found.get(0))));
    }
  }

  private static long end(DeviceHandle device, Signature signature) {
    return switch (signature.type()) {
      case "ext2", "ext3", "ext4" -> extEnd(read(device, EXT_SUPERBLOCK, 0x200));
      case XFS -> xfsEnd(read(device, 0, 0x68));
      case SWAP -> swapEnd(read(device, 1024, 8), signature.offset() + signature.length());
      default -> 0;
    };
  }

  /** Fields s_blocks_count_lo, s_log_block_size, s_blocks_count_hi of ext4(5). */
  private static long extEnd(ByteBuffer superblock) {
    long blocks = superblock.getInt(0x4) & 0xffffffffL;
    if ((superblock.getInt(EXT_INCOMPATIBLE) & EXT_64_BIT) != 0) {
      blocks |= (long) superblock.getInt(0x150) << 32;
    }
    return blocks << (10 + superblock.getInt(0x18));
  }

  /** Fields sb_blocksize and sb_dblocks, big-endian. */
  private static long xfsEnd(ByteBuffer superblock) {
    superblock.order(ByteOrder.BIG_ENDIAN);
    return superblock.getInt(4) * superblock.getLong(8);
  }

  /**
   * The last page is counted in the header, whose own size is that of a page, at the end of which
   * the signature is.
   */
  private static long swapEnd(ByteBuffer header, long page) {
    return ((header.getInt(4) & 0xffffffffL) + 1) * page;
  }

  private static ByteBuffer read(DeviceHandle device, long offset, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    device.read(offset, bytes);
    return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
  }
}
