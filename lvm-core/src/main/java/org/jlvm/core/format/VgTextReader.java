package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jlvm.core.concurrent.Aside;
import org.jlvm.core.config.text.ConfigDocument;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigParser;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;

/**
 * Reads metadata text: from a metadata area, a backup or an archive. Everything that cannot be a
 * volume group is a {@link FormatException} that names the place.
 */
public final class VgTextReader {
  private static final String CONTENTS = "Text Format Volume Group";
  private static final int VERSION = 1;

  /** Fewer volumes than this are read before a second thread has begun. */
  private static final int MANY_LVS = 1000;

  private final ConfigDocument document;
  private final Map<String, LvmId> pvIds = new HashMap<>();
  private final Map<String, LvmId> lvIds = new HashMap<>();
  private final FlagsReader pvFlags = new FlagsReader(Flags.Owner.PV);
  private final Names names =
      new Names() {
        @Override
        public Optional<LvmId> pv(String name) {
          return Optional.ofNullable(pvIds.get(name));
        }

        @Override
        public Optional<LvmId> lv(String name) {
          LvmId id = lvIds.get(name);
          return id != null
              ? Optional.of(id)
              : whole.flatMap(vg -> vg.findLv(name)).map(LogicalVolume::id);
        }
      };

  /** The group that the text belongs to, if it has only what has changed of it. */
  private final Optional<VolumeGroup> whole;

  private VgTextReader(ConfigDocument document, Optional<VolumeGroup> whole) {
    this.document = document;
    this.whole = whole;
  }

  /** Reads the group of a text. */
  public static VolumeGroup read(byte[] text) {
    return readFile(text).vg();
  }

  /** Reads the group of a text, and what the text says of its making. */
  public static MetadataFile readFile(byte[] text) {
    return read(text, Optional.empty());
  }

  /**
   * Reads a text that lacks logical volumes.
   *
   * @param whole the group with all of them; those that the text lacks are taken from it
   */
  static VolumeGroup readChanged(byte[] text, VolumeGroup whole) {
    return read(text, Optional.of(whole)).vg();
  }

  private static MetadataFile read(byte[] text, Optional<VolumeGroup> whole) {
    ConfigDocument document = ConfigParser.parseMetadata(text);
    ConfigSection root = document.root();
    requireHeader(root);
    VgTextReader reader = new VgTextReader(document, whole);
    ConfigEntry vg = soleSection(root);
    try {
      return new MetadataFile(
          reader.vg(vg.name(), (ConfigSection) vg.node()),
          root.getString("description", ""),
          root.findString("creation_host"),
          root.getLong("creation_time", 0),
          document.warnings());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new FormatException("Metadata of VG " + vg.name() + ": " + e.getMessage() + '.', e);
    }
  }

  private static void requireHeader(ConfigSection root) {
    if (!root.getString("contents", "").equals(CONTENTS)) {
      throw new FormatException("Metadata text has no contents = \"" + CONTENTS + "\".");
    }
    if (root.getLong("version", 0) != VERSION) {
      throw new FormatException("Metadata text is not of version " + VERSION + ".");
    }
  }

  private static ConfigEntry soleSection(ConfigSection root) {
    for (ConfigEntry entry : root.entries()) {
      if (entry.isSection()) {
        return entry;
      }
    }
    throw new FormatException("Metadata text has no volume group section.");
  }

  private VolumeGroup vg(String name, ConfigSection section) {
    SectionReader reader = new SectionReader(document, section, "volume group", name);
    if (!VgName.isValid(name)) {
      throw new FormatException("Not a volume group name: " + name + '.');
    }
    Sectors extentSize = Sectors.of(reader.number("extent_size"));
    if (extentSize.isZero()) {
      throw reader.wrong("extent_size", "is zero");
    }
    List<PhysicalVolume> pvs = pvs(section, extentSize);
    List<LogicalVolume> lvs = lvs(section);
    requireSizes(lvs, extentSize);
    return new VolumeGroup.Builder(new VgName(name), reader.id(), extentSize)
        .seqno(reader.number("seqno"))
        .flags(reader.flags(new FlagsReader(Flags.Owner.VG)))
        .tags(reader.tags())
        .systemId(reader.findString("system_id").filter(id -> !id.isEmpty()))
        .lockType(reader.findString("lock_type"))
        .lockArgs(reader.findString("lock_args"))
        .maxLv(reader.number("max_lv"))
        .maxPv(reader.number("max_pv"))
        .allocation(reader.allocation(AllocationPolicy.NORMAL))
        .profile(reader.findString("profile"))
        .metadataCopies(reader.findNumber("metadata_copies").orElse(0))
        .pvs(pvs)
        .lvs(completed(lvs))
        .unknown(reader.unknown(VgKeys.VG))
        .build();
  }

