package org.jlvm.core.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.engine.scan.MetadataText;
import org.jlvm.core.engine.scan.Scan;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.format.MetadataFile;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;

/**
 * The volume groups of one scan. A group's text is parsed when it is first asked for, once; of
 * several versions the one with the highest sequence number counts.
 */
public final class VgCatalog {
  private final Scan scan;
  private final Messages messages;
  private final Map<LvmId, ScannedPv> chosenDevices = new LinkedHashMap<>();
  private final List<ScannedPv> unusedDuplicates = new ArrayList<>(0);
  private final List<Group> groups = new ArrayList<>();
  private boolean toldOfOutdated;

  /**
   * A group as its texts name it, without parsing them.
   *
   * @param name newest name
   * @param id its id
   */
  public record VgIdentity(VgName name, LvmId id) {
    public static VgIdentity of(VolumeGroup vg) {
      return new VgIdentity(vg.name(), vg.id());
    }
  }

  private VgCatalog(Scan scan, Messages messages) {
    this.scan = scan;
    this.messages = messages;
  }

  /**
   * Sorts what a scan found into groups.
   *
   * @param preference chooses among devices with the same PV id
   */
  public static VgCatalog of(Scan scan, DuplicatePreference preference, Messages messages) {
    VgCatalog catalog = new VgCatalog(scan, messages);
    for (Map.Entry<LvmId, List<ScannedPv>> entry : scan.pvsById().entrySet()) {
      List<ScannedPv> candidates = entry.getValue();
      LvmId id = entry.getKey();
      ScannedPv chosen =
          candidates.size() == 1
              ? candidates.get(0)
              : preference.choose(id, candidates, catalog.listed(id));
      catalog.chosenDevices.put(id, chosen);
      for (ScannedPv candidate : candidates) {
        if (candidate != chosen) {
          catalog.unusedDuplicates.add(candidate);
        }
      }
    }
    preference.settled();
    for (ScannedPv pv : catalog.chosenDevices.values()) {
      catalog.addAreas(pv);
    }
    return catalog;
  }

  /** The device that counts for each PV, by PV id. */
  public Map<LvmId, ScannedPv> devices() {
    return Collections.unmodifiableMap(chosenDevices);
  }

