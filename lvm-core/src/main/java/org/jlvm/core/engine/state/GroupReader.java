package org.jlvm.core.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.engine.scan.MetadataText;
import org.jlvm.core.engine.scan.Scan;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.format.MetadataFile;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** Parses the newest text of a group and finds its devices; tells of copies that differ from it. */
final class GroupReader {
  private final Scan scan;
  private final Map<LvmId, ScannedPv> chosenDevices;
  private final Map<LvmId, Group> owners;
  private final Messages messages;
  private boolean toldOfOutdated;

  /**
   * @param chosenDevices the device that counts for each PV, as it is when a group is read
   * @param owners the group of each PV as its own metadata say; of a PV without metadata, the first
   *     group that is read and lists it becomes the owner
   */
  GroupReader(
      Scan scan, Map<LvmId, ScannedPv> chosenDevices, Map<LvmId, Group> owners, Messages messages) {
    this.scan = scan;
    this.chosenDevices = chosenDevices;
    this.owners = owners;
    this.messages = messages;
  }

  /**
   * @throws org.jlvm.core.error.FormatException if the newest text is no volume group
   */
  VgState read(Group group) {
    MetadataFile file = VgTextReader.readFile(group.newest().bytes());
    file.warnings().forEach(messages::warn);
    VolumeGroup vg = SegmentJoining.joined(file.vg());
    warnOfOldCopies(group);
    VgState state = locate(vg, group);
    warnOfOutdated(state, group);
    warnOfOwners(state, group);
    return state;
  }

  private void warnOfOwners(VgState state, Group group) {
    for (PhysicalVolume pv : state.vg().pvs()) {
      ScannedPv device = chosenDevices.get(pv.id());
      if (device == null || !state.isElsewhere(pv)) {
        continue;
      }
      Group owner = owner(pv.id(), group);
      boolean sameName = owner.name().equals(group.name());
      messages.warn(
          "WARNING: PV "
              + device.device().name()
              + ' '
              + pv.id().value()
              + " belongs to "
              + (sameName ? "VGID " + owner.id().value() : "VG " + owner.name())
              + ", ignoring claim from "
              + (sameName
                  ? "VGID " + group.id().value() + " (" + group.name() + ")."
                  : "VG " + group.name() + '.'));
    }
  }

  private Group owner(LvmId pv, Group claiming) {
    return owners.getOrDefault(pv, claiming);
  }

  private void warnOfOutdated(VgState state, Group group) {
    for (ScannedPv pv : state.outdatedPvs()) {
      long seqno = 0;
      for (ScannedArea area : pv.areas()) {
        seqno = Math.max(seqno, scan.textOf(area).map(MetadataText::seqno).orElse(0L));
      }
      messages.warn(
          "WARNING: Outdated PV "
              + pv.device().name()
              + " seqno "
              + seqno
              + " has been removed in current VG "
              + state.vg().name()
              + " seqno "
              + group.newest().seqno()
              + '.');
      if (!toldOfOutdated) {
        toldOfOutdated = true;
        messages.warn("See vgck --updatemetadata to clear outdated metadata.");
      }
    }
  }

  private void warnOfOldCopies(Group group) {
    boolean inconsistent = false;
    Optional<LocatedArea> best = Optional.empty();
    for (LocatedArea area : group.areas()) {
      if (best.isEmpty()) {
        best = Optional.of(area);
        continue;
      }
      long difference = seqno(area) - seqno(best.get());
      if (difference != 0) {
        inconsistent = true;
        LocatedArea newer = difference > 0 ? area : best.get();
        warnOfOld(difference > 0 ? best.get() : area, newer, group);
        best = Optional.of(newer);
      }
    }
    if (inconsistent) {
      messages.warn("WARNING: Inconsistent metadata found for VG " + group.name() + '.');
      messages.warn("See vgck --updatemetadata to correct inconsistency.");
    }
  }

  private long seqno(LocatedArea area) {
    return scan.textOf(area.area()).map(MetadataText::seqno).orElse(0L);
  }

  private void warnOfOld(LocatedArea old, LocatedArea newer, Group group) {
    messages.warn(
        "WARNING: Ignoring metadata seqno "
            + seqno(old)
            + " on "
            + old.device().name()
            + " for seqno "
            + seqno(newer)
            + " on "
            + newer.device().name()
            + " for VG "
            + group.name()
            + '.');
  }

  private VgState locate(VolumeGroup vg, Group group) {
    Map<LvmId, ScannedPv> devices = new HashMap<>();
    Set<LvmId> elsewhere = new HashSet<>();
    for (PhysicalVolume pv : vg.pvs()) {
      Optional<ScannedPv> found = Optional.ofNullable(chosenDevices.get(pv.id()));
      if (found.isPresent() && owner(pv.id(), group) != group) {
        elsewhere.add(pv.id());
      } else if (found.isPresent()) {
        devices.put(pv.id(), found.get());
        owners.put(pv.id(), group);
      }
    }
    Set<ScannedPv> outdated = new LinkedHashSet<>();
    for (LocatedArea area : group.areas()) {
      if (vg.findPv(area.pv().id()).isEmpty()) {
        outdated.add(area.pv());
      }
    }
    Set<LvmId> unattached = unattached(vg, group);
    VgState all = new VgState(vg, devices, List.of(), List.of()).withUnattached(unattached);
    List<LocatedArea> stale = new ArrayList<>(0);
    for (LocatedArea area : all.areas()) {
      boolean current =
          scan.textOf(area.area())
              .filter(text -> text.vgId().equals(vg.id()) && text.seqno() == vg.seqno())
              .isPresent();
      if (!current && !area.area().isIgnored()) {
        stale.add(area);
      }
    }
    return new VgState(vg, devices, stale, List.copyOf(outdated))
        .withUnattached(unattached)
        .withElsewhere(elsewhere);
  }

  /** PVs none of whose areas has a text of the group, or had one before it was damaged. */
  private Set<LvmId> unattached(VolumeGroup vg, Group group) {
    Set<LvmId> unattached = new HashSet<>();
    for (PhysicalVolume pv : vg.pvs()) {
      Optional<ScannedPv> found = Optional.ofNullable(chosenDevices.get(pv.id()));
      if (found.isPresent()
          && found.get().areas().stream().allMatch(area -> area.problem().isEmpty())) {
        unattached.add(pv.id());
      }
    }
    for (LocatedArea area : group.areas()) {
      unattached.remove(area.pv().id());
    }
    return unattached;
  }
}
