package org.jlvm.cli.monitor;

import java.util.List;
import java.util.Optional;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.MirrorStatus;

/** Has a mirror repaired when a leg or its log fails. */
final class MirrorWatch extends RedundancyWatch<MirrorStatus> {
  private final String volume;

  MirrorWatch(String volume) {
    super(MirrorStatus.class, "unmirrored");
    this.volume = volume;
  }

  @Override
  public String kind() {
    return "mirror device";
  }

  @Override
  void look(Reactions reactions, String device, MirrorStatus status) {
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
