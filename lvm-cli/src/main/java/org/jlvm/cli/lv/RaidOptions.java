package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.lv.LvPropertyChange;

/** What the options of {@code lvchange} want of RAID volumes. */
record RaidOptions(CommandSession session, VgState state) {
  List<LvPropertyChange> changes() {
    ParsedCommand command = session.command();
    List<LvPropertyChange> changes = new ArrayList<>();
    if (command.hasAny(Opt.MINRECOVERYRATE, Opt.MAXRECOVERYRATE)) {
      changes.add(
          new LvPropertyChange.RecoveryRates(rate(Opt.MINRECOVERYRATE), rate(Opt.MAXRECOVERYRATE)));
    }
    if (command.hasAny(Opt.WRITEMOSTLY, Opt.WRITEBEHIND)) {
      OptionalLong behind =
          command.has(Opt.WRITEBEHIND)
              ? OptionalLong.of(command.number(Opt.WRITEBEHIND, 0))
              : OptionalLong.empty();
      LvPropertyChange change = new LvPropertyChange.WriteMostly(behind, modes(command));
      changes.add(change);
      if (command.has(Opt.WRITEMOSTLY) && command.has(Opt.WRITEBEHIND)) {
        changes.add(change); // as lvm2, once for each option; what is toggled is so twice
      }
    }
    return changes;
  }

  private OptionalLong rate(Opt option) {
    return session.command().has(option)
        ? OptionalLong.of(LvCopies.rate(session.command(), option))
        : OptionalLong.empty();
  }

  private List<LvPropertyChange.WriteMostly.Mode> modes(ParsedCommand command) {
    List<LvPropertyChange.WriteMostly.Mode> modes = new ArrayList<>();
    for (String given : command.strings(Opt.WRITEMOSTLY)) {
      int last = given.length() - 1;
      boolean withLetter = last >= 2 && given.charAt(last - 1) == ':';
      String name = withLetter ? given.substring(0, last - 1) : given;
      modes.add(
          new LvPropertyChange.WriteMostly.Mode(pv(name), withLetter ? given.charAt(last) : 'y'));
    }
    return modes;
  }

  private LvmId pv(String name) {
    return new PvDevices(state)
        .find(name)
        .orElseThrow(
            () -> new FailedException(name + " not found in volume group, " + state.vg().name()))
        .id();
  }
}
