package org.jlvm.core.engine.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.error.DeviceException;

/** Reads pieces of a device; what is not there or cannot be read is empty. */
final class RawDisk {
  /** More than any metadata area: a size beyond it comes from a damaged header. */
  private static final long MOST = 1L << 30;

  private final BlockDevice device;

  RawDisk(BlockDevice device) {
    this.device = device;
  }

  BlockDevice device() {
    return device;
  }

  /** Bytes of the device, little-endian. */
  Optional<ByteBuffer> read(long offset, long length) {
    if (offset < 0 || length < 0 || length > MOST) {
      return Optional.empty();
    }
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      if (offset > handle.size().count() - length) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) length);
      handle.read(offset, bytes);
      return Optional.of(bytes.flip().order(ByteOrder.LITTLE_ENDIAN));
    } catch (DeviceException e) {
      return Optional.empty();
    }
  }

  void write(long offset, ByteBuffer bytes) {
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ_WRITE)) {
      handle.write(offset, bytes);
      handle.flush();
    }
  }
}
