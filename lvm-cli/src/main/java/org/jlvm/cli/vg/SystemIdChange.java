package org.jlvm.cli.vg;

import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.VolumeGroup;

/** Gives a group to another host, or takes it (lvmsystemid(7)). */
final class SystemIdChange {
  private final CommandSession session;
  private final GroupChanges changes;
  private final Messages messages;
  private final Optional<String> local;

  SystemIdChange(CommandSession session, GroupChanges changes) {
    this.session = session;
    this.changes = changes;
    messages = session.session().environment().messages();
    local = session.session().environment().host().systemId();
  }

  int apply(VgState state) {
    VolumeGroup vg = state.vg();
    if (session.command().has(Opt.MAJORITYPVS)) {
      requireMajority(state);
    }
    Optional<String> wanted = SystemIds.clean(session.command().string(Opt.SYSTEMID, ""), messages);
    if (wanted.equals(vg.systemId())) {
      throw new FailedException("Volume Group system ID is already \"" + wanted.orElse("") + "\".");
    }
    if (wanted.isEmpty()) {
      confirmRemoval(vg);
    } else if (!wanted.equals(local)) {
      confirmForeign(state, wanted.get());
    }
    messages.verbose(
        "Changing system ID for VG "
            + vg.name()
            + " from \""
            + vg.systemId().orElse("")
            + "\" to \""
            + wanted.orElse("")
            + "\".");
    changes.commit(
        state,
        vg.toBuilder().systemId(wanted).build(),
        "Volume group \"" + vg.name() + "\" successfully changed.");
    return ExitStatus.OK;
  }

  private static void requireMajority(VgState state) {
    int total = state.vg().pvs().size();
    int found = state.devices().size();
    if (found <= total - found) {
      throw new FailedException(
          "Cannot change system ID without the majority of PVs (found "
              + found
              + " of "
              + total
              + ").");
    }
  }

  private void confirmRemoval(VolumeGroup vg) {
    if (local.isEmpty()) {
      return;
    }
    messages.warn("WARNING: Removing the system ID allows unsafe access from other hosts.");
    if (!confirm(
        "Remove system ID " + vg.systemId().orElse("") + " from volume group " + vg.name() + '?')) {
      throw new FailedException("System ID of volume group " + vg.name() + " not changed.");
    }
  }

  private void confirmForeign(VgState state, String wanted) {
    String name = state.vg().name().value();
    if (new VgActivation(session).activeCount(state) > 0) {
      throw new FailedException(
          "Logical Volumes in VG "
              + name
              + " must be deactivated before system ID can be changed.");
    }
    messages.warn(
        local.isPresent()
            ? "WARNING: Requested system ID "
                + wanted
                + " does not match local system ID "
                + local.get()
                + '.'
            : "WARNING: No local system ID is set.");
    messages.warn(
        "WARNING: Volume group " + name + " might become inaccessible from this machine.");
    if (!confirm("Set foreign system ID " + wanted + " on volume group " + name + '?')) {
      throw new FailedException("Volume group " + name + " system ID not changed.");
    }
  }

  private boolean confirm(String question) {
    return session.session().environment().prompter().confirm(question);
  }
}
