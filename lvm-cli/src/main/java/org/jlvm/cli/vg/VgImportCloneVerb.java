package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.PvHeader;

/** {@code vgimportclone}: gives the copies of a group's devices a name and ids of their own. */
public final class VgImportCloneVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      importClone(session.session(), command);
      return ExitStatus.OK;
    }
  }

  private static void importClone(Session session, ParsedCommand command) {
    List<BlockDevice> clones = new ArrayList<>();
    for (String name : command.operands()) {
      Optional<DeviceInventory.Found> found = session.devices().find(name);
      if (found.isEmpty() || found.get().exclusion().isPresent()) {
        throw new FailedException("Failed to find device " + name + '.');
      }
      clones.add(found.get().device());
    }
    VgState state = read(session, clones);
    check(session, state, clones, command.has(Opt.IMPORT));
    VgName name = newName(session, command, clones, state.vg().name().value());
    session.locks().lockVg(name, LockMode.EXCLUSIVE);
    session.locks().lockVg(state.vg().name(), LockMode.EXCLUSIVE);
    write(session, state, name, command.has(Opt.IMPORT));
  }

  private static VgCatalog catalog(Session session, List<BlockDevice> devices) {
    return VgCatalog.of(
        LabelScanner.scan(devices),
        (id, candidates, listed) -> candidates.get(0),
        session.environment().messages());
  }

  private static VgState read(Session session, List<BlockDevice> clones) {
    VgCatalog catalog = catalog(session, clones);
    Set<String> labelled = new HashSet<>();
    for (ScannedPv pv : catalog.scan().pvs()) {
      labelled.add(pv.device().name());
    }
    for (BlockDevice device : clones) {
      if (!labelled.contains(device.name())) {
        throw new FailedException("Failed to find PVID for device " + device.name() + '.');
      }
    }
    List<VgCatalog.VgIdentity> groups = catalog.identities();
    if (groups.isEmpty()) {
      throw new FailedException("No VG found on devices.");
    }
    if (groups.size() > 1) {
      throw new FailedException("Devices must be from the same VG.");
    }
    return catalog.state(groups.get(0).id()).orElseThrow();
  }

  private static void check(
      Session session, VgState state, List<BlockDevice> clones, boolean importing) {
    VolumeGroup vg = state.vg();
    if (vg.isExported() && !importing) {
      throw new FailedException("VG " + vg.name() + " is exported, use the --import option.");
    }
    if (state.hasMissingPvs()) {
      tellOfMissing(session.environment().messages(), state);
      throw new FailedException("Failed to read VG " + vg.name() + " from devices being imported.");
    }
    Set<String> members = new HashSet<>();
    for (PhysicalVolume pv : vg.pvs()) {
      members.add(state.pvName(pv));
    }
    for (BlockDevice device : clones) {
      if (!members.contains(device.name())) {
        throw new FailedException(
            "Device " + device.name() + " was not found in VG " + vg.name() + '.');
      }
    }
  }

  private static void tellOfMissing(Messages messages, VgState state) {
    VolumeGroup vg = state.vg();
    for (PhysicalVolume pv : vg.pvs()) {
      if (state.device(pv.id()).isEmpty()) {
        messages.warn("WARNING: Couldn't find device with uuid " + pv.id() + '.');
        messages.warn(
            "WARNING: VG "
                + vg.name()
                + " is missing PV "
                + pv.id()
                + " (last written to "
                + pv.deviceHint()
                + ").");
      }
    }
    messages.error("Cannot change VG " + vg.name() + " while PVs are missing.");
    messages.error("See vgreduce --removemissing and vgextend --restoremissing.");
  }

  private static VgName newName(
      Session session, ParsedCommand command, List<BlockDevice> clones, String old) {
    Set<String> own = new HashSet<>();
    for (BlockDevice device : clones) {
      own.add(device.name());
    }
    List<BlockDevice> others = new ArrayList<>(session.devices().usable());
    others.removeIf(device -> own.contains(device.name()));
    Set<String> taken = new HashSet<>();
    for (VgCatalog.VgIdentity identity : catalog(session, others).identities()) {
      taken.add(identity.name().value());
    }
    String base = command.string(Opt.BASEVGNAME, old);
    int count = base.equals(old) ? 1 : 0;
    String name = count == 0 ? base : base + count;
    while (taken.contains(name)) {
      count++;
      name = base + count;
    }
    return new VgName(name);
  }

  private static void write(Session session, VgState state, VgName name, boolean importing) {
    Map<LvmId, LvmId> ids = new HashMap<>();
    Map<LvmId, ScannedPv> devices = new HashMap<>();
    List<PhysicalVolume> pvs = new ArrayList<>();
    for (PhysicalVolume pv : state.vg().pvs()) {
      LvmId id = session.environment().ids().next();
      ids.put(pv.id(), id);
      ScannedPv device = state.device(pv.id()).orElseThrow();
      devices.put(id, session.environment().testMode() ? device : renamed(device, id));
      pvs.add((importing ? pv.withFlag(Flag.EXPORTED, false) : pv).withId(id));
    }
    List<LogicalVolume> lvs = new ArrayList<>();
    for (LogicalVolume lv : state.vg().lvs()) {
      lvs.add(lv.withSegments(moved(lv.segments(), ids)));
    }
    VolumeGroup vg =
        state.vg().toBuilder()
            .name(name)
            .id(session.environment().ids().next())
            .systemId(session.environment().host().systemId())
            .lockType(Optional.empty())
            .lockArgs(Optional.empty())
            .pvs(pvs)
            .lvs(lvs)
            .build();
    // Under its new name it gets a backup only when it is used next, as with lvm2.
    session.archive(state);
    session.create(importing ? vg.withFlag(Flag.EXPORTED, false) : vg, devices, AreaUse.UNCHANGED);
  }

  private static ScannedPv renamed(ScannedPv pv, LvmId id) {
    PvHeader header = pv.label().pv();
    return PvWriter.rewriteLabel(
        pv,
        new PvHeader(
            id.value(),
            header.deviceSize(),
            header.dataAreas(),
            header.metadataAreas(),
            header.extension()));
  }

  private static List<Segment> moved(List<Segment> segments, Map<LvmId, LvmId> ids) {
    List<Segment> moved = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      List<Area> areas = new ArrayList<>(segment.areas().size());
      for (Area area : segment.areas()) {
        areas.add(
            area instanceof Area.OnPv onPv
                ? new Area.OnPv(ids.getOrDefault(onPv.pv(), onPv.pv()), onPv.extent())
                : area);
      }
      moved.add(areas.isEmpty() ? segment : segment.withAreas(areas));
    }
    return moved;
  }
}
