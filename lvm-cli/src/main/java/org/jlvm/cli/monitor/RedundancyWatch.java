package org.jlvm.cli.monitor;

import java.util.List;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.table.StatusLine;
import org.jlvm.dm.table.TargetStatus;

/**
 * The frame of watches over devices that hold the same data several times.
 *
 * @param <S> what the driver tells of them
 */
abstract class RedundancyWatch<S extends TargetStatus> implements DeviceWatch {
  private final Class<S> known;
  private final String others;

  /**
   * @param others what messages call parts that are not redundant
   */
  RedundancyWatch(Class<S> known, String others) {
    this.known = known;
    this.others = others;
  }

  @Override
  public final List<Reaction> look(StatusReport report) {
    Reactions reactions = new Reactions();
    String device = report.info().name().value();
    if (report.lines().isEmpty()) {
      reactions.say(Severity.INFO, device + " mapping lost.");
    }
    for (StatusLine line : report.lines()) {
      if (known.isInstance(line.status())) {
        look(reactions, device, known.cast(line.status()));
      } else {
        reactions.say(Severity.INFO, device + " has " + others + " portion.");
      }
    }
    return reactions.list();
  }

  abstract void look(Reactions reactions, String device, S status);
}
