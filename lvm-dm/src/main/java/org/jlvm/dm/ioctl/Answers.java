package org.jlvm.dm.ioctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.TargetVersion;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.StatusLine;
import org.jlvm.dm.table.TargetLine;
import org.jlvm.dm.table.TargetParams;
import org.jlvm.dm.table.TargetStatus;

/** Reads the data that the driver puts behind the header. */
final class Answers {
  /** The uuid of a listed device, which older drivers do not tell. */
  record Listed(DmName name, DeviceNumber number, Optional<DmUuid> uuid, boolean uuidKnown) {}

  private interface TargetReader {
    void read(Sectors start, Sectors length, String type, String text);
  }

  private Answers() {}

  static List<Listed> devices(Request answer) {
    List<Listed> devices = new ArrayList<>();
    // no device at all: a single entry whose number is zero
    if (!answer.hasData() || answer.getLong(answer.dataStart() + Layout.NAMES_DEV) == 0) {
      return devices;
    }
    int at = answer.dataStart();
    int next;
    do {
      devices.add(device(answer, at));
      next = answer.getInt(at + Layout.NAMES_NEXT);
      at = Math.addExact(at, next);
    } while (next > 0);
    return devices;
  }

  private static Listed device(Request answer, int at) {
    DeviceNumber number = DeviceNumber.decode(answer.getLong(at + Layout.NAMES_DEV));
    int nameAt = at + Layout.NAMES_NAME;
    DmName name = new DmName(answer.text(nameAt, Layout.NAME_SIZE));
    int nameEnd = nameAt;
    while (answer.buffer().get(nameEnd) != 0) {
      nameEnd++;
    }
    int tail = align(nameEnd + 1 - answer.dataStart()) + answer.dataStart();
    int next = answer.getInt(at + Layout.NAMES_NEXT);
    boolean hasTail =
        next == 0
            ? tail + Layout.NAMES_TAIL_UUID <= answer.dataEnd()
            : tail + Layout.NAMES_TAIL_UUID <= at + next;
    int flags = hasTail ? answer.getInt(tail + Layout.NAMES_TAIL_FLAGS) : 0;
    if ((flags & Layout.NAMES_HAS_UUID) != 0) {
      String uuid = answer.text(tail + Layout.NAMES_TAIL_UUID, Layout.UUID_SIZE);
      return new Listed(name, number, Optional.of(new DmUuid(uuid)), true);
    }
    return new Listed(name, number, Optional.empty(), flags == Layout.NAMES_HAS_NO_UUID);
  }

  static List<TargetVersion> versions(Request answer) {
    List<TargetVersion> versions = new ArrayList<>();
    if (!answer.hasData()) {
      return versions;
    }
    int at = answer.dataStart();
    int next;
    do {
      String name = answer.text(at + Layout.VERSIONS_NAME);
      versions.add(new TargetVersion(name, answer.version(at + Layout.VERSIONS_VERSION)));
      next = answer.getInt(at + Layout.VERSIONS_NEXT);
      at = Math.addExact(at, next);
    } while (next > 0);
    return versions;
  }

  static List<DeviceNumber> dependencies(Request answer) {
    List<DeviceNumber> devices = new ArrayList<>();
    if (!answer.hasData()) {
      return devices;
    }
    int count = answer.getInt(answer.dataStart() + Layout.DEPS_COUNT);
    int at = answer.dataStart() + Layout.DEPS_DEVICES;
    for (int i = 0; i < count; i++) {
      devices.add(DeviceNumber.decode(answer.getLong(at + i * Long.BYTES)));
    }
    return devices;
  }

  static DmTable table(Request answer) {
    TableLines lines = new TableLines(new ArrayList<>());
    readTargets(answer, lines);
    return new DmTable(lines.found());
  }

  static List<StatusLine> status(Request answer) {
    StatusLines lines = new StatusLines(new ArrayList<>());
    readTargets(answer, lines);
    return lines.found();
  }

  private record TableLines(List<TargetLine> found) implements TargetReader {
    @Override
    public void read(Sectors start, Sectors length, String type, String text) {
      found.add(new TargetLine(start, length, TargetParams.parse(type, text)));
    }
  }

  private record StatusLines(List<StatusLine> found) implements TargetReader {
    @Override
    public void read(Sectors start, Sectors length, String type, String text) {
      found.add(new StatusLine(start, length, type, TargetStatus.parse(type, text)));
    }
  }

  private static void readTargets(Request answer, TargetReader reader) {
    int start = answer.dataStart();
    int at = start;
    for (int i = 0; i < answer.targetCount(); i++) {
      reader.read(
          Sectors.of(answer.getLong(at + Layout.SPEC_START)),
          Sectors.of(answer.getLong(at + Layout.SPEC_LENGTH)),
          answer.text(at + Layout.SPEC_TYPE, Layout.SPEC_TYPE_SIZE),
          answer.text(at + Layout.SPEC_SIZE).strip());
      // in answers counted from the first of them, in requests from this one
      at = Math.addExact(start, answer.getInt(at + Layout.SPEC_NEXT));
    }
  }

  static int align(int size) {
    return size + Layout.ALIGNMENT - 1 & -Layout.ALIGNMENT;
  }
}
