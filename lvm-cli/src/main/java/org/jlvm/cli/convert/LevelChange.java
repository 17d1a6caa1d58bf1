package org.jlvm.cli.convert;

import org.jlvm.cli.lv.StripeOptions;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.units.Sign;

/**
 * Conversions between levels, which are not made here; what lvm2 refuses is refused in its words.
 */
final class LevelChange {
  private final CommandSession session;
  private final ParsedCommand command;
  private final VgState state;
  private final LogicalVolume lv;

  LevelChange(CommandSession session, VgState state, LogicalVolume lv) {
    this.session = session;
    this.command = session.command();
    this.state = state;
    this.lv = lv;
  }

  /**
   * What is wrong first, in the order in which lvm2 checks.
   *
   * @throws FailedException already at stripes that cannot be
   */
  FailedException refusal() {
    String type = command.string(Opt.TYPE, "");
    if (type.equals("striped") || (type.startsWith("raid") && !type.equals("raid1"))) {
      StripeOptions.ofNewVolume(session, type);
    }
    boolean ofLog = command.hasAny(Opt.MIRRORLOG, Opt.CORELOG);
    boolean single = command.has(Opt.MIRRORS) && command.number(Opt.MIRRORS, 0) == 0;
    if (type.equals("linear") && command.number(Opt.MIRRORS, 0) != 0) {
      return new FailedException("Cannot specify mirrors with linear type.");
    }
    if (command.has(Opt.MIRRORS) && images() < 1) {
      return new FailedException("Unable to reduce images by specified amount.");
    }
    if (ofLog && (single || !type.equals("mirror"))) {
      return new FailedException(
          "--corelog and --mirrorlog are only compatible with mirror devices");
    }
    if (!session.session().activation().status(state, lv).exists()) {
      return new FailedException(
          state.vg().name() + "/" + lv.name() + " must be active to perform this operation.");
    }
    return new FailedException("The conversion " + command.formId() + " is not part of jlvm yet.");
  }

  private long images() {
    long old = lv.firstSegment() instanceof RaidSegment raid ? raid.areas().size() : 1;
    long number = command.number(Opt.MIRRORS, 0);
    return switch (command.value(Opt.MIRRORS).map(value -> value.sign()).orElse(Sign.NONE)) {
      case PLUS -> old + number;
      case MINUS -> old - number;
      case NONE -> number + 1;
    };
  }
}
