package org.jlvm.core.device.signature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jlvm.core.device.DeviceHandle;

/** Gives probes the bytes of a device; the first ones, which most look at, are read only once. */
final class ProbeReader {
  private static final int CACHED = 72 * 1024;

  private final DeviceHandle handle;
  private final int sectorSize;
  private final long size;
  private Optional<ByteBuffer> start = Optional.empty();

  ProbeReader(DeviceHandle handle, int sectorSize) {
    this.handle = handle;
    this.sectorSize = sectorSize;
    this.size = handle.size().count();
  }

  long size() {
    return size;
  }

  int sectorSize() {
    return sectorSize;
  }

  /** Little-endian bytes; empty if the device does not have them. */
  Optional<ByteBuffer> at(long offset, int length) {
    if (offset < 0 || offset > size - length) {
      return Optional.empty();
    }
    if (offset + length <= CACHED) {
      return Optional.of(start().slice((int) offset, length).order(ByteOrder.LITTLE_ENDIAN));
    }
    return Optional.of(read(offset, length).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Whether these bytes are at this place. */
  boolean matches(long offset, byte[] expected) {
    Optional<ByteBuffer> bytes = at(offset, expected.length);
    return bytes.isPresent() && bytes.get().equals(ByteBuffer.wrap(expected));
  }

  /** Forgets what was read, for the device has been written to. */
  void invalidate() {
    start = Optional.empty();
  }

  private ByteBuffer start() {
    if (start.isEmpty()) {
      start = Optional.of(read(0, (int) Math.min(CACHED, size)));
    }
    return start.get();
  }

  private ByteBuffer read(long offset, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    handle.read(offset, bytes);
    return bytes.flip();
  }
}
