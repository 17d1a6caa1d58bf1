package org.jlvm.cli.pv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.parse.OptionGroup;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachPv;
import org.jlvm.cli.report.PvSelection;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.GroupUpdate;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.LocatedArea;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.plan.pv.PvIdChange;

/** What pvchange does with one physical volume. */
final class PvChange implements EachPv.Action {
  private final Session session;
  private final Messages messages;
  private final boolean allowsDuplicates;
  private final ParsedCommand command;
  private Optional<PvSelection> selection = Optional.empty();
  private final Map<LvmId, VgState> changedGroups = new LinkedHashMap<>();
  private final Map<LvmId, LvmId> newIds = new LinkedHashMap<>();
  private final Set<LvmId> ignoredNow = new LinkedHashSet<>();
  private int total;
  private int done;

  PvChange(CommandSession commandSession) {
    session = commandSession.session();
    command = commandSession.command();
    messages = session.environment().messages();
    allowsDuplicates = commandSession.settings().devices().allowChangesWithDuplicatePvs();
  }

  /** Says which volumes of no group are meant. */
  void select(PvSelection selected) {
    selection = Optional.of(selected);
  }

  int total() {
    return total;
  }

  int done() {
    return done;
  }

  /** The ids that physical volumes got, by those that they had. */
  Map<LvmId, LvmId> newIds() {
    return newIds;
  }

  /** Keeps the metadata of the groups that were changed. */
  void backup() {
    for (VgState state : changedGroups.values()) {
      session.backups().backup(state.vg());
    }
  }

  @Override
  public EachPv.Outcome member(VgState state, PhysicalVolume pv) {
    total++;
    String name = state.pvName(pv);
    try {
      requireNoDuplicates(state.vg().name().value(), state.vg().pvs());
      Optional<VgState> after = new MemberChange(state, pv, name).run();
      if (after.isEmpty()) {
        messages.info("Physical volume " + name + " not changed");
        return EachPv.Outcome.done(state);
      }
      changedGroups.put(state.vg().id(), after.get());
      session.backups().backup(after.get().vg());
      changed(name);
      return EachPv.Outcome.done(after.get());
    } catch (LvmException e) {
      refused(name, e);
      return EachPv.Outcome.failed(state);
    }
  }

  @Override
  public void leave() {
    ignoredNow.clear();
  }

  @Override
  public int orphan(ScannedPv pv) {
    if (selection.isPresent() && !selection.get().matches(pv)) {
      return ExitStatus.OK;
    }
    total++;
    String name = pv.device().name();
    try {
      checkOrphan(pv, name);
      session.locks().convertGlobalToExclusive();
      ScannedPv now = pv;
      if (command.has(Opt.METADATAIGNORE)) {
        requireAreaChange(pv.areas(), name);
        if (!session.environment().testMode()) {
          now = PvWriter.setIgnored(pv, command.yes(Opt.METADATAIGNORE, false));
        }
      }
      LvmId id = command.has(Opt.UUID) ? newId(name) : now.id();
      messages.verbose("Updating physical volume \"" + name + "\"");
      if (command.has(Opt.UUID) && !session.environment().testMode()) {
        PvWriter.rewriteHeaders(now, withId(now.label().pv(), id));
        newIds.put(now.id(), id);
      }
      changed(name);
      return ExitStatus.OK;
    } catch (LvmException e) {
      refused(name, e);
      return ExitStatus.FAILED;
    }
  }

  /** Before anything else, as the label may be written before the metadata are. */
  private void requireNoDuplicates(String group, List<PhysicalVolume> pvs) {
    List<LvmId> ids = new ArrayList<>(pvs.size());
    for (PhysicalVolume pv : pvs) {
      ids.add(pv.id());
    }
    requireNoDuplicatesOf(group, ids);
  }

  private void requireNoDuplicatesOf(String group, List<LvmId> ids) {
    if (allowsDuplicates) {
      return;
    }
    for (ScannedPv duplicate : session.catalog().unusedDuplicates()) {
      if (ids.contains(duplicate.id())) {
        throw new FailedException(
            "Cannot update volume group " + group + " with duplicate PV devices.");
      }
    }
  }

