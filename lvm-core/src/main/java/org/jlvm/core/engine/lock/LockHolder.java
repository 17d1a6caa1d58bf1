package org.jlvm.core.engine.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out which process holds a lock file, from the kernel's table of locks (proc(5)). */
final class LockHolder {
  private static final Path LOCKS = Path.of("/proc/locks");
  private static final int PID_FIELD = 4;
  private static final int DEVICE_AND_INODE_FIELD = 5;

  private LockHolder() {}

  /** A phrase such as {@code process 123 (lvm)}; empty where that cannot be told. */
  static Optional<String> describe(Path file) {
    try {
      String inode = ":" + Files.getAttribute(file, "unix:ino");
      for (String line : Files.readAllLines(LOCKS)) {
        Optional<String> pid = holder(line, inode);
        if (pid.isPresent()) {
          return pid.map(LockHolder::describeProcess);
        }
      }
    } catch (IOException | UnsupportedOperationException e) {
      // No such table here: the message goes without the holder's name.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> holder(String line, String inode) {
    if (line.contains("->")) {
      return Optional.empty();
    }
    List<String> fields = List.of(line.trim().split(" +"));
    boolean matches =
        fields.size() > DEVICE_AND_INODE_FIELD
            && fields.get(DEVICE_AND_INODE_FIELD).endsWith(inode);
    return matches ? Optional.of(fields.get(PID_FIELD)) : Optional.empty();
  }

  private static String describeProcess(String pid) {
    try {
      return "process " + pid + " (" + Files.readString(Path.of("/proc", pid, "comm")).trim() + ")";
    } catch (IOException e) {
      // It has ended meanwhile.
      return "process " + pid;
    }
  }
}
