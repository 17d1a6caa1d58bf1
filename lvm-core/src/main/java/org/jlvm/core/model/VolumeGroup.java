package org.jlvm.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.units.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * A volume group: its properties, physical and logical volumes. Immutable; changes go through
 * {@link #toBuilder}. Ids and names are unique, and every area and companion of a segment names a
 * volume that is there; the constructor refuses anything else.
 */
public final class VolumeGroup {
  /** Most extents a PV or LV can have (lvm2 counts them in 32 bits). */
  public static final long MAX_EXTENTS = 0xFFFFFFFFL;

  private final VgName name;
  private final LvmId id;
  private final long seqno;
  private final Flags flags;
  private final List<Tag> tags;
  private final Optional<String> systemId;
  private final Optional<String> lockType;
  private final Optional<String> lockArgs;
  private final Sectors extentSize;
  private final long maxLv;
  private final long maxPv;
  private final AllocationPolicy allocation;
  private final Optional<String> profile;
  private final long metadataCopies;
  private final List<PhysicalVolume> pvs;
  private final List<LogicalVolume> lvs;
  private final UnknownEntries unknown;

  private final Map<LvmId, PhysicalVolume> pvsById;
  private final Map<LvmId, LogicalVolume> lvsById;
  private final Map<String, LogicalVolume> lvsByName;

  private VolumeGroup(Builder builder) {
    name = builder.name;
    id = builder.id;
    seqno = builder.seqno;
    flags = builder.flags;
    tags = List.copyOf(builder.tags);
    systemId = builder.systemId;
    lockType = builder.lockType;
    lockArgs = builder.lockArgs;
    extentSize = builder.extentSize;
    maxLv = builder.maxLv;
    maxPv = builder.maxPv;
    allocation = builder.allocation;
    profile = builder.profile;
    metadataCopies = builder.metadataCopies;
    pvs = List.copyOf(builder.pvs);
    lvs = List.copyOf(builder.lvs);
    unknown = builder.unknown;
    VolumeGroup origin = builder.origin;
    boolean samePvs = false;
    boolean sameLvs = false;
    if (origin != null && pvs == origin.pvs) {
      samePvs = true;
      pvsById = origin.pvsById;
    } else {
      pvsById = indexPvs();
    }
    if (origin != null && lvs == origin.lvs) {
      sameLvs = true;
      lvsById = origin.lvsById;
      lvsByName = origin.lvsByName;
    } else {
      lvsById = indexLvs();
      lvsByName = indexLvNames();
    }
    if (!samePvs || !sameLvs) {
      requireKnownReferences(origin);
    }
  }

  private Map<LvmId, PhysicalVolume> indexPvs() {
    Map<LvmId, PhysicalVolume> byId = new HashMap<>(pvs.size() * 2);
    for (PhysicalVolume pv : pvs) {
      if (byId.put(pv.id(), pv) != null) {
        throw new IllegalArgumentException("PV " + pv.id() + " twice in VG " + name);
      }
    }
    return byId;
  }

  private Map<LvmId, LogicalVolume> indexLvs() {
    Map<LvmId, LogicalVolume> byId = new HashMap<>(lvs.size() * 2);
    for (LogicalVolume lv : lvs) {
      if (byId.put(lv.id(), lv) != null) {
        throw new IllegalArgumentException("LV " + lv.id() + " twice in VG " + name);
      }
    }
    return byId;
  }

  private Map<String, LogicalVolume> indexLvNames() {
    Map<String, LogicalVolume> byName = new HashMap<>(lvs.size() * 2);
    for (LogicalVolume lv : lvs) {
      if (byName.put(lv.name().value(), lv) != null) {
        throw new IllegalArgumentException("LV name " + lv.name() + " twice in VG " + name);
      }
    }
    return byName;
  }

  /** What is the same as in a group that has no other volumes needs no second look. */
  private void requireKnownReferences(@Nullable VolumeGroup origin) {
    boolean keepsVolumes =
        origin != null
            && pvsById.keySet().containsAll(origin.pvsById.keySet())
            && lvsById.keySet().containsAll(origin.lvsById.keySet());
    for (LogicalVolume lv : lvs) {
      if (origin == null || !keepsVolumes || origin.lvsById.get(lv.id()) != lv) {
        requireKnownReferences(lv);
      }
    }
  }

  private void requireKnownReferences(LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        boolean known =
            area instanceof Area.OnPv onPv
                ? pvsById.containsKey(onPv.pv())
                : lvsById.containsKey(((Area.OnLv) area).lv());
        requireKnown(known, lv);
      }
      for (LvmId companion : segment.companions()) {
        requireKnown(lvsById.containsKey(companion), lv);
      }
    }
  }

  private void requireKnown(boolean known, LogicalVolume lv) {
    if (!known) {
      throw new IllegalArgumentException(
          "LV " + lv.name() + " refers to a volume that VG " + name + " does not have");
    }
  }

  public VgName name() {
    return name;
  }

  public LvmId id() {
    return id;
  }

  /** Sequence number of the metadata; one more for each commit. */
  public long seqno() {
    return seqno;
  }

  public Flags flags() {
    return flags;
  }

  public List<Tag> tags() {
    return tags;
  }

  /** Name of the host that owns the group; empty if every host may use it. */
  public Optional<String> systemId() {
    return systemId;
  }

  /** Lock manager of a shared group ({@code none}, {@code dlm}, {@code sanlock}, {@code idm}). */
  public Optional<String> lockType() {
    return lockType;
  }

  public Optional<String> lockArgs() {
    return lockArgs;
  }

  public Sectors extentSize() {
    return extentSize;
  }

  /** Most LVs allowed; 0 for no limit. */
  public long maxLv() {
    return maxLv;
  }

  /** Most PVs allowed; 0 for no limit. */
  public long maxPv() {
    return maxPv;
  }

  public AllocationPolicy allocation() {
    return allocation;
  }

  public Optional<String> profile() {
    return profile;
  }

  /** Number of metadata areas wanted in use ({@code --vgmetadatacopies}); 0 for unmanaged. */
  public long metadataCopies() {
    return metadataCopies;
  }

  /** In metadata order. */
  public List<PhysicalVolume> pvs() {
    return pvs;
  }

  /** All, hidden ones included, in metadata order. */
  public List<LogicalVolume> lvs() {
    return lvs;
  }

  public UnknownEntries unknown() {
    return unknown;
  }

  public boolean isExported() {
    return flags.has(Flag.EXPORTED);
  }

  public boolean isResizeable() {
    return flags.has(Flag.RESIZEABLE);
  }

  public Optional<PhysicalVolume> findPv(LvmId pvId) {
    return Optional.ofNullable(pvsById.get(pvId));
  }

  public Optional<LogicalVolume> findLv(LvmId lvId) {
    return Optional.ofNullable(lvsById.get(lvId));
  }

  public Optional<LogicalVolume> findLv(String lvName) {
    return Optional.ofNullable(lvsByName.get(lvName));
  }

  /** The PV that an area or another part of this group names; it is there by construction. */
  public PhysicalVolume pv(LvmId pvId) {
    return findPv(pvId)
        .orElseThrow(() -> new IllegalArgumentException("no PV " + pvId + " in VG " + name));
  }

  /** The LV that an area or another part of this group names; it is there by construction. */
  public LogicalVolume lv(LvmId lvId) {
    return findLv(lvId)
        .orElseThrow(() -> new IllegalArgumentException("no LV " + lvId + " in VG " + name));
  }

  /** Physical extents of all PVs. */
  public long extentCount() {
    long sum = 0;
    for (PhysicalVolume pv : pvs) {
      sum += pv.peCount();
    }
    return sum;
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The group with one LV replaced by another of the same id. */
  public VolumeGroup withLv(LogicalVolume changed) {
    return withLvs(List.of(changed));
  }

  /** The group with LVs replaced by others of the same ids. */
  public VolumeGroup withLvs(Collection<LogicalVolume> changed) {
    Map<LvmId, LogicalVolume> byId = new HashMap<>();
    for (LogicalVolume lv : changed) {
      byId.put(lv.id(), lv);
    }
    List<LogicalVolume> replaced = new ArrayList<>(lvs.size());
    for (LogicalVolume lv : lvs) {
      replaced.add(byId.getOrDefault(lv.id(), lv));
    }
    return toBuilder().lvs(replaced).build();
  }

  /** Whether there are as many visible logical volumes as there may be ({@code max_lv}). */
  public boolean hasMaxLvs() {
    return maxLv != 0 && lvs.stream().filter(LogicalVolume::isVisible).count() >= maxLv;
  }

  /** How it is said that {@link #hasMaxLvs}. */
  public String maxLvsMessage() {
    return "Maximum number of logical volumes (" + maxLv + ") reached in volume group " + name;
  }

  public VolumeGroup withNewLv(LogicalVolume added) {
    List<LogicalVolume> more = new ArrayList<>(lvs);
    more.add(added);
    return toBuilder().lvs(more).build();
  }

  public VolumeGroup withoutLvs(Collection<LvmId> removed) {
    List<LogicalVolume> fewer = new ArrayList<>(lvs.size());
    for (LogicalVolume lv : lvs) {
      if (!removed.contains(lv.id())) {
        fewer.add(lv);
      }
    }
    return toBuilder().lvs(fewer).build();
  }

  /** The group with one PV replaced by another of the same id. */
  public VolumeGroup withPv(PhysicalVolume changed) {
    List<PhysicalVolume> replaced = new ArrayList<>(pvs.size());
    for (PhysicalVolume pv : pvs) {
      replaced.add(pv.id().equals(changed.id()) ? changed : pv);
    }
    return toBuilder().pvs(replaced).build();
  }

  public VolumeGroup withFlag(Flag flag, boolean wanted) {
    return toBuilder().flags(flags.with(flag, wanted)).build();
  }

  @Override
  public String toString() {
    return "VolumeGroup[" + name + ", seqno " + seqno + "]";
  }

  /** Changes some properties of a group, or makes a new one. */
  public static final class Builder {
    private VgName name;
    private LvmId id;
    private long seqno;
    private Flags flags = Flags.of(Flags.Owner.VG, Flag.RESIZEABLE, Flag.READ, Flag.WRITE);
    private List<Tag> tags = List.of();
    private Optional<String> systemId = Optional.empty();
    private Optional<String> lockType = Optional.empty();
    private Optional<String> lockArgs = Optional.empty();
    private Sectors extentSize;
    private long maxLv;
    private long maxPv;
    private AllocationPolicy allocation = AllocationPolicy.NORMAL;
    private Optional<String> profile = Optional.empty();
    private long metadataCopies;
    private List<PhysicalVolume> pvs = List.of();
    private List<LogicalVolume> lvs = List.of();
    private UnknownEntries unknown = UnknownEntries.NONE;

    /** Whose maps serve the new group as far as it has the same volumes. */
    private final @Nullable VolumeGroup origin;

    /** A new group, resizeable, readable and writable, with sequence number 0. */
    public Builder(VgName name, LvmId id, Sectors extentSize) {
      this.name = name;
      this.id = id;
      this.extentSize = extentSize;
      origin = null;
    }

    private Builder(VolumeGroup vg) {
      origin = vg;
      name = vg.name;
      id = vg.id;
      seqno = vg.seqno;
      flags = vg.flags;
      tags = vg.tags;
      systemId = vg.systemId;
      lockType = vg.lockType;
      lockArgs = vg.lockArgs;
      extentSize = vg.extentSize;
      maxLv = vg.maxLv;
      maxPv = vg.maxPv;
      allocation = vg.allocation;
      profile = vg.profile;
      metadataCopies = vg.metadataCopies;
      pvs = vg.pvs;
      lvs = vg.lvs;
      unknown = vg.unknown;
    }

    public Builder name(VgName value) {
      name = value;
      return this;
    }

    public Builder id(LvmId value) {
      id = value;
      return this;
    }

    public Builder seqno(long value) {
      seqno = value;
      return this;
    }

    public Builder flags(Flags value) {
      flags = value;
      return this;
    }

    public Builder tags(List<Tag> value) {
      tags = value;
      return this;
    }

    public Builder systemId(Optional<String> value) {
      systemId = value;
      return this;
    }

    public Builder lockType(Optional<String> value) {
      lockType = value;
      return this;
    }

    public Builder lockArgs(Optional<String> value) {
      lockArgs = value;
      return this;
    }

    public Builder extentSize(Sectors value) {
      extentSize = value;
      return this;
    }

    public Builder maxLv(long value) {
      maxLv = value;
      return this;
    }

    public Builder maxPv(long value) {
      maxPv = value;
      return this;
    }

    public Builder allocation(AllocationPolicy value) {
      allocation = value;
      return this;
    }

    public Builder profile(Optional<String> value) {
      profile = value;
      return this;
    }

    public Builder metadataCopies(long value) {
      metadataCopies = value;
      return this;
    }

    public Builder pvs(List<PhysicalVolume> value) {
      pvs = value;
      return this;
    }

    public Builder lvs(List<LogicalVolume> value) {
      lvs = value;
      return this;
    }

    public Builder unknown(UnknownEntries value) {
      unknown = value;
      return this;
    }

    public VolumeGroup build() {
      return new VolumeGroup(this);
    }
  }
}
