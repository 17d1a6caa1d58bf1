package org.jlvm.dm.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.StatusLine;

/**
 * Carries out a scenario, a command a line, and writes down each with what came of it. Names in
 * braces stand for device numbers, {@code {disk0}} to {@code {disk3}} for those of the disks.
 */
final class ScenarioRunner {
  private final World world;
  private final Map<String, DeviceNumber> numbers = new TreeMap<>();

  ScenarioRunner(World world) {
    this.world = world;
    for (int i = 0; i < World.DISKS; i++) {
      numbers.put("disk" + i, world.disk(i));
    }
  }

  /** The lines of the scenario, results after each, indented. */
  List<String> run(List<String> commands) throws Exception {
    List<String> transcript = new ArrayList<>();
    for (String command : commands) {
      if (command.startsWith("  ")) {
        continue; // a result that was written down earlier
      }
      transcript.add(command);
      if (command.isEmpty() || command.startsWith("#")) {
        continue;
      }
      for (String result : runOne(command.split(" +"))) {
        transcript.add("  " + named(result));
      }
    }
    return transcript;
  }

  private List<String> runOne(String[] words) throws Exception {
    try {
      return carryOut(words);
    } catch (DmException e) {
      return List.of("refused: " + e.errno().orElseThrow().text());
    } catch (IOException e) {
      return List.of("failed");
    }
  }

  private List<String> carryOut(String[] words) throws Exception {
    String rest =
        String.join(" ", Arrays.asList(words).subList(Math.min(2, words.length), words.length));
    switch (words[0]) {
      case "list":
        return list();
      case "write":
        write(words);
        return List.of();
      case "read":
        return read(words);
      case "dump":
        return dump(words);
      case "sum":
        return List.of(sum(bytes(words)));
      default:
        return changeOrAsk(words[0], new DmName(words[1]), rest);
    }
  }

  private List<String> changeOrAsk(String command, DmName name, String rest) throws Exception {
    var mapper = world.mapper();
    switch (command) {
      case "create" -> {
        Optional<DmUuid> uuid = rest.isEmpty() ? Optional.empty() : Optional.of(new DmUuid(rest));
        numbers.put(name.value(), mapper.create(name, uuid, OptionalInt.empty()).number());
      }
      case "load" -> mapper.load(name, table(rest), LoadMode.READ_WRITE);
      case "load-read-only" -> mapper.load(name, table(rest), LoadMode.READ_ONLY);
      case "resume" -> mapper.resume(name, UdevNotice.NONE);
      case "suspend" -> mapper.suspend(name, SuspendMode.FLUSH);
      case "suspend-noflush" -> mapper.suspend(name, SuspendMode.NO_FLUSH);
      case "clear" -> mapper.clear(name);
      case "remove" -> mapper.remove(name, RemoveMode.ONCE, UdevNotice.NONE);
      case "remove-deferred" -> mapper.remove(name, RemoveMode.DEFERRED, UdevNotice.NONE);
      case "rename" -> {
        mapper.rename(name, new DmName(rest), UdevNotice.NONE);
        numbers.put(rest, numbers.remove(name.value()));
      }
      case "setuuid" -> mapper.setUuid(name, new DmUuid(rest));
      case "open" -> world.open(name);
      case "close" -> world.closeOpened(name);
      case "work" -> world.awaitWork(name);
      default -> {
        return ask(command, name);
      }
    }
    return List.of();
  }

  private List<String> ask(String command, DmName name) {
    var mapper = world.mapper();
    return switch (command) {
      case "info" -> mapper.info(name).map(info -> List.of(text(info))).orElse(List.of("none"));
      case "table" -> table(name, QueryMode.ACTIVE);
      case "inactive-table" -> table(name, QueryMode.INACTIVE);
      case "status" ->
          mapper
              .status(name, QueryMode.ACTIVE)
              .map(report -> report.lines().stream().map(StatusLine::toString).toList())
              .orElse(List.of("none"));
      case "deps" ->
          mapper.dependencies(name, QueryMode.ACTIVE).stream()
              .sorted()
              .map(DeviceNumber::toString)
              .toList();
      default -> throw new IllegalArgumentException(command);
    };
  }

