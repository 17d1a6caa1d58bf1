package org.jlvm.core.device.id;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.id.DevicesFile.Hash;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.ondisk.LvmChecksum;

/**
 * The text of a devices file: comments, of which {@code # HASH=} holds a checksum of all other
 * lines; then {@code KEY=VALUE} lines, and one line for each device with several such words.
 */
public final class DevicesFileText {
  private static final int PVID_LENGTH = 32;
  private static final int MAJOR = 1;
  private static final int MINOR = 1;

  private DevicesFileText() {}

  /** Who writes the file; goes into its comment. */
  public record Author(String command, long pid, String ctime) {}

  /** Parses leniently, as lvm2 does: what is not understood is passed over. */
  public static DevicesFile parse(String text) {
    Reader reader = new Reader();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      reader.line(text.substring(start, next));
      start = next;
    }
    return reader.result();
  }

  private static final class Reader {
    private Optional<String> productUuid = Optional.empty();
    private Optional<String> hostName = Optional.empty();
    private Optional<Long> refreshUntil = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> stored = Optional.empty();
    private final List<DevicesFileEntry> entries = new ArrayList<>();
    private final StringBuilder hashed = new StringBuilder();

    void line(String line) {
      if (line.startsWith("#")) {
        if (line.startsWith("# HASH")) {
          stored = value(line, "# HASH");
        }
        return;
      }
      if (line.startsWith("SYSTEMID")) {
        return;
      }
      hashed.append(line);
      if (line.startsWith("HOSTNAME")) {
        hostName = value(line, "HOSTNAME");
      } else if (line.startsWith("PRODUCT_UUID")) {
        productUuid = value(line, "PRODUCT_UUID");
      } else if (line.startsWith("REFRESH_UNTIL")) {
        refreshUntil = value(line, "REFRESH_UNTIL").flatMap(DevicesFileText::number);
      } else if (line.startsWith("VERSION")) {
        version = value(line, "VERSION");
      } else if (line.contains("IDTYPE") && line.contains("IDNAME")) {
        entries.add(entry(line));
      }
    }

    DevicesFile result() {
      return new DevicesFile(productUuid, hostName, refreshUntil, version, entries, hash());
    }

    private Hash hash() {
      if (stored.isPresent() && stored.get().startsWith("0")) {
        return Hash.IGNORED;
      }
      Optional<Long> number = stored.flatMap(DevicesFileText::number);
      return number.isPresent() && number.get() == checksum(hashed.toString())
          ? Hash.RIGHT
          : Hash.WRONG;
    }
  }

  private static DevicesFileEntry entry(String line) {
    return new DevicesFileEntry(
        value(line, "IDTYPE").flatMap(IdType::of),
        value(line, "IDNAME"),
        value(line, "DEVNAME"),
        value(line, "PVID").map(id -> id.substring(0, Math.min(PVID_LENGTH, id.length()))),
        value(line, "PART").flatMap(DevicesFileText::number).map(Long::intValue).orElse(0));
  }

  /** The word behind a key's equals sign; a single dot stands for no value. */
  private static Optional<String> value(String line, String key) {
    int at = line.indexOf(key);
    int equals = at < 0 ? -1 : line.indexOf('=', at);
    if (equals < 0) {
      return Optional.empty();
    }
    int start = equals + 1;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    int end = start;
    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\n') {
      end++;
    }
    boolean none = end == start || line.charAt(start) == '.';
    return none ? Optional.empty() : Optional.of(line.substring(start, end));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static long checksum(String text) {
    return Integer.toUnsignedLong(LvmChecksum.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The version that the next change of a file gets. */
  static String nextVersion(DevicesFile file) {
    return MAJOR + "." + MINOR + "." + (counter(file) + 1);
  }

  /**
   * How often a file has been changed.
   *
   * @throws FormatException if its version cannot be understood, or is a later format's
   */
  static long counter(DevicesFile file) {
    if (file.version().isEmpty()) {
      return 0;
    }
    String[] parts = file.version().get().split("\\.", -1);
    Optional<Long> major = number(parts[0]);
    Optional<Long> counter = parts.length == 3 ? number(parts[2]) : Optional.empty();
    if (major.isEmpty() || counter.isEmpty()) {
      throw new FormatException("WARNING: Not updating devices file with unparsed version.");
    }
    if (major.get() > MAJOR) {
      throw FormatException.unsupported(
          "WARNING: Not updating devices file with larger major version.");
    }
    return counter.get();
  }

  /** The text of a file, under its present version. */
  public static String print(DevicesFile file, Author author) {
    StringBuilder body = new StringBuilder();
    if (file.productUuid().isPresent()) {
      body.append("PRODUCT_UUID=").append(file.productUuid().get()).append('\n');
    } else if (file.hostName().isPresent()) {
      body.append("HOSTNAME=").append(file.hostName().get()).append('\n');
    }
    if (file.refreshUntil().isPresent()) {
      body.append("REFRESH_UNTIL=").append(file.refreshUntil().get()).append('\n');
    }
    body.append("VERSION=").append(file.version().orElse("")).append('\n');
    for (DevicesFileEntry entry : file.entries()) {
      print(body, entry);
    }
    long hash = file.hash() == Hash.IGNORED ? 0 : checksum(body.toString());
    return "# LVM uses devices listed in this file.\n# Created by LVM command "
        + author.command()
        + " pid "
        + author.pid()
        + " at "
        + author.ctime()
        + "\n# HASH="
        + hash
        + "\n"
        + body;
  }

  private static void print(StringBuilder body, DevicesFileEntry entry) {
    body.append("IDTYPE=").append(entry.type().map(IdType::key).orElse("unknown"));
    body.append(" IDNAME=").append(entry.idName().orElse("."));
    String name = entry.deviceName().orElse(".");
    body.append(" DEVNAME=").append(name.startsWith("/") ? name : ".");
    body.append(" PVID=").append(entry.pvid().orElse("."));
    if (entry.partition() != 0) {
      body.append(" PART=").append(entry.partition());
    }
    body.append('\n');
  }
}
