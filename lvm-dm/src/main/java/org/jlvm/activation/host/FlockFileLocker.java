package org.jlvm.activation.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.core.engine.lock.FileLocker;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.error.FailedException;
import org.jlvm.dm.Errno;
import org.jlvm.dm.jna.Libc;

/** Locks files with flock(2), so that jlvm and lvm2 exclude each other. */
public final class FlockFileLocker implements FileLocker {
  private static final int MODE = 0777;
  private static final int EAGAIN = 11;
  private static final int EINTR = 4;

  /** lvm2 keeps the lock files of devices files, and would not notice that one is gone. */
  private static final String DEVICES_FILE = "D_";

  private final Libc libc;

  public FlockFileLocker(Libc libc) {
    this.libc = libc;
  }

  @Override
  public Optional<Held> lock(Path file, LockMode mode, boolean wait) {
    int fd = libc.open(file.toString(), Libc.O_RDWR | Libc.O_CREAT, MODE);
    if (fd < 0) {
      throw new FailedException(file + ": open failed: " + new Errno(-fd).text());
    }
    int operation = mode == LockMode.EXCLUSIVE ? Libc.LOCK_EX : Libc.LOCK_SH;
    int result = flock(fd, wait ? operation : operation | Libc.LOCK_NB);
    if (result == 0) {
      return Optional.of(new HeldFlock(file, fd));
    }
    libc.close(fd);
    if (result == -EAGAIN) {
      return Optional.empty();
    }
    throw new FailedException(file + ": flock failed: " + new Errno(-result).text());
  }

  private int flock(int fd, int operation) {
    int result;
    do {
      result = libc.flock(fd, operation);
    } while (result == -EINTR);
    return result;
  }

  private final class HeldFlock implements Held {
    private final Path file;
    private final int fd;

    HeldFlock(Path file, int fd) {
      this.file = file;
      this.fd = fd;
    }

    @Override
    public boolean isCurrent() {
      try {
        Path open = Path.of("/proc/self/fd", Integer.toString(fd));
        return Files.isSameFile(file, open);
      } catch (IOException e) {
        // The path leads nowhere any more: another holder has removed the file.
        return false;
      }
    }

    /** Only who holds the file alone may remove it; waiters notice and take the new one. */
    @Override
    public void close() {
      if (file.getFileName().toString().startsWith(DEVICES_FILE)) {
        libc.close(fd);
        return;
      }
      libc.flock(fd, Libc.LOCK_UN | Libc.LOCK_NB);
      if (libc.flock(fd, Libc.LOCK_EX | Libc.LOCK_NB) == 0 && isCurrent()) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          throw new FailedException("Cannot remove lock file " + file + ": " + e.getMessage(), e);
        } finally {
          libc.close(fd);
        }
        return;
      }
      libc.close(fd);
    }
  }
}
