package org.jlvm.core.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;
import org.jspecify.annotations.Nullable;

/**
 * A volume group as it was read: its newest metadata and the devices of its physical volumes.
 * Immutable; a commit gives a new one.
 */
public final class VgState {
  private final VolumeGroup vg;
  private final Map<LvmId, ScannedPv> devices;
  private final List<LocatedArea> staleAreas;
  private final List<ScannedPv> outdatedPvs;
  private final Set<LvmId> unattached;
  private final Set<LvmId> elsewhere;
  private @Nullable LvRelations relations;

  /**
   * @param vg the metadata
   * @param devices the devices that were found, by PV id
   * @param staleAreas areas in use that hold older metadata, or none
   * @param outdatedPvs devices with metadata of this group that the newest metadata does not list
   */
  public VgState(
      VolumeGroup vg,
      Map<LvmId, ScannedPv> devices,
      List<LocatedArea> staleAreas,
      List<ScannedPv> outdatedPvs) {
    this(vg, devices, staleAreas, outdatedPvs, Set.of(), Set.of());
  }

  private VgState(
      VolumeGroup vg,
      Map<LvmId, ScannedPv> devices,
      List<LocatedArea> staleAreas,
      List<ScannedPv> outdatedPvs,
      Set<LvmId> unattached,
      Set<LvmId> elsewhere) {
    this.vg = vg;
    this.devices = Map.copyOf(devices);
    this.staleAreas = List.copyOf(staleAreas);
    this.outdatedPvs = List.copyOf(outdatedPvs);
    this.unattached = unattached;
    this.elsewhere = elsewhere;
  }

  public VolumeGroup vg() {
    return vg;
  }

  /** The device of a PV; empty if it was not found. */
  public Optional<ScannedPv> device(LvmId pv) {
    return Optional.ofNullable(devices.get(pv));
  }

  public Map<LvmId, ScannedPv> devices() {
    return devices;
  }

  public List<LocatedArea> staleAreas() {
    return staleAreas;
  }

  public List<ScannedPv> outdatedPvs() {
    return outdatedPvs;
  }

  /** How messages name a PV's device. */
  public String pvName(PhysicalVolume pv) {
    ScannedPv found = devices.get(pv.id());
    return found == null ? "[unknown]" : found.device().name();
  }

  /**
   * Whether a PV's data cannot be trusted to be there: no device, or it came back after a loss. One
   * that is in another group does not count, but has no device here.
   */
  public boolean isMissing(PhysicalVolume pv) {
    return pv.isMarkedMissing() || !(devices.containsKey(pv.id()) || isElsewhere(pv));
  }

  /**
   * Whether a PV is in another group, as its own metadata say or as that group was read first. The
   * group is then not to be changed or activated.
   */
  public boolean isElsewhere(PhysicalVolume pv) {
    return elsewhere.contains(pv.id());
  }

  public boolean hasPvsElsewhere() {
    return !elsewhere.isEmpty();
  }

