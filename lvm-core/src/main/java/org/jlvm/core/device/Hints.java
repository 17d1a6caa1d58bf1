package org.jlvm.core.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.core.error.FailedException;

/**
 * lvm2's hints: a file in its run directory that lists the devices known to be physical volumes, so
 * that its reporting commands read only those. Nothing here reads them; but who changes which
 * devices are physical volumes, or names of groups, must make lvm2 forget them: {@link
 * #announce()}, then an exclusive lock on {@link #file()} if that exists, then {@link #clear}, the
 * lock being kept until the change is done.
 *
 * @param runDirectory usually {@code /run/lvm}
 */
public record Hints(Path runDirectory) {
  /** The file to lock; there is nothing to lock, and no harm, where it does not exist. */
  public Path file() {
    return runDirectory.resolve("hints");
  }

  public boolean exist() {
    return Files.exists(file());
  }

  /** Keeps lvm2 from using or making hints; shortens the wait for the lock. */
  public void announce() {
    write(runDirectory.resolve("nohints"), "");
  }

  /**
   * Empties the hints, and tells the next command that could use some to make them anew.
   *
   * @param author of the change, such as {@code "vgcreate pid 17 Sun Nov 22 15:52:58 2026"}
   */
  public void clear(String author) {
    delete(runDirectory.resolve("nohints"));
    write(file(), "# Created empty by " + author + "\n");
    invalidate();
  }

  /** Only tells the next command that could use hints to make them anew. */
  public void invalidate() {
    write(runDirectory.resolve("newhints"), "");
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(runDirectory);
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static FailedException failed(Path file, IOException e) {
    String reason = Optional.ofNullable(e.getMessage()).orElse("");
    return new FailedException(
        file + ": cannot be changed, so lvm2 might miss devices: " + reason, e);
  }
}
