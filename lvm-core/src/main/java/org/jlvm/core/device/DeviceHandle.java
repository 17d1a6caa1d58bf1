package org.jlvm.core.device;

import java.nio.ByteBuffer;
import org.jlvm.core.units.Bytes;

/**
 * An open device. Offsets are bytes from its start. Not thread-safe unless an implementation says
 * so. Every method throws {@link org.jlvm.core.error.DeviceException}, naming the device, if the
 * operation fails or reaches past the end.
 */
public interface DeviceHandle extends AutoCloseable {
  /** The size at the time of the call. */
  Bytes size();

  /** Fills the buffer's remaining bytes. */
  void read(long offset, ByteBuffer target);

  /** Writes the buffer's remaining bytes; they last only from the next {@link #flush()} on. */
  void write(long offset, ByteBuffer source);

  /** Writes zeros. */
  void zero(long offset, long length);

  /**
   * Tells the device that a range's contents no longer matter. A device that cannot be told is left
   * as it is.
   *
   * @return whether the device was told
   */
  boolean discard(long offset, long length);

  /** Returns when all that was written is on stable storage. */
  void flush();

  @Override
  void close();
}