  /**
   * What the newest text of a group says of a PV, to tell the right device of several by; what the
   * others of several hold does not count yet.
   */
  private Optional<PhysicalVolume> listed(LvmId pv) {
    Map<LvmId, VolumeGroup> newest = new LinkedHashMap<>();
    for (MetadataText text : textsSeenFirst()) {
      try {
        VolumeGroup vg = VgTextReader.read(text.bytes());
        newest.merge(vg.id(), vg, (one, other) -> one.seqno() < other.seqno() ? other : one);
      } catch (FormatException e) {
        // Told of when the group is read.
      }
    }
    for (VolumeGroup vg : newest.values()) {
      Optional<PhysicalVolume> found = vg.findPv(pv);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Set<MetadataText> textsSeenFirst() {
    Set<MetadataText> texts = new LinkedHashSet<>();
    for (List<ScannedPv> candidates : scan.pvsById().values()) {
      for (ScannedArea area : candidates.get(0).areas()) {
        scan.textOf(area).ifPresent(texts::add);
      }
    }
    return texts;
  }

  private void addAreas(ScannedPv pv) {
    for (ScannedArea area : pv.areas()) {
      Optional<MetadataText> text = scan.textOf(area);
      if (text.isPresent()) {
        add(text.get(), new LocatedArea(pv, area));
      }
    }
  }

  private void add(MetadataText text, LocatedArea at) {
    Optional<Group> known = groupOf(text);
    if (known.isPresent()) {
      known.get().add(text, at);
      return;
    }
    warnOfSameName(text);
    Group group = new Group(text.vgId());
    group.add(text, at);
    groups.add(group);
  }

  /** A clone that was given a name and PV ids of its own, but not a group id, is another group. */
  private Optional<Group> groupOf(MetadataText text) {
    Optional<Group> sameId = Optional.empty();
    for (Group group : groups) {
      if (group.id().equals(text.vgId())) {
        if (group.name().equals(text.vgName()) || group.shares(text)) {
          return Optional.of(group);
        }
        sameId = Optional.of(group);
      }
    }
    if (sameId.isPresent()) {
      messages.warn(
          "WARNING: Fix duplicate VGID "
              + text.vgId()
              + " for VGs "
              + text.vgName()
              + " and "
              + sameId.get().name()
              + " (see vgchange -u).");
    }
    return Optional.empty();
  }

  private void warnOfSameName(MetadataText text) {
    for (Group other : groups) {
      if (other.name().equals(text.vgName())) {
        messages.warn(
            "WARNING: VG name "
                + text.vgName()
                + " is used by VGs "
                + text.vgId()
                + " and "
                + other.id()
                + '.');
        messages.warn("WARNING: Fix duplicate VG names with vgrename uuid, or vgrename --devices.");
        return;
      }
    }
  }

  public Scan scan() {
    return scan;
  }

  /** Groups in lvm2's order: the one that was met last comes first. */
  public List<VgIdentity> identities() {
    List<VgIdentity> found = new ArrayList<>(groups.size());
    for (Group group : groups) {
      found.add(new VgIdentity(group.name(), group.id()));
    }
    Collections.reverse(found);
    return found;
  }

  /** Groups of one name; normally one. */
  public List<VgIdentity> named(VgName name) {
    List<VgIdentity> found = new ArrayList<>(1);
    for (VgIdentity identity : identities()) {
      if (identity.name().equals(name)) {
        found.add(identity);
      }
    }
    return found;
  }

  /** Devices that carry the id of a PV that another device was preferred for. */
  public List<ScannedPv> unusedDuplicates() {
    return List.copyOf(unusedDuplicates);
  }

  /** The device that stands for a PV. */
  public Optional<ScannedPv> device(LvmId pv) {
    return Optional.ofNullable(chosenDevices.get(pv));
  }

  /** The chosen devices of all PVs. */
  public List<ScannedPv> pvs() {
    return List.copyOf(chosenDevices.values());
  }

  /**
   * Reads a group. Stale and inconsistent copies are warned of once. One that has another name by
   * now is found by its id.
   *
   * @throws FormatException if its newest text is no volume group
   */
  public Optional<VgState> state(VgIdentity identity) {
    Optional<Group> found = group(identity);
    return found.isPresent() ? Optional.of(state(found.get())) : Optional.empty();
  }

  private Optional<Group> group(VgIdentity identity) {
    Optional<Group> sameId = Optional.empty();
    for (Group group : groups) {
      if (group.id().equals(identity.id())) {
        if (group.name().equals(identity.name())) {
          return Optional.of(group);
        }
        sameId = sameId.isPresent() ? sameId : Optional.of(group);
      }
    }
    return sameId;
  }

  private VgState state(Group group) {
    Optional<VgState> known = group.state();
    if (known.isPresent()) {
      return known.get();
    }
    MetadataFile file = VgTextReader.readFile(group.newest().bytes());
    file.warnings().forEach(messages::warn);
    VolumeGroup vg = joined(file.vg());
    warnOfOldCopies(group);
    VgState state = locate(vg, group);
    warnOfOutdated(state, group);
    group.become(state);
    return state;
  }

  /**
   * Segments that continue each other are one from now on, as when lvm2 reads them. Those of
   * volumes that are moved, and of what moves them, stay apart: they have to match.
   */
  public static VolumeGroup joined(VolumeGroup vg) {
    List<LogicalVolume> changed = new ArrayList<>();
    for (LogicalVolume lv : vg.lvs()) {
      boolean moving = lv.flags().has(Flag.LOCKED) || lv.flags().has(Flag.PVMOVE);
      if (lv.segments().size() > 1 && !moving && !isLegOfMove(vg, lv)) {
        LogicalVolume joined = lv.withJoinedSegments(lv.segments());
        if (joined.segments().size() < lv.segments().size()) {
          changed.add(joined);
        }
      }
    }
    return changed.isEmpty() ? vg : vg.withLvs(changed);
  }

  private static boolean isLegOfMove(VolumeGroup vg, LogicalVolume leg) {
    if (!leg.name().value().startsWith("pvmove")) {
      return false;
    }
    for (LogicalVolume lv : vg.lvs()) {
      if (lv.flags().has(Flag.PVMOVE)) {
        for (Area area : lv.firstSegment().areas()) {
          if (area instanceof Area.OnLv onLv && onLv.lv().equals(leg.id())) {
            return true;
          }
        }
      }
    }
    return false;
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
    for (PhysicalVolume pv : vg.pvs()) {
      Optional<ScannedPv> found = device(pv.id());
      if (found.isPresent()) {
        devices.put(pv.id(), found.get());
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
    return new VgState(vg, devices, stale, List.copyOf(outdated)).withUnattached(unattached);
  }

  /** PVs none of whose areas has a text of the group, or had one before it was damaged. */
  private Set<LvmId> unattached(VolumeGroup vg, Group group) {
    Set<LvmId> unattached = new HashSet<>();
    for (PhysicalVolume pv : vg.pvs()) {
      Optional<ScannedPv> found = device(pv.id());
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

  /** Takes over what a commit left on the devices, so that they need not be read again. */
  public void committed(VgState state) {
    Optional<Group> known = Optional.empty();
    for (Group group : groups) {
      if (group.id().equals(state.vg().id())
          && (known.isEmpty() || group.name().equals(state.vg().name()))) {
        known = Optional.of(group);
      }
    }
    if (known.isEmpty()) {
      known = Optional.of(new Group(state.vg().id()));
      groups.add(known.get());
    }
    known.get().become(state);
    chosenDevices.putAll(state.devices());
  }

  /** Forgets a group that was removed. */
  public void removed(VolumeGroup vg) {
    group(VgIdentity.of(vg)).ifPresent(groups::remove);
  }

  /** Takes over a physical volume that was written. */
  public void written(ScannedPv pv) {
    chosenDevices.put(pv.id(), pv);
  }

  /** All groups, parsed; those whose text is damaged are told of and left out. */
  public List<VgState> states() {
    List<VgState> all = new ArrayList<>(groups.size());
    for (int i = groups.size() - 1; i >= 0; i--) {
      try {
        all.add(state(groups.get(i)));
      } catch (FormatException e) {
        messages.error("Volume group " + groups.get(i).name() + ": " + e.getMessage());
      }
    }
    return all;
  }

  /** The group that a PV belongs to, if any. */
  public Optional<VgState> groupOf(LvmId pv) {
    for (VgState state : states()) {
      if (state.vg().findPv(pv).isPresent()) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /**
   * PVs that belong to no group as far as is known by now: they hold no metadata, and no group that
   * was read so far lists them. Of those that are marked as used the user is warned.
   */
  public List<ScannedPv> orphansSoFar() {
    List<ScannedPv> orphans = new ArrayList<>();
    for (ScannedPv pv : chosenDevices.values()) {
      boolean member = false;
      for (ScannedArea area : pv.areas()) {
        member |= scan.textOf(area).isPresent();
      }
      for (Group group : groups) {
        member |= group.state().isPresent() && group.state().get().vg().findPv(pv.id()).isPresent();
      }
      if (!member) {
        orphans.add(pv);
      }
    }
    warnOfUse(orphans);
    return orphans;
  }

  /** What lvm2 says of orphans whenever it reads them. */
  public void warnOfUse(List<ScannedPv> orphans) {
    for (Scan.Problem problem : scan.problems()) {
      if (problem.ofOrphan()) {
        messages.show(problem.level(), problem.text());
      }
    }
    for (ScannedPv pv : orphans) {
      if (pv.label().pv().isUsed()) {
        String name = pv.device().name();
        messages.warn("WARNING: PV " + name + " is marked in use but no VG was found using it.");
        messages.warn("WARNING: PV " + name + " might need repairing.");
      }
    }
  }

  /**
   * PVs that no group lists; those that a group no longer lists but that hold its texts are not.
   */
  public List<ScannedPv> orphans() {
    Set<LvmId> members = new LinkedHashSet<>();
    for (VgState state : states()) {
      for (PhysicalVolume pv : state.vg().pvs()) {
        members.add(pv.id());
      }
      for (ScannedPv outdated : state.outdatedPvs()) {
        members.add(outdated.id());
      }
    }
    List<ScannedPv> orphans = new ArrayList<>();
    for (ScannedPv pv : chosenDevices.values()) {
      if (!members.contains(pv.id())) {
        orphans.add(pv);
      }
    }
    return orphans;
  }
}
