package org.jlvm.cli.vg;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.SmallDevices;
import org.jlvm.cli.pv.PvNames;
import org.jlvm.cli.pv.PvOptions;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.pv.GroupMembers;
import org.jlvm.core.engine.pv.PvCreation;
import org.jlvm.core.engine.pv.PvParameters;
import org.jlvm.core.engine.pv.PvUse;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.pv.ExtentSizes;
import org.jlvm.core.plan.pv.GroupExtension;

/** {@code vgcreate}: makes a group of physical volumes, and those if need be. */
public final class VgCreateVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      Reservations reservations = new Reservations(session);
      PvParameters parameters = new PvOptions(session).read();
      boolean reserving = reservations.areWantedForNewGroup();
      NewGroup group = group(session);
      Session engine = session.session();
      Locks.Lock global = engine.locks().lockGlobal(LockMode.EXCLUSIVE);
      engine.locks().lockVg(group.name(), LockMode.EXCLUSIVE);
      if (!engine.catalog().named(group.name()).isEmpty()) {
        throw new FailedException("A volume group called " + group.name() + " already exists.");
      }
      session.log().begin();
      PvCreation creation = creation(session, parameters);
      if (reserving) {
        creation.beforeWriting(reservations::checkDevices);
      }
      PvCreation.Result pvs = creation.create(devices(command), global);
      DevicesFileEditor.add(session, pvs.pvs(), true);
      return pvs.complete() ? create(session, group, pvs) : ExitStatus.FAILED;
    }
  }

  private static NewGroup group(CommandSession session) {
    String operand = session.command().operands().get(0);
    // The name is looked at last.
    NewGroup unnamed = NewGroup.defaults(session, new VgName("new"));
    NewGroup group = NewGroup.read(session, unnamed).named(NewVgName.of(session, operand));
    group.validate();
    return group;
  }

  private static List<String> devices(ParsedCommand command) {
    return PvNames.unescaped(command.operands().subList(1, command.operands().size()));
  }

  private static PvCreation creation(CommandSession session, PvParameters parameters) {
    PvUse use =
        new PvUse(
            PvUse.Purpose.NEW_GROUP,
            true,
            session.command().count(Opt.FORCE),
            session.command().has(Opt.YES),
            session.settings().devices().allowMixedBlockSizes());
    return new PvCreation(session.session(), use, parameters, session.sizes());
  }

  private static int create(CommandSession session, NewGroup group, PvCreation.Result pvs) {
    Session engine = session.session();
    ExtentSizes.require(group.extentSize(), session.sizes());
    VolumeGroup empty = group.build(session, engine.environment().ids().next());
    GroupMembers members = GroupMembers.of(pvs.pvs());
    VolumeGroup vg =
        new GroupExtension(
                engine.environment().messages(),
                session.sizes(),
                session.settings().devices().allowMixedBlockSizes())
            .extend(empty, List.of(), members.facts());
    AreaUse areas = group.allCopies() ? AreaUse.ALL : AreaUse.UNCHANGED;
    VgState created = engine.create(vg, members.devices(), areas);
    SmallDevices.warn(session, created);
    engine.backups().backup(created.vg());
    engine
        .environment()
        .messages()
        .info(
            "Volume group \""
                + group.name()
                + "\" successfully created"
                + group.systemId().map(id -> " with system ID " + id).orElse(""));
    return ExitStatus.OK;
  }
}
