package org.jlvm.cli.vg;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.process.SmallDevices;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.pv.PvNames;
import org.jlvm.cli.pv.PvOptions;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.GroupUpdate;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.pv.GroupMembers;
import org.jlvm.core.engine.pv.PvCreation;
import org.jlvm.core.engine.pv.PvParameters;
import org.jlvm.core.engine.pv.PvUse;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.pv.GroupExtension;

/** {@code vgextend}: adds physical volumes to a group, or takes back ones that were missing. */
public final class VgExtendVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      PvParameters parameters = new PvOptions(session).read();
      Locks.Lock global = session.session().locks().lockGlobal(LockMode.EXCLUSIVE);
      List<String> names =
          PvNames.unescaped(command.operands().subList(1, command.operands().size()));
      session.session().catalog();
      session.log().begin();
      if (command.has(Opt.RESTOREMISSING)) {
        return each(session, state -> restore(session, state, names));
      }
      PvUse use = new PvUse(PvUse.Purpose.EXTEND, true, 0, command.has(Opt.YES), false);
      PvCreation.Result pvs =
          new PvCreation(session.session(), use, parameters, session.sizes()).create(names, global);
      DevicesFileEditor.add(session, pvs.pvs(), false);
      return pvs.complete()
          ? each(session, state -> extend(session, state, pvs.pvs()))
          : ExitStatus.FAILED;
    }
  }

  private interface Change {
    Optional<VgState> apply(VgState state);
  }

  private static int each(CommandSession session, Change change) {
    String vg = VolumePaths.of(session).strip(session.command().operands().get(0)).name();
    return new EachVg(session, VgAccess.UPDATE.withMissing())
        .runNamed(
            vg,
            state -> {
              Messages messages = session.session().environment().messages();
              try {
                Optional<VgState> after = change.apply(state);
                if (after.isEmpty()) {
                  return ExitStatus.FAILED;
                }
                messages.info("Volume group \"" + state.vg().name() + "\" successfully extended");
                session.session().backups().backup(after.get().vg());
                return ExitStatus.OK;
              } catch (LvmException e) {
                messages.error(e.getMessage());
                return ExitStatus.FAILED;
              }
            });
  }

  private static Optional<VgState> extend(
      CommandSession session, VgState state, List<ScannedPv> pvs) {
    Session engine = session.session();
    Messages messages = engine.environment().messages();
    ParsedCommand command = session.command();
    long copies = state.vg().metadataCopies();
    String name = state.vg().name().value();
    boolean managed = command.has(Opt.METADATAIGNORE) && copies != 0;
    if (managed
        && !engine
            .environment()
            .prompter()
            .confirm("Override preferred number of copies of VG " + name + " metadata?")) {
      messages.error("Volume group " + name + " not changed");
      return Optional.empty();
    }
    GroupMembers members = GroupMembers.of(pvs);
    VolumeGroup extended =
        new GroupExtension(
                messages, session.sizes(), session.settings().devices().allowMixedBlockSizes())
            .extend(state.vg(), blockSizes(state), members.facts());
    if (managed) {
      long used = usedAreas(state, pvs);
      if (used != copies) {
        messages.warn(
            "WARNING: Changing preferred number of copies of VG "
                + name
                + " metadata from "
                + copies
                + " to "
                + used);
        extended = extended.toBuilder().metadataCopies(used).build();
      }
    }
    messages.verbose(
        "Volume group \""
            + name
            + "\" will be extended by "
            + pvs.size()
            + " new physical volumes");
    try (GroupUpdate update =
        engine.update(state, extended, members.devices(), AreaUse.UNCHANGED)) {
      VgState after = update.commit();
      SmallDevices.warn(session, after);
      return Optional.of(after);
    }
  }

  private static long usedAreas(VgState state, List<ScannedPv> pvs) {
    long used = state.areasInUse().size();
    for (ScannedPv pv : pvs) {
      used += pv.areasInUse().size();
    }
    return used;
  }

  private static List<Integer> blockSizes(VgState state) {
    List<Integer> sizes = new ArrayList<>(state.vg().pvs().size());
    for (PhysicalVolume pv : state.vg().pvs()) {
      state.device(pv.id()).ifPresent(found -> sizes.add(found.device().logicalBlockSize()));
    }
    return sizes;
  }

  private static Optional<VgState> restore(
      CommandSession session, VgState state, List<String> names) {
    Set<PhysicalVolume> restored = new LinkedHashSet<>();
    for (String name : names) {
      restorable(session, state, name).ifPresent(restored::add);
    }
    if (restored.isEmpty()) {
      session.session().environment().messages().error("No PV has been restored.");
      return Optional.empty();
    }
    VolumeGroup vg = state.vg();
    for (PhysicalVolume pv : restored) {
      vg = vg.withPv(pv.withFlag(Flag.MISSING, false));
    }
    return Optional.of(session.session().commit(state, vg));
  }

  private static Optional<PhysicalVolume> restorable(
      CommandSession session, VgState state, String name) {
    Messages messages = session.session().environment().messages();
    Optional<String> device =
        session
            .session()
            .devices()
            .find(name)
            .map(DeviceInventory.Found::device)
            .map(d -> d.name());
    for (PhysicalVolume pv : state.vg().pvs()) {
      Optional<ScannedPv> found = state.device(pv.id());
      if (found.isEmpty() || !device.equals(Optional.of(found.get().device().name()))) {
        continue;
      }
      // One without data was taken back as soon as the group was read.
      if (pv.isMarkedMissing() || wasMissing(session, state, pv)) {
        return Optional.of(pv);
      }
      messages.warn("WARNING: PV " + name + " was not missing in VG " + state.vg().name());
      return Optional.empty();
    }
    messages.warn("WARNING: PV " + name + " not found in VG " + state.vg().name());
    return Optional.empty();
  }

  private static boolean wasMissing(CommandSession session, VgState state, PhysicalVolume pv) {
    return session
        .session()
        .catalog()
        .state(VgCatalog.VgIdentity.of(state.vg()))
        .flatMap(read -> read.vg().findPv(pv.id()))
        .filter(PhysicalVolume::isMarkedMissing)
        .isPresent();
  }
}
