package org.jlvm.activation.host;

import java.nio.file.Path;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.error.FailedException;
import org.jlvm.dm.jna.Libc;

/**
 * A flock(2) on a file that stays when the lock is given back, as lvm2 keeps its hints and the lock
 * of its devices file.
 */
public final class KeptFileLock implements AutoCloseable {
  private static final int MODE = 0600;
  private static final int EINTR = 4;

  private final Libc libc;
  private final int fd;

  private KeptFileLock(Libc libc, int fd) {
    this.libc = libc;
    this.fd = fd;
  }

  /**
   * Waits for the lock; the file is made if there is none.
   *
   * @throws FailedException if the file cannot be opened or locked
   */
  public static KeptFileLock take(Path file, LockMode mode) {
    Libc libc = new Libc();
    int fd = libc.open(file.toString(), Libc.O_RDWR | Libc.O_CREAT, MODE);
    if (fd < 0) {
      throw new FailedException(file + ": open failed: errno " + -fd);
    }
    int operation = mode == LockMode.EXCLUSIVE ? Libc.LOCK_EX : Libc.LOCK_SH;
    int result;
    do {
      result = libc.flock(fd, operation);
    } while (result == -EINTR);
    if (result != 0) {
      libc.close(fd);
      throw new FailedException(file + ": flock failed: errno " + -result);
    }
    return new KeptFileLock(libc, fd);
  }

  @Override
  public void close() {
    libc.close(fd);
  }
}
