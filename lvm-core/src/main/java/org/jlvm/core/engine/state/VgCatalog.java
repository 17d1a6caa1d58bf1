package org.jlvm.core.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.message.Messages;
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
  private final Map<LvmId, Group> owners = new HashMap<>();
  private final GroupReader reader;

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
    this.reader = new GroupReader(scan, chosenDevices, owners, messages);
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
    Map<VgIdentity, VolumeGroup> newest = new LinkedHashMap<>();
    for (MetadataText text : textsSeenFirst()) {
      try {
        VolumeGroup vg = VgTextReader.read(text.bytes());
        newest.merge(
            VgIdentity.of(vg), vg, (one, other) -> one.seqno() < other.seqno() ? other : one);
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
        owners.put(pv.id(), add(text.get(), new LocatedArea(pv, area)));
      }
    }
  }

  private Group add(MetadataText text, LocatedArea at) {
    Optional<Group> known = groupOf(text);
    if (known.isEmpty()) {
      warnOfSameName(text);
      known = Optional.of(new Group(text.vgId()));
      groups.add(known.get());
    }
    known.get().add(text, at);
    return known.get();
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
   * now is found by its id, if no other has that.
   *
   * @throws FormatException if its newest text is no volume group
   */
  public Optional<VgState> state(VgIdentity identity) {
    Optional<Group> found = group(identity);
    return found.isPresent() ? Optional.of(state(found.get())) : Optional.empty();
  }

  /** The host that a group belongs to, by its newest text; nothing is told of the group yet. */
  public Optional<String> systemId(VgIdentity identity) {
    Optional<Group> found = group(identity);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<VgState> known = found.get().state();
    VolumeGroup vg =
        known.isPresent() ? known.get().vg() : VgTextReader.read(found.get().newest().bytes());
    return vg.systemId();
  }

  private Optional<Group> group(VgIdentity identity) {
    List<Group> sameId = new ArrayList<>(1);
    for (Group group : groups) {
      if (group.id().equals(identity.id())) {
        if (group.name().equals(identity.name())) {
          return Optional.of(group);
        }
        sameId.add(group);
      }
    }
    // Of several none can be told to be the one.
    return sameId.size() == 1 ? Optional.of(sameId.get(0)) : Optional.empty();
  }

  private VgState state(Group group) {
    Optional<VgState> known = group.state();
    if (known.isPresent()) {
      return known.get();
    }
    VgState state = reader.read(group);
    group.become(state);
    return state;
  }

  /** Takes over what a commit left on the devices, so that they need not be read again. */
  public void committed(VgState state) {
    Optional<Group> known = changed(state.vg());
    if (known.isEmpty()) {
      known = Optional.of(new Group(state.vg().id()));
      groups.add(known.get());
    }
    known.get().become(state);
    chosenDevices.putAll(state.devices());
    for (LvmId pv : state.devices().keySet()) {
      owners.put(pv, known.get());
    }
  }

  /** The group that was read to be changed to what a commit wrote, maybe under another name. */
  private Optional<Group> changed(VolumeGroup vg) {
    for (Group group : groups) {
      boolean same =
          group.id().equals(vg.id())
              && group.state().map(read -> Group.haveCommonPv(read.vg(), vg)).orElse(false);
      if (same) {
        return Optional.of(group);
      }
    }
    return group(VgIdentity.of(vg));
  }

  /** Forgets a group that was removed. */
  public void removed(VolumeGroup vg) {
    Optional<Group> gone = group(VgIdentity.of(vg));
    if (gone.isPresent()) {
      groups.remove(gone.get());
      owners.values().removeIf(owner -> owner == gone.get());
    }
  }

  /** Takes over a physical volume that was written. */
  public void written(ScannedPv pv) {
    chosenDevices.put(pv.id(), pv);
    owners.remove(pv.id());
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
      if (state.vg().findPv(pv).filter(found -> !state.isElsewhere(found)).isPresent()) {
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
