package org.jlvm.cli.poll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.engine.lock.ChannelFileLocker;
import org.jlvm.core.engine.lock.FileLocker;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.LvmId;

/** By a locked file for each volume; the lock of a process that dies goes with it. */
final class LockedFollowers implements Followers {
  private final Path directory;
  private final FileLocker locker = new ChannelFileLocker();
  private final Map<Path, FileLocker.Held> held = new HashMap<>();

  LockedFollowers(Path directory) {
    this.directory = directory;
  }

  @Override
  public boolean enter(LvmId vg, LvmId lv) {
    Path file = file(vg, lv);
    if (held.containsKey(file)) {
      return true;
    }
    try {
      Files.createDirectories(directory);
      Optional<FileLocker.Held> lock = locker.lock(file, LockMode.EXCLUSIVE, false);
      lock.ifPresent(got -> held.put(file, got));
      return lock.isPresent();
    } catch (IOException | LvmException e) {
      // Two that follow the same do no harm, nobody who does would.
      return true;
    }
  }

  @Override
  public void leave(LvmId vg, LvmId lv) {
    Path file = file(vg, lv);
    FileLocker.Held lock = held.remove(file);
    if (lock == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A file without a lock says nothing.
    }
    lock.close();
  }

  private Path file(LvmId vg, LvmId lv) {
    return directory.resolve(vg.value() + lv.value());
  }
}
