package org.jlvm.cli.vg;

import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.OptionValue;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.LvActivator;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.GroupUpdate;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.AreaUse;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.units.Sign;

/** {@code vgchange}: changes properties of groups, then activates or deactivates their volumes. */
public final class VgChangeVerb implements Verb {
  private static final Opt[] SAFE = {
    Opt.DELTAG, Opt.ADDTAG, Opt.METADATAPROFILE, Opt.PROFILE, Opt.DETACHPROFILE
  };
  private static final Opt[] UNSAFE = {
    Opt.LOGICALVOLUME,
    Opt.MAXPHYSICALVOLUMES,
    Opt.RESIZEABLE,
    Opt.SETAUTOACTIVATION,
    Opt.UUID,
    Opt.PHYSICALEXTENTSIZE,
    Opt.ALLOC,
    Opt.VGMETADATACOPIES
  };

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    Optional<String> missing = neededDaemon(command.formId());
    if (missing.isPresent()) {
      // lvm2 counts that as success.
      context.console().error(missing.get());
      return ExitStatus.OK;
    }
    if (command.has(Opt.AUTOACTIVATION)) {
      return OnlineSession.open(context, command)
          .map(session -> run(session, command))
          .orElse(ExitStatus.OK);
    }
    return run(CommandSession.open(context, command), command);
  }

  private static int run(CommandSession opened, ParsedCommand command) {
    try (CommandSession session = opened) {
      GroupChanges changes = new GroupChanges(session);
      if (command.formId().equals("vgchange_systemid")) {
        VgAccess access =
            command.has(Opt.MAJORITYPVS) ? VgAccess.UPDATE.withMissing() : VgAccess.UPDATE;
        return changes.each(
            access, true, state -> new SystemIdChange(session, changes).apply(state));
      }
      Reservations reservations = new Reservations(session);
      if (command.formId().equals("vgchange_persist")) {
        return changes.each(reservations.access(), true, state -> reservations.act());
      }
      if (command.formId().equals("vgchange_setlockargs")) {
        // lvm2 does not say that there is no lvmlockd.
        return changes.each(VgAccess.UPDATE, true, state -> ExitStatus.FAILED);
      }
      if (command.formId().equals("vgchange_setpersist")) {
        return changes.each(VgAccess.UPDATE, true, state -> reservations.changeSettings());
      }
      boolean update = command.hasAny(SAFE) || command.hasAny(UNSAFE);
      check(command, update);
      return changes.each(access(command, update), true, state -> change(session, state, update));
    }
  }

  private static Optional<String> neededDaemon(String form) {
    return switch (form) {
      case "vgchange_lockstart", "vgchange_lockstop" ->
          Optional.of("Using lock start and lock stop requires lvmlockd.");
      case "vgchange_locktype" -> Optional.of("Using lock type requires lvmlockd.");
      default -> Optional.empty();
    };
  }

  private static void check(ParsedCommand command, boolean update) {
    if (!update && !command.hasAny(Opt.ACTIVATE, Opt.MONITOR, Opt.POLL, Opt.REFRESH)) {
      throw new UsageException("Need one or more command options.");
    }
    if (command.hasAny(Opt.PROFILE, Opt.METADATAPROFILE) && command.has(Opt.DETACHPROFILE)) {
      throw new UsageException("Only one of --metadataprofile and --detachprofile permitted.");
    }
    if (command.hasAny(Opt.IGNORELOCKINGFAILURE, Opt.SYSINIT) && update) {
      throw new UsageException("Only -a permitted with --ignorelockingfailure and --sysinit.");
    }
    if (command.has(Opt.ACTIVATE)
        && command.hasAny(Opt.MONITOR, Opt.POLL)
        && !LvActivator.isActivating(command)) {
      throw new UsageException("Only -ay* allowed with --monitor or --poll.");
    }
    if (command.has(Opt.POLL) && command.has(Opt.SYSINIT)) {
      throw new UsageException("Only one of --poll and --sysinit permitted.");
    }
    checkPersist(command);
    requirePositive(command, Opt.MAXPHYSICALVOLUMES, "MaxPhysicalVolumes may not be negative.");
    requirePositive(command, Opt.PHYSICALEXTENTSIZE, "Physical extent size may not be negative.");
  }

  /** {@code -ay --persist start} or {@code -an --persist stop}. */
  private static void checkPersist(ParsedCommand command) {
    String fitting = LvActivator.isActivating(command) ? "start" : "stop";
    if (command.has(Opt.ACTIVATE) && !command.string(Opt.PERSIST, fitting).equals(fitting)) {
      throw new FailedException("Invalid --persist usage.");
    }
  }

  private static void requirePositive(ParsedCommand command, Opt option, String otherwise) {
    Optional<OptionValue> value = command.value(option);
    if (value.isPresent() && value.get().sign() == Sign.MINUS) {
      throw new UsageException(otherwise);
    }
  }

  private static VgAccess access(ParsedCommand command, boolean update) {
    if (update) {
      return command.hasAny(UNSAFE) ? VgAccess.UPDATE : VgAccess.UPDATE.withMissing();
    }
    return command.hasAny(Opt.ACTIVATE, Opt.REFRESH)
        ? VgAccess.ACTIVATE
        : new VgAccess(false, false, false, false, true);
  }

  private static int change(CommandSession commandSession, VgState state, boolean update) {
    ParsedCommand command = commandSession.command();
    Session session = commandSession.session();
    new Reservations(commandSession).checkStart();
    VgState now = state;
    if (update) {
      VgProperties.Change change = new VgProperties(commandSession, state).change();
      AreaUse areas = change.allAreas() ? AreaUse.ALL : AreaUse.UNCHANGED;
      try (GroupUpdate writing = session.update(state, change.vg(), Map.of(), areas)) {
        now = writing.commit();
      }
      session
          .environment()
          .messages()
          .info("Volume group \"" + now.vg().name() + "\" successfully changed.");
    }
    boolean good = true;
    if (command.has(Opt.ACTIVATE)) {
      VgActivation activation = new VgActivation(commandSession);
      good =
          command.has(Opt.AUTOACTIVATION)
              ? activation.changeIfComplete(now)
              : activation.change(now);
    } else if (command.has(Opt.REFRESH)) {
      good = new VgActivation(commandSession).refresh(now);
    } else if (command.hasAny(Opt.MONITOR, Opt.POLL)) {
      good = watch(commandSession, now);
    }
    if (update) {
      session.backups().backup(now.vg());
    }
    return good ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private static boolean watch(CommandSession session, VgState state) {
    VgActivation volumes = new VgActivation(session);
    boolean good = !session.command().has(Opt.MONITOR) || volumes.changeMonitoring(state);
    if (session.command().has(Opt.POLL)) {
      volumes.poll(state);
    }
    return good;
  }
}
