package org.jlvm.cli.lv;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.mirror.MirrorSettings;

/** What mirrors and their conversions take from the command line and the configuration. */
public final class MirrorOptions {
  private MirrorOptions() {}

  /** For new volumes and logs. */
  public static MirrorSettings settings(CommandSession command) {
    Session session = command.session();
    return new MirrorSettings(
        session.environment().ids()::next,
        Optional.of(
            new LogicalVolume.Creation(
                session.environment().now(), session.environment().host().nodeName())),
        LvAmount.settings(command),
        command.settings().global().supportMirroredMirrorLog(),
        command.command().force() > 0,
        session.activation().isAvailable(),
        session.environment().prompter(),
        session.environment().messages(),
        command.sizes());
  }

  /** The physical volumes after the first operand; all if there are none. */
  public static PvChoices pvs(CommandSession command, VgState state) {
    List<String> operands = command.command().operands();
    return PvOperands.read(
        operands.subList(1, operands.size()),
        state.vg(),
        FreeExtents.of(state.vg()),
        new PvDevices(state),
        false,
        command.session().environment().messages());
  }

  /** For new extents. */
  public static AllocationPolicy policy(ParsedCommand command) {
    return command
        .string(Opt.ALLOC)
        .flatMap(AllocationPolicy::ofText)
        .orElse(AllocationPolicy.INHERIT);
  }
}
