package org.jlvm.core.engine.filesystem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;

/** What is mounted, as proc(5) lists it. */
public final class MountTable {
  /** A mounted file system. */
  public record Entry(String source, String directory, String type) {}

  private final List<Entry> entries;

  public MountTable(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Reads a file in the form of {@code /proc/self/mounts}; nothing if it cannot be read. */
  public static MountTable read(Path file) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        String[] words = line.split(" ", -1);
        if (words.length > 2 && words[0].startsWith("/") && words[1].startsWith("/")) {
          entries.add(new Entry(plain(words[0]), plain(words[1]), words[2]));
        }
      }
    } catch (IOException e) {
      return new MountTable(List.of());
    }
    return new MountTable(entries);
  }

  /** White space and backslashes come as octal numbers. */
  private static String plain(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] out = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\\' && i + 3 < bytes.length) {
        out[length++] =
            (byte) ((bytes[i + 1] - '0') * 64 + (bytes[i + 2] - '0') * 8 + (bytes[i + 3] - '0'));
        i += 3;
      } else {
        out[length++] = bytes[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /** Where a device is mounted as a type of file system; the last place of several. */
  public Optional<Entry> of(DeviceNumber device, String type) {
    Optional<Entry> found = Optional.empty();
    for (Entry entry : entries) {
      if (entry.type().equals(type) && isOn(entry, device)) {
        found = Optional.of(entry);
      }
    }
    return found;
  }

  /** Directories of btrfs have numbers of their own, so there the source must tell. */
  private static boolean isOn(Entry entry, DeviceNumber device) {
    boolean bySource = entry.type().equals("btrfs");
    try {
      Object number =
          Files.getAttribute(
              Path.of(bySource ? entry.source() : entry.directory()),
              bySource ? "unix:rdev" : "unix:dev");
      return number instanceof Long found && DeviceNumber.ofEncoded(found).equals(device);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
