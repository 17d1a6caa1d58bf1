package org.jlvm.cli.monitor;

import java.util.List;
import java.util.Optional;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.MirrorStatus;
import org.jlvm.dm.table.StatusLine;

/** Has a mirror repaired when a leg or its log fails. */
final class MirrorWatch implements DeviceWatch {
  private final String volume;

  MirrorWatch(String volume) {
    this.volume = volume;
  }

  @Override
  public String kind() {
    return "mirror device";
  }

  @Override
  public List<Reaction> look(StatusReport report) {
    Reactions reactions = new Reactions();
    String device = report.info().name().value();
    if (report.lines().isEmpty()) {
      reactions.say(Severity.INFO, device + " mapping lost.");
    }
    for (StatusLine line : report.lines()) {
      if (line.status() instanceof MirrorStatus status) {
        look(reactions, device, status);
      } else {
        reactions.say(Severity.INFO, device + " has unmirrored portion.");
      }
    }
    return reactions.list();
  }

  private void look(Reactions reactions, String device, MirrorStatus status) {
    boolean failed = false;
    for (int i = 0; i < status.health().length(); i++) {
      char health = status.health().charAt(i);
      String what = i == 0 ? "Primary mirror" : "Secondary mirror";
      failed |= tell(reactions, what, status.legs().get(i), health);
    }
    if (status.logDevice().isPresent() && !status.logHealth().isEmpty()) {
      char health = status.logHealth().charAt(0);
      failed |= tell(reactions, "Log", status.logDevice().get(), health);
    }
    if (failed) {
      repair(reactions, device);
    } else if (status.regions().complete()) {
      reactions.say(Severity.NOTICE, device + " is now in-sync.");
    }
  }

  /** Whether it must be replaced: what could only not be read or brought in sync need not. */
  private static boolean tell(Reactions reactions, String what, DeviceNumber number, char health) {
    String part = what + " device " + number;
    switch (health) {
      case 'A' -> {
        return false;
      }
      case 'S' -> reactions.say(Severity.ERROR, part + " sync failed.");
      case 'R' -> reactions.say(Severity.ERROR, part + " read failed.");
      case 'F' -> reactions.say(Severity.ERROR, part + " flush failed.");
      default -> reactions.say(Severity.ERROR, part + " has failed (" + health + ").");
    }
    return health != 'S' && health != 'R';
  }

  private void repair(Reactions reactions, String device) {
    reactions.say(Severity.ERROR, "Device failure in " + device + '.');
    String repair = "Repair of mirrored device " + device;
    reactions.add(
        new Reaction.Run(
            DeviceWatch.repair(volume),
            Optional.of(new Reaction.Say(Severity.INFO, repair + " finished successfully.")),
            List.of(
                new Reaction.Say(Severity.ERROR, repair + " failed."),
                new Reaction.Say(
                    Severity.ERROR, "Failed to remove faulty devices in " + device + '.'))));
  }
}
