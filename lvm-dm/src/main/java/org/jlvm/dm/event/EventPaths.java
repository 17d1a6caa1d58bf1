package org.jlvm.dm.event;

import java.nio.file.Path;

/**
 * Where daemon and clients meet.
 *
 * @param toDaemon FIFO with requests
 * @param fromDaemon FIFO with answers
 * @param pidFile locked by the daemon while it runs
 */
public record EventPaths(Path toDaemon, Path fromDaemon, Path pidFile) {
  /** Where everybody expects them. */
  public static EventPaths standard() {
    return in(Path.of("/run"));
  }

  public static EventPaths in(Path directory) {
    return new EventPaths(
        directory.resolve("dmeventd-client"),
        directory.resolve("dmeventd-server"),
        directory.resolve("dmeventd.pid"));
  }
}