  /** For lvm2 all that are in no group are in one that is not seen. */
  private void requireNoDuplicateOrphans() {
    List<LvmId> ids = new ArrayList<>();
    for (ScannedPv orphan : session.catalog().orphans()) {
      ids.add(orphan.id());
    }
    requireNoDuplicatesOf("#orphans_lvm2", ids);
  }

  private void checkOrphan(ScannedPv pv, String name) {
    requireNoDuplicateOrphans();
    if (command.hasAny(Opt.ADDTAG, Opt.DELTAG)) {
      throw new FailedException(
          "Can't change tag on Physical Volume " + name + " not in volume group");
    }
    if (pv.label().pv().isUsed() && command.force() < 2) {
      messages.error("PV " + name + " is used by a VG but its metadata is missing.");
      throw new FailedException("Can't change PV '" + name + "' without -ff.");
    }
    if (command.has(Opt.ALLOCATABLE)) {
      throw new FailedException("Allocatability not supported by orphan lvm2 format PV " + name);
    }
  }

  private void changed(String name) {
    messages.info("Physical volume \"" + name + "\" changed");
    done++;
  }

  private void refused(String name, LvmException cause) {
    if (!cause.getMessage().isEmpty()) {
      messages.error(cause.getMessage());
    }
    messages.error("Physical volume " + name + " not changed");
  }

  private void requireAreaChange(List<ScannedArea> areas, String name) {
    boolean ignore = command.yes(Opt.METADATAIGNORE, false);
    int used = 0;
    for (ScannedArea area : areas) {
      used += area.isInUse() ? 1 : 0;
    }
    if (ignore && used == 0) {
      throw new FailedException(
          "Metadata areas on physical volume \"" + name + "\" already ignored.");
    }
    if (!ignore && used == areas.size()) {
      throw new FailedException(
          "Metadata areas on physical volume \"" + name + "\" already marked as in-use.");
    }
    messages.verbose(
        "Marking metadata areas on physical volume \""
            + name
            + "\" as "
            + (ignore ? "ignored" : "in-use")
            + ".");
  }

  private LvmId newId(String name) {
    LvmId id = session.environment().ids().next();
    messages.verbose("Changing uuid of " + name + " to " + id + ".");
    return id;
  }

  private static PvHeader withId(PvHeader header, LvmId id) {
    return new PvHeader(
        id.value(),
        header.deviceSize(),
        header.dataAreas(),
        header.metadataAreas(),
        header.extension());
  }

  /** The change of one volume of a group. */
  private final class MemberChange {
    private final VgState state;
    private final String name;
    private PhysicalVolume pv;
    private VolumeGroup vg;
    private AreaUse areas = AreaUse.UNCHANGED;
    private boolean any;

    MemberChange(VgState state, PhysicalVolume pv, String name) {
      this.state = state;
      this.pv = pv;
      this.name = name;
      vg = state.vg();
    }

    /** The group afterwards; empty if there was nothing to change. */
    Optional<VgState> run() {
      if (command.has(Opt.UUID)) {
        requireInactive();
      }
      changeAllocatable();
      changeTags();
      vg = vg.withPv(pv);
      changeAreas();
      if (!any && !command.has(Opt.UUID)) {
        return Optional.empty();
      }
      Optional<LvmId> id = command.has(Opt.UUID) ? Optional.of(newId(name)) : Optional.empty();
      messages.verbose("Updating physical volume \"" + name + "\"");
      try {
        return Optional.of(id.isPresent() ? commitWithNewId(id.get()) : commit(Map.of()));
      } catch (LvmException e) {
        messages.error(e.getMessage());
        throw new FailedException(
            "Failed to store physical volume \""
                + name
                + "\" in volume group \""
                + vg.name()
                + "\"",
            e);
      }
    }

