package org.jlvm.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command wrote to disks and when it waited for them, as strace tells. */
final class WriteTrace {
  /** The options of strace for a trace that {@link #read} understands, before {@code -o FILE}. */
  static final List<String> STRACE =
      List.of("strace", "-f", "-y", "-xx", "-s", "1000000", "-e", "trace=pwrite64,fsync,fdatasync");

  private static final Pattern UNFINISHED = Pattern.compile("(\\d+) +(.*) <unfinished \\.\\.\\.>");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
  private static final Pattern CALL =
      Pattern.compile("\\d+ +(\\w+)\\(\\d+<([^<>]*)(?:<[^>]*>)?>(.*)\\) += +\\d+");
  private static final Pattern WRITE = Pattern.compile(", \"([^\"]*)\", \\d+, (\\d+)");

  /** Something done to a disk. */
  sealed interface Event {
    String disk();
  }

  /** Bytes went to a disk, whose cache may keep them. */
  record Write(String disk, int offset, byte[] bytes) implements Event {}

  /** All earlier writes to the disk are safe. */
  record Sync(String disk) implements Event {}

  private WriteTrace() {}

  /**
   * Reads a trace.
   *
   * @param disks names by device node
   */
  static List<Event> read(Path trace, Map<String, String> disks) throws IOException {
    List<Event> events = new ArrayList<>();
    Map<String, String> begun = new HashMap<>();
    for (String line : Files.readAllLines(trace, StandardCharsets.ISO_8859_1)) {
      Matcher unfinished = UNFINISHED.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      if (unfinished.matches()) {
        begun.put(unfinished.group(1), unfinished.group(2));
        continue;
      }
      String whole =
          resumed.matches()
              ? resumed.group(1) + " " + begun.remove(resumed.group(1)) + resumed.group(2)
              : line;
      Matcher call = CALL.matcher(whole);
      String disk = call.matches() ? disks.get(text(call.group(2))) : null;
      if (disk != null) {
        events.add(call.group(1).equals("pwrite64") ? write(disk, call.group(3)) : new Sync(disk));
      }
    }
    return events;
  }

  private static Write write(String disk, String arguments) {
    Matcher write = WRITE.matcher(arguments);
    if (!write.matches()) {
      throw new IllegalStateException("not understood: " + arguments);
    }
    return new Write(disk, Integer.parseInt(write.group(2)), bytes(write.group(1)));
  }

  private static String text(String path) {
    return path.startsWith("\\x") ? new String(bytes(path), StandardCharsets.UTF_8) : path;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace("\\x", ""));
  }
}
