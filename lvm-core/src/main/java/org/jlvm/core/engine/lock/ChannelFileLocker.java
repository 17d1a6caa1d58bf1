package org.jlvm.core.engine.lock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jspecify.annotations.Nullable;

/**
 * Locks by the Java platform's own file locks: portable, but they do not exclude lvm2. For image
 * files. The files stay when given back: without flock(2) nobody can tell whether they are awaited.
 */
public final class ChannelFileLocker implements FileLocker {
  @Override
  public Optional<Held> lock(Path file, LockMode mode, boolean wait) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean shared = mode == LockMode.SHARED;
      FileLock lock = lock(channel, shared, wait);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new HeldChannel(file, channel));
    } catch (IOException e) {
      throw new FailedException("Cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel, boolean shared, boolean wait)
      throws IOException {
    try {
      return wait
          ? channel.lock(0, Long.MAX_VALUE, shared)
          : channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      // Another command of this very process holds it.
      return null;
    }
  }

  private record HeldChannel(Path file, FileChannel channel) implements Held {
    @Override
    public boolean isCurrent() {
      return Files.exists(file);
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new FailedException("Cannot unlock " + file + ": " + e.getMessage(), e);
      }
    }
  }
}
