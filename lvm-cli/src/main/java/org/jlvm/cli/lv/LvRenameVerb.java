package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.plan.lv.LvRename;

/** {@code lvrename}: {@code vg old new}, or {@code vg/old [vg/]new}. */
public final class LvRenameVerb implements Verb {
  private static final int MAX_NAME = 127;

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      Names names = names(command.operands(), VolumePaths.of(session), session.session());
      checkNew(names);
      VgReader reader = new VgReader(session);
      try (VgReader.Opened opened = reader.require(names.vg(), VgAccess.UPDATE)) {
        new PlanExecutor(session.session())
            .run(opened.state(), LvRename.plan(opened.state().vg(), names.from(), names.to()));
      }
      return ExitStatus.OK;
    }
  }

  private record Names(String vg, String from, String to) {}

  private static Names names(List<String> operands, VolumePaths paths, Session session) {
    List<String> rest = new ArrayList<>(operands);
    if (rest.size() == 3) {
      String vg = paths.strip(rest.get(0)).name();
      if (vg.indexOf('/') >= 0) {
        throw new UsageException("Please provide a valid volume group name");
      }
      return new Names(vg, lvOf(rest.get(1), vg, paths), lvOf(rest.get(2), vg, paths));
    }
    VolumePaths.Named from;
    try {
      from = paths.parse(rest.get(0));
    } catch (FailedException e) {
      session.environment().messages().error(e.getMessage());
      throw new UsageException("Please provide a valid volume group name");
    }
    if (from.lv().isEmpty()) {
      throw new UsageException("Please provide a valid volume group name");
    }
    String to = paths.strip(rest.get(1)).name();
    if (to.indexOf('/') >= 0) {
      VolumePaths.Named target = paths.parse(rest.get(1));
      if (!target.vg().equals(from.vg())) {
        throw new UsageException(
            "Logical volume names must have the same volume group (\""
                + from.vg()
                + "\" or \""
                + target.vg()
                + "\")");
      }
      to = target.lv().orElse("");
    }
    return new Names(from.vg(), from.lv().get(), to);
  }

  private static String lvOf(String operand, String vg, VolumePaths paths) {
    String name = paths.strip(operand).name();
    int slash = name.indexOf('/');
    if (slash < 0) {
      return name;
    }
    if (!name.substring(0, slash).equals(vg)) {
      throw new UsageException(
          "Please use a single volume group name (\""
              + vg
              + "\" or \""
              + name.substring(0, slash)
              + "\")");
    }
    return name.substring(slash + 1);
  }

  private static void checkNew(Names names) {
    if (names.to().isEmpty()) {
      throw new UsageException("New logical volume name may not be blank");
    }
    if (names.to().length() > MAX_NAME) {
      throw new UsageException(
          "New logical volume name \""
              + names.to()
              + "\" may not exceed "
              + MAX_NAME
              + " characters");
    }
    LvNewName.requireUsable(
        names.to(), "New logical volume name \"" + names.to() + "\" is invalid");
    if (names.from().equals(names.to())) {
      throw new UsageException("Old and new logical volume names must differ");
    }
  }
}
