package org.jlvm.cli.monitor;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.lvm.Percents;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.table.SnapshotStatus;
import org.jlvm.dm.table.StatusLine;

/**
 * Has a snapshot extended as it fills up, and ends the use of one that is lost. Percents are in
 * millionths.
 */
final class SnapshotWatch implements DeviceWatch {
  private static final long PERCENT = 1_000_000;
  private static final long FIRST_LOOK = 50 * PERCENT;
  private static final long WARNING = 80 * PERCENT;
  private static final long STEP = 5 * PERCENT;

  private final String volume;

  /** Use from which on something is done next. */
  private long threshold = FIRST_LOOK;

  private Sectors size = Sectors.ZERO;
  private boolean over;

  SnapshotWatch(String volume) {
    this.volume = volume;
  }

  @Override
  public String kind() {
    return "snapshot";
  }

  @Override
  public String purpose() {
    return ".";
  }

  @Override
  public List<Reaction> look(StatusReport report) {
    Reactions reactions = new Reactions();
    if (over) {
      return reactions.list();
    }
    Optional<StatusLine> line = report.lines().stream().findFirst();
    if (line.isEmpty() || !(line.get().status() instanceof SnapshotStatus status)) {
      String type = line.map(StatusLine::targetType).orElse("???");
      reactions.say(Severity.ERROR, "Target " + type + " is not snapshot.");
      return reactions.list();
    }
    String device = report.info().name().value();
    if (status.usage().isEmpty() || status.usage().get().total().isZero()) {
      end(reactions, report, status);
      return reactions.list();
    }
    SnapshotStatus.Usage usage = status.usage().get();
    Sectors data = usage.allocated().minus(usage.metadata());
    if (line.get().length().compareTo(data) <= 0) {
      reactions.say(
          Severity.INFO, "Dropping monitoring of fully provisioned snapshot " + device + '.');
      reactions.add(new Reaction.Stop());
      return reactions.list();
    }
    extendIfFull(reactions, device, usage);
    return reactions.list();
  }

  private void end(Reactions reactions, StatusReport report, SnapshotStatus status) {
    over = true;
    reactions.say(
        Severity.WARNING,
        "WARNING: Snapshot "
            + report.info().name()
            + " changed state to: "
            + status.text()
            + " and should be removed.");
    reactions.add(new Reaction.Unmount(report.info()));
    reactions.add(new Reaction.Stop());
  }

  private void extendIfFull(Reactions reactions, String device, SnapshotStatus.Usage usage) {
    if (!usage.total().equals(size)) {
      threshold = FIRST_LOOK;
      size = usage.total();
    }
    Cell use = Percents.of(usage.allocated().count(), usage.total().count());
    if (use.key() < threshold) {
      return;
    }
    threshold = use.key() / STEP * STEP + STEP;
    if (use.key() >= WARNING) {
      reactions.say(
          Severity.WARNING, "WARNING: Snapshot " + device + " is now " + use.text() + "% full.");
    }
    reactions.add(
        new Reaction.Run(
            List.of("lvextend", "--use-policies", volume),
            Optional.empty(),
            List.of(
                new Reaction.Say(Severity.ERROR, "Failed to extend snapshot " + device + '.'))));
  }
}
