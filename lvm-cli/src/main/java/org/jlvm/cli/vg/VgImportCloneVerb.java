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
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.Scan;
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
      importClone(session, command);
      return ExitStatus.OK;
    }
  }

  private static void importClone(CommandSession commandSession, ParsedCommand command) {
    Session session = commandSession.session();
    if (command.has(Opt.IMPORTDEVICES) && !commandSession.settings().devices().useDevicesfile()) {
      session.environment().messages().info("Devices file not enabled, ignoring importdevices.");
    }
    List<BlockDevice> clones = new ArrayList<>();
    for (String name : command.operands()) {
      Optional<DeviceInventory.Found> found = session.devices().find(name);
      if (found.isEmpty() || found.get().exclusion().isPresent()) {
        throw new FailedException("Failed to find device " + name + '.');
      }
      clones.add(found.get().device());
    }
    VgState state = read(session, clones);
    String wanted = newName(session, command, clones, state.vg().name().value());
    if (!VgName.isValid(wanted)) {
      session.environment().messages().error("Failed to write VG " + wanted + '.');
      throw new FailedException("Failed to update VG on devices being imported.");
    }
    VgName name = new VgName(wanted);
    session.locks().lockVg(name, LockMode.EXCLUSIVE);
    session.locks().lockVg(state.vg().name(), LockMode.EXCLUSIVE);
    tellAgain(session, clones);
    check(commandSession, state, clones, command.has(Opt.IMPORT));
    write(session, state, name, command.has(Opt.IMPORT));
  }

  /** lvm2 reads the devices once more before it changes them. */
  private static void tellAgain(Session session, List<BlockDevice> clones) {
    for (Scan.Problem problem : LabelScanner.scan(clones).problems()) {
      if (!problem.ofOrphan()) {
        session.environment().messages().show(problem.level(), problem.text());
      }
    }
  }

  private static VgCatalog catalog(Session session, List<BlockDevice> devices) {
    Scan scan = LabelScanner.scan(devices);
    session.tell(scan.problems());
    return VgCatalog.of(
        scan, (id, candidates, listed) -> candidates.get(0), session.environment().messages());
  }

  private static VgState read(Session session, List<BlockDevice> clones) {
    VgCatalog catalog = catalog(session, clones);
    for (BlockDevice device : clones) {
      requireOwnLabel(catalog, device);
    }
    List<VgCatalog.VgIdentity> groups = catalog.identities();
    if (groups.isEmpty()) {
      throw new FailedException("No VG found on devices.");
    }
    if (groups.size() > 1) {
      throw new FailedException("Devices must be from the same VG.");
    }
    return catalog.state(groups.get(0)).orElseThrow();
  }

  /** lvm2 knows one device of each id, the first. */
  private static void requireOwnLabel(VgCatalog catalog, BlockDevice device) {
    Set<LvmId> seen = new HashSet<>();
    for (ScannedPv pv : catalog.scan().pvs()) {
      if (seen.add(pv.id()) && pv.device().name().equals(device.name())) {
        return;
      }
    }
    throw new FailedException("Failed to find PVID for device " + device.name() + '.');
  }

  private static void check(
      CommandSession session, VgState state, List<BlockDevice> clones, boolean importing) {
    Messages messages = session.session().environment().messages();
    VolumeGroup vg = state.vg();
    if (new VgReader(session).judge(state, VgAccess.UPDATE.withExported()).isPresent()) {
      throw new FailedException("Failed to read VG " + vg.name() + " from devices being imported.");
    }
    boolean good = !vg.isExported() || importing;
    if (!good) {
      messages.error("VG " + vg.name() + " is exported, use the --import option.");
    }
    Set<String> members = new HashSet<>();
    for (PhysicalVolume pv : vg.pvs()) {
      members.add(state.pvName(pv));
    }
    for (BlockDevice device : clones) {
      // One that is named twice is missing the second time.
      if (good && !members.remove(device.name())) {
        messages.error("Device " + device.name() + " was not found in VG " + vg.name() + '.');
        messages.error("The devices to import must match the devices in the VG.");
        good = false;
      }
    }
    if (!good) {
      throw new FailedException("Failed to update VG on devices being imported.");
    }
  }

  private static String newName(
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
    return name;
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
    return PvWriter.rewriteHeaders(
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