    private void requireInactive() {
      for (LogicalVolume lv : vg.lvs()) {
        if (session.activation().status(state, lv).exists()) {
          throw new FailedException(
              "Volume group containing " + name + " has active logical volumes");
        }
      }
    }

    private void changeAllocatable() {
      if (!command.has(Opt.ALLOCATABLE)) {
        return;
      }
      boolean wanted = command.yes(Opt.ALLOCATABLE, false);
      if (wanted == pv.isAllocatable()) {
        messages.warn(
            "Physical volume \""
                + name
                + "\" is already "
                + (wanted ? "allocatable." : "unallocatable."));
        return;
      }
      messages.verbose(
          "Setting physical volume \""
              + name
              + "\" "
              + (wanted ? "allocatable" : "NOT allocatable"));
      pv = pv.withFlag(Flag.ALLOCATABLE, wanted);
      any = true;
    }

    private void changeTags() {
      if (!command.hasAny(Opt.ADDTAG, Opt.DELTAG)) {
        return;
      }
      List<Tag> tags = new ArrayList<>(pv.tags());
      for (OptionGroup group : command.groups()) {
        Optional<Tag> added = group.value(Opt.ADDTAG).map(value -> new Tag(value.text()));
        if (added.isPresent() && !tags.contains(added.get())) {
          tags.add(added.get());
        }
      }
      for (OptionGroup group : command.groups()) {
        group.value(Opt.DELTAG).ifPresent(value -> tags.remove(new Tag(value.text())));
      }
      pv = pv.withTags(tags);
      any = true;
    }

    private void changeAreas() {
      if (!command.has(Opt.METADATAIGNORE)) {
        return;
      }
      boolean managed = vg.metadataCopies() != 0;
      if (managed
          && command.force() == 0
          && !session
              .environment()
              .prompter()
              .confirm("Override preferred number of copies of VG " + vg.name() + " metadata?")) {
        throw new FailedException("");
      }
      requireAreaChange(state.device(pv.id()).map(ScannedPv::areas).orElse(List.of()), name);
      Set<LocatedArea> own = new LinkedHashSet<>();
      long used = 0;
      for (LocatedArea area : state.areas()) {
        if (area.pv().id().equals(pv.id())) {
          own.add(area);
        } else if (area.area().isInUse()) {
          used++;
        }
      }
      boolean ignore = command.yes(Opt.METADATAIGNORE, false);
      if (ignore && used == 0) {
        throw new FailedException(
            "Cannot disable all metadata areas in volume group " + vg.name() + ".");
      }
      areas = ignore ? AreaUse.without(own) : AreaUse.with(own);
      any = true;
      if (managed) {
        long copies = used + (ignore ? 0 : own.size());
        messages.warn(
            "WARNING: Changing preferred number of copies of VG "
                + vg.name()
                + " metadata from "
                + vg.metadataCopies()
                + " to "
                + copies);
        vg = vg.toBuilder().metadataCopies(copies).build();
      }
    }

    private VgState commit(Map<LvmId, ScannedPv> devices) {
      AreaUse use = areas.lingering(ignoredNow);
      try (GroupUpdate update = session.update(state, vg, devices, use)) {
        VgState after = update.commit();
        if (!areas.ignored().isEmpty()) {
          ignoredNow.add(pv.id());
        }
        return after;
      }
    }

    /** The label says the new id first; should the metadata not follow, the old one again. */
    private VgState commitWithNewId(LvmId id) {
      ScannedPv device = state.device(pv.id()).orElseThrow();
      vg = PvIdChange.replace(vg, pv.id(), id);
      PvHeader header = withId(device.label().pv(), id).withDeviceSize(pv.deviceSize().toBytes());
      if (session.environment().testMode()) {
        return commit(Map.of(id, PvWriter.relabelled(device, header)));
      }
      ScannedPv renamed = PvWriter.rewriteHeaders(device, header);
      try {
        VgState after = commit(Map.of(id, renamed));
        newIds.put(pv.id(), id);
        return after;
      } catch (LvmException e) {
        PvWriter.rewriteLabel(device, device.label().pv());
        throw e;
      }
    }
  }
}
