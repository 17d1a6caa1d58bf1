package org.jlvm.core.device.filter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.error.DeviceException;

/**
 * A device on its way through the filters. Its first bytes are read once, when first needed, and
 * kept: they hold the label too.
 */
public final class Candidate {
  /** How much is read at once: label, metadata area header, and md superblocks at the start. */
  public static final int HEAD_BYTES = 8192;

  private final BlockDevice device;
  private Optional<ByteBuffer> head = Optional.empty();

  public Candidate(BlockDevice device) {
    this.device = device;
  }

  public BlockDevice device() {
    return device;
  }

  /**
   * The first {@link #HEAD_BYTES} of the device, or all if it is smaller; little-endian.
   *
   * @throws DeviceException if they cannot be read
   */
  public ByteBuffer head() {
    if (head.isEmpty()) {
      try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
        int length = (int) Math.min(HEAD_BYTES, handle.size().count());
        ByteBuffer bytes = ByteBuffer.allocate(length);
        handle.read(0, bytes);
        head = Optional.of(bytes.flip());
      }
    }
    return head.get().duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes from anywhere on the device; empty if it ends before them. Little-endian. */
  Optional<ByteBuffer> read(long offset, int length) {
    ByteBuffer start = head();
    if (offset >= 0 && offset + length <= start.limit()) {
      return Optional.of(start.slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN));
    }
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      if (offset < 0 || offset > handle.size().count() - length) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.allocate(length);
      handle.read(offset, bytes);
      return Optional.of(bytes.flip().order(ByteOrder.LITTLE_ENDIAN));
    }
  }
}
