package org.jlvm.dm.ioctl;

import java.nio.ByteBuffer;
import java.time.Duration;

/** The open control device of the driver. */
public interface ControlPort extends AutoCloseable {

  /**
   * One ioctl.
   *
   * @param buffer a direct buffer, which begins with struct dm_ioctl
   * @return not negative, or the negative errno
   */
  int request(long request, ByteBuffer buffer);

  /**
   * Waits for any device's event after the driver was armed.
   *
   * @return whether there was one in time
   */
  boolean awaitEvent(Duration limit);

  @Override
  void close();
}