  private List<String> table(DmName name, QueryMode mode) {
    return world
        .mapper()
        .table(name, mode)
        .map(report -> report.table().text().lines().toList())
        .orElse(List.of("none"));
  }

  private List<String> list() {
    return world.mapper().list().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .map(this::text)
        .toList();
  }

  private String text(DmListEntry entry) {
    return entry.name() + entry.uuid().map(uuid -> " " + uuid).orElse("");
  }

  private static String text(DmInfo info) {
    return info.name()
        + info.uuid().map(uuid -> " " + uuid).orElse("")
        + " open "
        + info.openCount()
        + ", targets "
        + info.targetCount()
        + (info.suspended() ? ", suspended" : "")
        + (info.readOnly() ? ", read-only" : "")
        + (info.activeTable() ? ", active" : "")
        + (info.inactiveTable() ? ", inactive" : "")
        + (info.deferredRemove() ? ", to be removed" : "");
  }

  private void write(String[] words) throws IOException {
    byte[] data = new byte[Integer.parseInt(words[3]) * 512];
    Arrays.fill(data, (byte) words[4].charAt(0));
    world.write(device(words[1]), disk(words[1]), Long.parseLong(words[2]), data);
  }

  private byte[] bytes(String[] words) throws IOException {
    int length = Integer.parseInt(words[3]) * 512;
    return world.read(device(words[1]), disk(words[1]), Long.parseLong(words[2]), length);
  }

  private static String sum(byte[] data) {
    CRC32 sum = new CRC32();
    sum.update(data);
    return Long.toHexString(sum.getValue());
  }

  /** Each run of sectors that begin alike: how many, and the byte. */
  private List<String> read(String[] words) throws IOException {
    byte[] data = bytes(words);
    int length = data.length;
    StringBuilder runs = new StringBuilder();
    int start = 0;
    for (int at = 512; at <= length; at += 512) {
      if (at == length || data[at] != data[start]) {
        runs.append((at - start) / 512).append('*');
        runs.append(data[start] == 0 ? "0" : Character.toString(data[start])).append(' ');
        start = at;
      }
    }
    return List.of(runs.toString().strip());
  }

  /** Rows of 16 bytes; those that are all alike and as the row before are left out. */
  private List<String> dump(String[] words) throws IOException {
    byte[] data = bytes(words);
    int length = data.length;
    List<String> rows = new ArrayList<>();
    String last = "";
    for (int at = 0; at < length; at += 16) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < 16; i++) {
        row.append(i % 8 == 0 ? " " : "").append(String.format("%02x", data[at + i]));
      }
      if (!row.toString().equals(last)) {
        rows.add(String.format("%06x", at) + row);
      }
      last = row.toString();
    }
    return rows;
  }

  private Optional<DmName> device(String word) {
    return word.startsWith("disk") ? Optional.empty() : Optional.of(new DmName(word));
  }

  private int disk(String word) {
    return word.startsWith("disk") ? Integer.parseInt(word.substring(4)) : 0;
  }

  private DmTable table(String text) {
    String numbered = text;
    for (Map.Entry<String, DeviceNumber> entry : numbers.entrySet()) {
      numbered = numbered.replace("{" + entry.getKey() + "}", entry.getValue().toString());
    }
    return DmTable.parse(numbered.replace("; ", "\n"));
  }

  /** Numbers differ from machine to machine; names do not. */
  private String named(String result) {
    StringBuilder text = new StringBuilder();
    for (String word : result.split(" ")) {
      String replaced = word;
      for (Map.Entry<String, DeviceNumber> entry : numbers.entrySet()) {
        if (word.equals(entry.getValue().toString())) {
          replaced = "{" + entry.getKey() + "}";
        }
      }
      text.append(text.isEmpty() ? "" : " ").append(replaced);
    }
    return text.toString();
  }
}