  /** The size of a volume must be a number that fits, and that of what a segment reserves. */
  private static void requireSizes(List<LogicalVolume> lvs, Sectors extentSize) {
    long most = Long.MAX_VALUE / extentSize.count();
    for (LogicalVolume lv : lvs) {
      for (Segment segment : lv.segments()) {
        if (segment.end() > most || segment.head().reshapeLength() > most) {
          throw new FormatException("Logical volume " + lv.name() + " is too large.");
        }
      }
    }
  }

  private List<PhysicalVolume> pvs(ConfigSection vg, Sectors extentSize) {
    ConfigSection section =
        vg.findSection("physical_volumes")
            .orElseThrow(() -> new FormatException("Metadata has no physical_volumes section."));
    List<PhysicalVolume> pvs = new ArrayList<>(section.entries().size());
    for (ConfigEntry entry : section.entries()) {
      if (entry.node() instanceof ConfigSection pvSection) {
        PhysicalVolume pv = pv(entry.name(), pvSection, extentSize);
        if (pvIds.put(entry.name(), pv.id()) != null) {
          throw new FormatException("Physical volume " + entry.name() + " is there twice.");
        }
        pvs.add(pv);
      }
    }
    return pvs;
  }

  private PhysicalVolume pv(String name, ConfigSection section, Sectors extentSize) {
    SectionReader reader = new SectionReader(document, section, "physical volume", name);
    Sectors peStart =
        Sectors.of(
            reader.findLong("pe_start").orElseThrow(() -> reader.wrong("pe_start", "is missing")));
    long peCount = reader.number("pe_count");
    // The last extent's end must be a number that fits.
    Sectors unused = peStart.plus(extentSize.times(peCount));
    return new PhysicalVolume(
        reader.id(),
        reader.findString("device").orElse(""),
        deviceId(reader),
        reader.flags(pvFlags),
        reader.tags(),
        Sectors.of(reader.findLong("dev_size").orElse(0)),
        peStart,
        peCount,
        bootloaderArea(reader),
        reader.unknown(VgKeys.PV));
  }

  private static Optional<PhysicalVolume.DeviceId> deviceId(SectionReader reader) {
    Optional<String> type = reader.findString("device_id_type");
    Optional<String> id = reader.findString("device_id");
    return type.isPresent() && id.isPresent()
        ? Optional.of(new PhysicalVolume.DeviceId(type.get(), id.get()))
        : Optional.empty();
  }

  private static Optional<PhysicalVolume.BootloaderArea> bootloaderArea(SectionReader reader) {
    long start = reader.findLong("ba_start").orElse(0);
    long size = reader.findLong("ba_size").orElse(0);
    if ((start == 0) != (size == 0)) {
      throw reader.wrong("ba_start", "and ba_size must both be there");
    }
    return start == 0
        ? Optional.empty()
        : Optional.of(new PhysicalVolume.BootloaderArea(Sectors.of(start), Sectors.of(size)));
  }

  private List<LogicalVolume> lvs(ConfigSection vg) {
    Optional<ConfigSection> section = vg.findSection("logical_volumes");
    if (section.isEmpty()) {
      return List.of();
    }
    List<FoundLv> found = new ArrayList<>(section.get().size());
    for (int i = 0; i < section.get().size(); i++) {
      ConfigEntry entry = section.get().entry(i);
      if (entry.node() instanceof ConfigSection lvSection) {
        SectionReader reader =
            new SectionReader(document, lvSection, "logical volume", entry.name());
        LvmId id = reader.id();
        found.add(new FoundLv(entry.name(), id, reader));
        if (lvIds.put(entry.name(), id) != null) {
          throw new FormatException("Logical volume " + entry.name() + " is there twice.");
        }
      }
    }
    return lvs(found);
  }

