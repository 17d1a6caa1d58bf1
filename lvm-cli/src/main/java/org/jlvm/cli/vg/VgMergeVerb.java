package org.jlvm.cli.vg;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.vg.GroupMerge;

/** {@code vgmerge}: one group takes over the volumes of others. */
public final class VgMergeVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      Session engine = session.session();
      engine.locks().lockGlobal(LockMode.EXCLUSIVE);
      VolumePaths paths = VolumePaths.of(session);
      List<String> operands = command.operands();
      String to = paths.strip(operands.get(0)).name();
      int status = ExitStatus.OK;
      for (String operand : operands.subList(1, operands.size())) {
        try {
          merge(session, to, paths.strip(operand).name());
        } catch (LvmException e) {
          engine.environment().messages().error(e.getMessage());
          status = Math.max(status, e.exitStatus());
        }
      }
      return status;
    }
  }

  private static void merge(CommandSession session, String to, String from) {
    if (to.equals(from)) {
      throw new FailedException("Duplicate volume group name \"" + from + '"');
    }
    boolean fromFirst = to.compareTo(from) > 0;
    session.session().catalog();
    try (VgReader.Opened first = open(session, fromFirst ? from : to);
        VgReader.Opened second = open(session, fromFirst ? to : from)) {
      merge(session, (fromFirst ? second : first).state(), (fromFirst ? first : second).state());
    }
  }

  private static VgReader.Opened open(CommandSession session, String name) {
    Messages messages = session.session().environment().messages();
    messages.verbose("Checking for volume group \"" + name + '"');
    return GroupChanges.open(session, name);
  }

  private static void merge(CommandSession session, VgState to, VgState from) {
    Session engine = session.session();
    if (new VgActivation(session).activeCount(from) > 0) {
      throw new FailedException("Logical volumes in \"" + from.vg().name() + "\" must be inactive");
    }
    GroupMerge.requireCompatible(to.vg(), from.vg());
    engine.archive(from);
    engine.archive(to);
    Messages messages = engine.environment().messages();
    VolumeGroup merged =
        GroupMerge.merge(
            to.vg(),
            from.vg(),
            lv -> {
              LvmId id = engine.environment().ids().next();
              messages.verbose("Changed LVID for " + lv.name() + " to " + id);
              return id;
            });
    messages.verbose("Writing out updated volume group");
    VgState now = engine.commit(to, merged, from.devices());
    engine.catalog().removed(from.vg());
    engine.backups().backup(now.vg());
    messages.info(
        "Volume group \""
            + from.vg().name()
            + "\" successfully merged into \""
            + to.vg().name()
            + '"');
    // lvm2 makes one more when it gives back the lock.
    engine.backups().backup(now.vg());
  }
}
