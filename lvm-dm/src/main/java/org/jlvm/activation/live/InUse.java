package org.jlvm.activation.live;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.table.DeviceNumber;

/**
 * Who keeps a device open, as far as the kernel tells.
 *
 * @param sys usually {@code /sys}
 * @param proc usually {@code /proc}
 */
public record InUse(Path sys, Path proc) {
  private static final String JUST_OPEN = "in use.";
  private static final int ATTEMPTS = 25;
  private static final long PAUSE_NANOS = 200_000_000;

  /** In lvm2's words, to follow the name of the volume; empty if nobody does. */
  public Optional<String> reason(DmInfo info) {
    if (info.openCount() == 0) {
      return Optional.empty();
    }
    if (hasHolders(info.number())) {
      return Optional.of("is used by another device.");
    }
    return Optional.of(isMounted(info.number()) ? "contains a filesystem in use." : JUST_OPEN);
  }

  /**
   * As {@link #reason}, but a device that is merely open is asked about for up to five seconds: a
   * rule of udev may be looking into it.
   */
  public Optional<String> lasting(Changes changes, LiveDevice device, boolean retry) {
    Optional<String> reason = changes.info(device).flatMap(this::reason);
    for (int i = 1; retry && i < ATTEMPTS && reason.equals(Optional.of(JUST_OPEN)); i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      reason = changes.info(device).flatMap(this::reason);
    }
    return reason;
  }

  private boolean hasHolders(DeviceNumber number) {
    Path holders = sys.resolve("dev/block/" + number + "/holders");
    if (!Files.isDirectory(holders)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(holders)) {
      return entries.iterator().hasNext();
    } catch (IOException e) {
      return false; // it is gone
    }
  }

  /** The third word of each line of mountinfo is the device's number (proc(5)). */
  private boolean isMounted(DeviceNumber number) {
    String wanted = " " + number + " ";
    try {
      for (String line : Files.readAllLines(proc.resolve("self/mountinfo"))) {
        int second = line.indexOf(' ', line.indexOf(' ') + 1);
        if (second > 0 && line.startsWith(wanted, second)) {
          return true;
        }
      }
    } catch (IOException e) {
      return isKnownToFileSystem(number);
    }
    return isKnownToFileSystem(number);
  }

  /** Mounts of other namespaces show only where file systems keep their own records. */
  private boolean isKnownToFileSystem(DeviceNumber number) {
    String kernelName = "dm-" + number.minor();
    try (DirectoryStream<Path> types = Files.newDirectoryStream(sys.resolve("fs"))) {
      for (Path type : types) {
        if (Files.exists(type.resolve(kernelName))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
