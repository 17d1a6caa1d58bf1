package org.jlvm.core.engine.lock;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Locks whole files, creating them when missing. lvm2 uses flock(2), so whoever is to exclude lvm2
 * must as well; a caller that is alone with its files may use another implementation.
 */
public interface FileLocker {
  /** An open file with a lock on it, kept until closed. */
  interface Held extends AutoCloseable {
    /** Whether the path still leads to the file that was locked. */
    boolean isCurrent();

    /** Removes the file if nobody else holds or awaits it, then closes it. */
    @Override
    void close();
  }

  /**
   * Opens and locks a file.
   *
   * @param wait whether to wait for another holder
   * @return empty if another holds it and {@code wait} is false
   * @throws org.jlvm.core.error.FailedException if the file cannot be opened or locked
   */
  Optional<Held> lock(Path file, LockMode mode, boolean wait);
}