  /** Whether a PV came back after a loss, with nothing on it that could be out of date. */
  public boolean isBackUnused(PhysicalVolume pv) {
    if (!pv.isMarkedMissing() || !devices.containsKey(pv.id())) {
      return false;
    }
    for (LogicalVolume lv : vg.lvs()) {
      for (Segment segment : lv.segments()) {
        if (segment.foreignPvs().contains(pv.id())) {
          return false;
        }
        for (Area area : segment.areas()) {
          if (area instanceof Area.OnPv onPv && onPv.pv().equals(pv.id())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The same group, trusting again what came back unused. */
  public VgState trustingUnused() {
    VolumeGroup trusted = vg;
    for (PhysicalVolume pv : vg.pvs()) {
      if (isBackUnused(pv)) {
        trusted = trusted.withPv(pv.withFlag(Flag.MISSING, false));
      }
    }
    return trusted == vg
        ? this
        : new VgState(trusted, devices, staleAreas, outdatedPvs, unattached, elsewhere);
  }

  public List<PhysicalVolume> missingPvs() {
    List<PhysicalVolume> missing = new ArrayList<>(0);
    for (PhysicalVolume pv : vg.pvs()) {
      if (isMissing(pv)) {
        missing.add(pv);
      }
    }
    return missing;
  }

  public boolean hasMissingPvs() {
    for (PhysicalVolume pv : vg.pvs()) {
      if (isMissing(pv)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any part of an LV, through the LVs it is made of, lies on a missing PV. */
  public boolean isPartial(LogicalVolume lv) {
    return hasMissingPvs() && (isMadeOfMissing(lv) || hasLostSnapshot(lv));
  }

  /** An origin counts as lost with any of its snapshots, as both can only be used together. */
  private boolean hasLostSnapshot(LogicalVolume origin) {
    for (LvRelations.Snapshot snapshot : relations().snapshotsOf(origin.id())) {
      if (isMadeOfMissing(vg.lv(snapshot.segment().cow()))) {
        return true;
      }
    }
    return false;
  }

  /** Who is made of whom; worked out once, when it is first asked for. */
  public LvRelations relations() {
    LvRelations known = relations;
    if (known == null) {
      known = LvRelations.of(vg);
      relations = known;
    }
    return known;
  }

  private boolean isMadeOfMissing(LogicalVolume lv) {
    if (LvRelations.isSnapshotLink(lv)) {
      return false;
    }
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        boolean lost =
            area instanceof Area.OnPv onPv
                ? isMissing(vg.pv(onPv.pv()))
                : isMadeOfMissing(vg.lv(((Area.OnLv) area).lv()));
        if (lost) {
          return true;
        }
      }
      for (LvmId companion : segment.companions()) {
        if (!companion.equals(lv.id()) && isMadeOfMissing(vg.lv(companion))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The same group with PVs that do not know of it: their areas in use, though there is no text in
   * them, are not the group's, as when a PV came back after its group was removed.
   */
  VgState withUnattached(Set<LvmId> pvs) {
    return new VgState(vg, devices, staleAreas, outdatedPvs, Set.copyOf(pvs), elsewhere);
  }

  /** The same group with PVs that are in another one. */
  VgState withElsewhere(Set<LvmId> pvs) {
    return new VgState(vg, devices, staleAreas, outdatedPvs, unattached, Set.copyOf(pvs));
  }

  /** The same group with some areas out of use and all others in use. */
  public VgState withIgnored(Set<LocatedArea> ignored) {
    Map<LvmId, ScannedPv> marked = new HashMap<>(devices);
    for (LocatedArea area : areas()) {
      ScannedPv pv = marked.get(area.pv().id());
      boolean leaving = ignored.contains(area);
      if (pv != null && area.area().isIgnored() != leaving) {
        marked.put(pv.id(), pv.withArea(area.area().marked(leaving)));
      }
    }
    return with(vg, marked);
  }

  /** Areas of present PVs that can be read and are in use. */
  public List<LocatedArea> areasInUse() {
    List<LocatedArea> areas = new ArrayList<>();
    for (LocatedArea area : areas()) {
      if (area.area().isInUse()) {
        areas.add(area);
      }
    }
    return areas;
  }

  /** All areas of the group that are not damaged, in the order of the PVs. */
  public List<LocatedArea> areas() {
    return areas(false);
  }

  /** Areas that could not be read; they are left alone until they are to be repaired. */
  public List<LocatedArea> damagedAreas() {
    return areas(true);
  }

  private List<LocatedArea> areas(boolean damaged) {
    List<LocatedArea> areas = new ArrayList<>();
    for (PhysicalVolume pv : vg.pvs()) {
      ScannedPv found = devices.get(pv.id());
      if (found != null) {
        for (ScannedArea area : found.areas()) {
          boolean itsOwn = damaged || area.isIgnored() || !unattached.contains(pv.id());
          if (area.problem().isPresent() == damaged && itsOwn) {
            areas.add(new LocatedArea(found, area));
          }
        }
      }
    }
    return areas;
  }

  /** The same group with other metadata and changed or additional devices. */
  public VgState with(VolumeGroup newVg, Map<LvmId, ScannedPv> changedDevices) {
    Map<LvmId, ScannedPv> merged = new HashMap<>();
    for (PhysicalVolume pv : newVg.pvs()) {
      ScannedPv device =
          changedDevices.containsKey(pv.id()) ? changedDevices.get(pv.id()) : devices.get(pv.id());
      if (device != null) {
        merged.put(pv.id(), device);
      }
    }
    return new VgState(newVg, merged, List.of(), List.of(), unattached, elsewhere);
  }
}
