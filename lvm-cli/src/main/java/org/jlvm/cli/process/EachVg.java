package org.jlvm.cli.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VgName;

/**
 * Runs something for each group that the operands name, by name or {@code @tag}; for all where
 * there are none and the command's default is all.
 */
public final class EachVg {
  private final CommandSession session;
  private final VgReader reader;
  private final VolumePaths paths;
  private final Messages messages;
  private final VgAccess access;
  private int status = ExitStatus.OK;

  public EachVg(CommandSession session, VgAccess access) {
    this.session = session;
    this.access = access;
    reader = new VgReader(session);
    paths = VolumePaths.of(session);
    messages = session.session().environment().messages();
  }

  /** What the operands name. */
  private record Wanted(Set<String> names, Set<Tag> tags) {
    boolean isEmpty() {
      return names.isEmpty() && tags.isEmpty();
    }

    boolean matches(VgState state) {
      if (isEmpty() || names.contains(state.vg().name().value())) {
        return true;
      }
      for (Tag tag : state.vg().tags()) {
        if (tags.contains(tag)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Runs it.
   *
   * @param allByDefault whether no operand means all groups
   * @param selected the command's selection, {@code state -> true} without one
   * @param action gives an exit status for a locked group
   * @return the worst status
   */
  public int run(
      List<String> operands,
      boolean allByDefault,
      Predicate<VgState> selected,
      ToIntFunction<VgState> action) {
    Wanted wanted = wanted(operands);
    return status == ExitStatus.OK ? run(wanted, allByDefault, selected, action) : status;
  }

  /** Runs it for the one group of a name, for commands that take exactly one. */
  public int runNamed(String name, ToIntFunction<VgState> action) {
    return run(new Wanted(Set.of(name), Set.of()), false, state -> true, action);
  }

  private int run(
      Wanted wanted,
      boolean allByDefault,
      Predicate<VgState> selected,
      ToIntFunction<VgState> action) {
    boolean all = (wanted.names().isEmpty() && allByDefault) || !wanted.tags().isEmpty();
    try (WorkLog.Place place = session.log().enter("vg")) {
      return runLogged(wanted, all, selected, action);
    }
  }

  private int runLogged(
      Wanted wanted, boolean all, Predicate<VgState> selected, ToIntFunction<VgState> action) {
    if (all) {
      try (Locks.Lock global = session.session().locks().lockGlobal(LockMode.SHARED)) {
        if (!session.session().catalog().identities().isEmpty()) {
          session.log().begin();
        } else {
          messages.verbose("No volume groups found.");
        }
        for (VgCatalog.VgIdentity identity : session.session().catalog().identities()) {
          process(reader.open(identity, access), identity.name().value(), wanted, selected, action);
        }
      }
      return status;
    }
    session.log().begin();
    tellUnknown(session.session(), wanted.names());
    for (String name : wanted.names()) {
      if (!isAmbiguous(name)) {
        process(reader.open(name, access), name, wanted, selected, action);
      }
    }
    return status;
  }

  private Wanted wanted(List<String> operands) {
    Set<String> names = new LinkedHashSet<>();
    Set<Tag> tags = new LinkedHashSet<>();
    for (String operand : operands) {
      if (operand.startsWith("@")) {
        if (Tag.isValid(operand.substring(1))) {
          tags.add(new Tag(operand.substring(1)));
        } else {
          messages.error("Skipping invalid tag: " + operand);
          raise(ExitStatus.INVALID_COMMAND_LINE);
        }
        continue;
      }
      String name = paths.strip(operand).name();
      if (name.indexOf('/') >= 0) {
        messages.error("Invalid volume group name " + name + '.');
        raise(ExitStatus.INVALID_COMMAND_LINE);
        continue;
      }
      names.add(name);
    }
    return new Wanted(names, tags);
  }

  private boolean isAmbiguous(String name) {
    if (!session.session().isScanned() || !VgName.isValid(name)) {
      return false;
    }
    if (!reader.isAmbiguous(new VgName(name))) {
      return false;
    }
    messages.error("Multiple VGs found with the same name: skipping " + name);
    messages.error(reader.wayOut());
    raise(ExitStatus.FAILED);
    return true;
  }

  /** With much asked for, names are looked up before anything is locked. */
  static void tellUnknown(Session session, Set<String> names) {
    Messages messages = session.environment().messages();
    if (!messages.shows(Level.VERBOSE)) {
      return;
    }
    for (String name : names) {
      if (!VgName.isValid(name) || session.catalog().named(new VgName(name)).isEmpty()) {
        messages.verbose("VG name on command line not found in list of VGs: " + name);
      }
    }
  }

  private void process(
      VgReader.Result result,
      String name,
      Wanted wanted,
      Predicate<VgState> selected,
      ToIntFunction<VgState> action) {
    if (result.opened().isEmpty()) {
      refuse(result.refusal().orElseThrow(), name, wanted);
      return;
    }
    try (VgReader.Opened opened = result.opened().get()) {
      if (wanted.matches(opened.state()) && selected.test(opened.state())) {
        int outcome = action.applyAsInt(opened.state());
        session.log().done(outcome);
        raise(outcome);
      }
    }
  }

  private void refuse(VgReader.Refusal refusal, String name, Wanted wanted) {
    boolean named = wanted.names().contains(name);
    if (refusal instanceof VgReader.Refusal.NotForUs notForUs) {
      if (named) {
        messages.error(notForUs.text());
        fail();
      } else {
        messages.verbose(VgReader.skipping(notForUs, name));
      }
      return;
    }
    if (refusal instanceof VgReader.Refusal.NotFound && !named) {
      return;
    }
    messages.error(VgReader.text(refusal));
    messages.error("Cannot process volume group " + name);
    fail();
  }

  private void fail() {
    session.log().done(ExitStatus.FAILED);
    raise(ExitStatus.FAILED);
  }

  private void raise(int other) {
    status = Math.max(status, other);
  }

  /** The one group of an operand, opened; for commands that take exactly one. */
  public Optional<VgReader.Opened> single(String operand) {
    return reader.open(paths.strip(operand).name(), access).opened();
  }
}
