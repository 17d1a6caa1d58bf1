package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jlvm.dm.table.PlainStatus;
import org.jlvm.dm.table.TargetParams;
import org.jlvm.dm.table.TargetStatus;

/**
 * What serves the sectors of one table line; positions count from the line's start. Between {@link
 * #resume} and {@link #retire} it may be asked to read and write.
 */
interface UserTarget {
  TargetParams params();

  void read(long sector, ByteBuffer target) throws IOException;

  void write(long sector, ByteBuffer source) throws IOException;

  void flush() throws IOException;

  default TargetStatus status() {
    return new PlainStatus("");
  }

  /** Sees whether it could be put in use now; throws {@link RefusedException} if not. */
  default void prepareResume() throws RefusedException {}

  /** It is in use from now on, unless it refuses. */
  default void resume() throws RefusedException, IOException {}

  /** Requests are held back from now on; what is kept in memory is written. */
  default void suspend() throws IOException {}

  /** It is not in use any more, or never was. */
  default void retire() {}

  /**
   * Does one piece of what the kernel does on its own, as copying a region.
   *
   * @return whether there was anything to do
   */
  default boolean work() throws IOException {
    return false;
  }

  /** How many events it has raised. */
  default long events() {
    return 0;
  }
}