  /** Reads many volumes in two halves at the same time. */
  private List<LogicalVolume> lvs(List<FoundLv> found) {
    if (found.size() < MANY_LVS || !Aside.isWorthwhile()) {
      return new LvRange(found).get();
    }
    int half = found.size() / 2;
    Aside<List<LogicalVolume>> second = Aside.start(new LvRange(found.subList(half, found.size())));
    List<LogicalVolume> lvs = new LvRange(found.subList(0, half)).get();
    lvs.addAll(second.join());
    return lvs;
  }

  /** A volume of which only the identity is read. */
  private record FoundLv(String name, LvmId id, SectionReader reader) {}

  /** Volumes in a row; by now the names of all are known. */
  private final class LvRange implements Supplier<List<LogicalVolume>> {
    private final List<FoundLv> range;
    private final FlagsReader flags = new FlagsReader(Flags.Owner.LV);

    LvRange(List<FoundLv> range) {
      this.range = range;
    }

    @Override
    public List<LogicalVolume> get() {
      List<LogicalVolume> lvs = new ArrayList<>(range.size());
      for (FoundLv found : range) {
        lvs.add(lv(found, flags));
      }
      return lvs;
    }
  }

  private List<LogicalVolume> completed(List<LogicalVolume> read) {
    return whole.isPresent() ? whole.get().withLvs(read).lvs() : read;
  }

  private LogicalVolume lv(FoundLv found, FlagsReader flags) {
    if (!LvName.isValid(found.name())) {
      throw new FormatException("Not a logical volume name: " + found.name() + '.');
    }
    SectionReader reader = found.reader();
    return new LogicalVolume.Builder(found.id(), new LvName(found.name()))
        .flags(reader.flags(flags))
        .tags(reader.tags())
        .creation(creation(reader))
        .lockArgs(reader.findString("lock_args"))
        .allocation(reader.allocation(AllocationPolicy.INHERIT))
        .profile(reader.findString("profile"))
        .readAhead(readAhead(reader))
        .major(deviceNumber(reader, "major"))
        .minor(deviceNumber(reader, "minor"))
        .segments(segments(reader))
        .unknown(reader.unknown(VgTextReader::isKnownOfLv))
        .build();
  }

  private static Optional<LogicalVolume.Creation> creation(SectionReader reader) {
    long time = reader.findLong("creation_time").orElse(0);
    return time == 0
        ? Optional.empty()
        : Optional.of(
            new LogicalVolume.Creation(time, reader.findString("creation_host").orElse("")));
  }

  /** A negative number stands for none, 0 for the default (lvm2's DM_READ_AHEAD_*). */
  private static ReadAhead readAhead(SectionReader reader) {
    if (!(reader.section().valueOf("read_ahead") instanceof ConfigValue.IntegerValue number)
        || number.value() == 0) {
      return ReadAhead.AUTO;
    }
    return number.value() < 0 ? ReadAhead.NONE : new ReadAhead.Fixed(Sectors.of(number.value()));
  }

  private static OptionalInt deviceNumber(SectionReader reader, String key) {
    return reader.section().valueOf(key) instanceof ConfigValue.IntegerValue number
            && number.value() >= 0
            && number.value() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number.value())
        : OptionalInt.empty();
  }

  /** Every section in a logical volume is a segment. */
  private static boolean isKnownOfLv(ConfigEntry entry) {
    return entry.isSection() || VgKeys.LV.contains(entry.name());
  }

  private List<Segment> segments(SectionReader lv) {
    long count = lv.number("segment_count");
    List<Segment> segments = new ArrayList<>(1);
    for (int i = 0; i < lv.section().size(); i++) {
      ConfigEntry entry = lv.section().entry(i);
      if (entry.node() instanceof ConfigSection section) {
        segments.add(SegmentReader.read(lv.within(section, entry.name()), names));
      }
    }
    if (segments.isEmpty() || segments.size() != count) {
      throw lv.wrong(
          "segment_count", "is " + count + " but there are " + segments.size() + " segments");
    }
    if (segments.size() > 1) {
      segments.sort((a, b) -> Long.compare(a.start(), b.start()));
    }
    return segments;
  }
}
