package org.jlvm.cli.lv;

import java.util.List;
import java.util.Optional;
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
import org.jlvm.core.model.VgName;
import org.jlvm.core.plan.lv.LvRename;

/** {@code lvrename}: {@code vg old new}, or {@code vg/old [vg/]new}. */
public final class LvRenameVerb implements Verb {
  /** What lvm2 leaves for the names of a group and a volume together. */
  private static final int MAX_PATH = 125;

  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      Names names = names(command.operands(), VolumePaths.of(session), session.session());
      checkNew(names);
      session.log().begin();
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
    boolean separate = operands.size() == 3;
    String from = operands.get(separate ? 1 : 0);
    String to = operands.get(separate ? 2 : 1);
    Optional<String> vg =
        separate
            ? Optional.of(paths.strip(operands.get(0)).name())
            : group(from, paths, session, true);
    Optional<String> ofOld = separate ? group(from, paths, session, false) : vg;
    if (vg.isPresent() && ofOld.isPresent() && !vg.equals(ofOld)) {
      throw new UsageException(
          "Please use a single volume group name (\""
              + vg.get()
              + "\" or \""
              + ofOld.get()
              + "\")");
    }
    if (vg.isEmpty() || !VgName.isValid(vg.get())) {
      throw new UsageException("Please provide a valid volume group name");
    }
    Optional<String> ofNew = group(to, paths, session, false);
    if (ofNew.isPresent() && !vg.equals(ofNew)) {
      throw new UsageException(
          "Logical volume names must have the same volume group (\""
              + vg.get()
              + "\" or \""
              + ofNew.get()
              + "\")");
    }
    return new Names(vg.get(), lastPart(from), lastPart(to));
  }

  /** The group of a path; what is wrong with it is told, and then it counts as having none. */
  private static Optional<String> group(
      String path, VolumePaths paths, Session session, boolean needed) {
    try {
      if (path.indexOf('/') >= 0) {
        return Optional.of(paths.split(path).vg());
      }
      Optional<String> fallback = needed ? paths.defaultVg() : Optional.empty();
      if (needed && fallback.isEmpty()) {
        throw new FailedException("Path required for Logical Volume \"" + path + "\".");
      }
      return fallback;
    } catch (FailedException e) {
      session.environment().messages().error(e.getMessage());
      return Optional.empty();
    }
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void checkNew(Names names) {
    int longest = MAX_PATH - names.vg().length();
    if (names.to().length() > longest) {
      throw new UsageException(
          "New logical volume name \""
              + names.to()
              + "\" may not exceed "
              + longest
              + " characters.");
    }
    if (names.to().isEmpty()) {
      throw new UsageException("New logical volume name may not be blank");
    }
    LvNewName.requireUsable(
        names.to(), "New logical volume name \"" + names.to() + "\" is invalid");
    if (names.from().equals(names.to())) {
      throw new UsageException("Old and new logical volume names must differ");
    }
  }
}
