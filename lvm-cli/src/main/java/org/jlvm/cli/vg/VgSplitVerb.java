package org.jlvm.cli.vg;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.pv.PvNames;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.SegmentJoining;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.vg.GroupMerge;
import org.jlvm.core.plan.vg.GroupSplit;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;

/** {@code vgsplit}: moves physical volumes with what is on them into another or a new group. */
public final class VgSplitVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Splitting(session).run();
    }
  }

  private static final class Splitting {
    private final CommandSession commandSession;
    private final ParsedCommand command;
    private final Session session;
    private final Messages messages;
    private final String fromName;
    private final String toName;

    Splitting(CommandSession commandSession) {
      this.commandSession = commandSession;
      command = commandSession.command();
      session = commandSession.session();
      messages = session.environment().messages();
      VolumePaths paths = VolumePaths.of(commandSession);
      fromName = paths.strip(command.operands().get(0)).name();
      toName = paths.strip(command.operands().get(1)).name();
    }

    int run() {
      session.locks().lockGlobal(LockMode.EXCLUSIVE);
      if (fromName.equals(toName)) {
        throw new FailedException("Duplicate volume group name \"" + fromName + '"');
      }
      if (!VgName.isValid(toName)) {
        session.catalog();
        throw new FailedException("Invalid vg name " + toName + '.');
      }
      VgName name = new VgName(toName);
      Optional<VgState> existing = Optional.empty();
      if (session.catalog().named(name).isEmpty()) {
        session.locks().lockVg(name, LockMode.EXCLUSIVE);
      } else {
        existing = Optional.of(read(toName));
      }
      VgState from = read(fromName);
      if (existing.isPresent()) {
        requireNoNewOption();
        GroupMerge.requireCompatible(existing.get().vg(), from.vg());
      }
      VolumeGroup to = existing.isPresent() ? existing.get().vg() : newGroup(name, from.vg());
      session.archive(from);
      GroupSplit split =
          GroupSplit.of(from.vg(), to, moved(from, to), lv -> requireInactive(from, lv));
      requireAreas(from, split);
      write(from, existing, split);
      messages.info(
          (existing.isPresent() ? "Existing" : "New")
              + " volume group \""
              + toName
              + "\" successfully split from \""
              + fromName
              + '"');
      return ExitStatus.OK;
    }

    private VgState read(String name) {
      try {
        return GroupChanges.open(commandSession, name).state();
      } catch (FailedException e) {
        messages.error(e.getMessage());
        throw new FailedException("Failed to read VG " + name + '.', e);
      }
    }

    private void requireNoNewOption() {
      if (command.hasAny(
          Opt.CLUSTERED,
          Opt.ALLOC,
          Opt.MAXPHYSICALVOLUMES,
          Opt.MAXLOGICALVOLUMES,
          Opt.VGMETADATACOPIES)) {
        throw new FailedException(
            "Volume group \"" + toName + "\" exists, but new VG option specified");
      }
    }

    private VolumeGroup newGroup(VgName name, VolumeGroup from) {
      NewGroup defaults =
          new NewGroup(
              name,
              from.extentSize(),
              from.maxLv(),
              from.maxPv(),
              from.allocation(),
              commandSession.settings().metadata().vgmetadatacopies(),
              false,
              from.systemId());
      NewGroup group = NewGroup.read(commandSession, defaults);
      NewVgName.of(commandSession, name.value());
      group.validate();
      return group.build(commandSession, session.environment().ids().next());
    }

    private Set<LvmId> moved(VgState from, VolumeGroup to) {
      Optional<String> lvName = command.string(Opt.NAME);
      if (lvName.isPresent()) {
        return pvsUnder(lvName.get(), from.vg(), to);
      }
      Set<LvmId> moved = new LinkedHashSet<>();
      List<String> operands = command.operands();
      for (String name : PvNames.unescaped(operands.subList(2, operands.size()))) {
        LvmId pv = pv(from, name);
        if (moved.contains(pv)) {
          throw notThere(name);
        }
        requireResizeable(from.vg(), Optional.empty());
        requireResizeable(to, Optional.empty());
        moved.add(pv);
      }
      return moved;
    }

    private Set<LvmId> pvsUnder(String lvName, VolumeGroup from, VolumeGroup to) {
      LogicalVolume lv =
          from.findLv(lvName.substring(lvName.lastIndexOf('/') + 1))
              .orElseThrow(
                  () ->
                      new FailedException(
                          "Logical volume " + lvName + " not in volume group " + fromName));
      requireResizeable(from, Optional.of("Cannot move PV(s) from non resize"));
      requireResizeable(to, Optional.of("Cannot move PV(s) to non resize"));
      return GroupSplit.pvsUnder(from, lv);
    }

    private void requireResizeable(VolumeGroup vg, Optional<String> consequence) {
      if (vg.isResizeable()) {
        return;
      }
      String problem = "Volume group " + vg.name() + " is not resizeable.";
      if (consequence.isPresent()) {
        messages.error(problem);
        problem = consequence.get() + " volume group " + vg.name() + ".";
      }
      throw new FailedException(problem);
    }

    private LvmId pv(VgState from, String name) {
      Optional<String> device = session.devices().find(name).map(found -> found.device().name());
      for (PhysicalVolume pv : from.vg().pvs()) {
        if (from.device(pv.id()).isPresent() && device.equals(Optional.of(from.pvName(pv)))) {
          return pv.id();
        }
      }
      throw notThere(name);
    }

    private FailedException notThere(String pv) {
      return new FailedException("Physical volume " + pv + " not in volume group " + fromName);
    }

    private void requireInactive(VgState from, LogicalVolume lv) {
      if (session.activation().status(from, lv).exists()) {
        throw new FailedException(
            "Logical volume "
                + fromName
                + '/'
                + lv.name()
                + mirrorOf(from.vg(), lv)
                    .map(m -> " (part of " + fromName + '/' + m + ')')
                    .orElse("")
                + " must be inactive.");
      }
    }

    private static Optional<String> mirrorOf(VolumeGroup vg, LogicalVolume lv) {
      return LvRelations.of(vg).usersOf(lv.id()).stream()
          .filter(user -> user.firstSegment() instanceof MirrorSegment)
          .map(user -> user.name().toString())
          .findFirst();
    }

    private void requireAreas(VgState from, GroupSplit split) {
      VgState left = from.with(split.from(), Map.of());
      VgState gone = from.with(split.to(), Map.of());
      boolean storable = !gone.areas().isEmpty() && !left.areas().isEmpty();
      if (!storable && !split.from().pvs().isEmpty()) {
        throw new FailedException("Cannot split: Nowhere to store metadata for new Volume Group");
      }
    }

    /** Until both are written, the group that grows is exported: nobody uses it half made. */
    private void write(VgState from, Optional<VgState> existing, GroupSplit split) {
      messages.verbose("Writing out updated volume groups");
      VolumeGroup exported = split.to().withFlag(Flag.EXPORTED, true);
      // A group that was there has devices of its own besides those that are moved.
      VgState devices = existing.isPresent() ? existing.get().with(exported, from.devices()) : from;
      session.archiveAs(SegmentJoining.joined(exported), devices);
      VgState to =
          existing.isPresent()
              ? session.commit(existing.get(), exported, from.devices())
              : session.create(exported, from.devices(), AreaUse.UNCHANGED);
      session.backups().backup(to.vg());
      Optional<VgState> left = Optional.empty();
      if (split.from().pvs().isEmpty()) {
        session.catalog().removed(from.vg());
      } else {
        left = Optional.of(session.commit(from, split.from()));
        session.backups().backup(left.get().vg());
      }
      to = session.commit(to, to.vg().withFlag(Flag.EXPORTED, false));
      session.backups().backup(to.vg());
      // lvm2 makes one more of each when it gives back the locks.
      session.backups().backup(to.vg());
      left.ifPresent(state -> session.backups().backup(state.vg()));
    }
  }
}
