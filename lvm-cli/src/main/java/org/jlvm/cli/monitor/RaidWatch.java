package org.jlvm.cli.monitor;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jlvm.dm.table.RaidStatus;

/** Has an array repaired when a device of it fails, once for each time that one does. */
final class RaidWatch extends RedundancyWatch<RaidStatus> {
  private final String volume;
  private final BitSet told = new BitSet();
  private boolean waiting;
  private boolean repaired;

  RaidWatch(String volume) {
    super(RaidStatus.class, "non-raid");
    this.volume = volume;
  }

  @Override
  public String kind() {
    return "RAID device";
  }

  @Override
  void look(Reactions reactions, String device, RaidStatus status) {
    boolean dead = tellDead(reactions, device, status);
    if (hasLostSources(status)) {
      reactions.say(Severity.ERROR, "Primary sources for new RAID, " + device + ", have failed.");
      dead = true;
    }
    if (dead) {
      repair(reactions, device, status);
      return;
    }
    repaired = false;
    if (status.synced().complete()) {
      told.clear();
    }
    String state = status.synced().complete() ? "now" : "not";
    reactions.say(
        Severity.INFO, status.level() + " array, " + device + ", is " + state + " in-sync.");
  }

  private boolean tellDead(Reactions reactions, String device, RaidStatus status) {
    boolean dead = false;
    for (int i = 0; i < status.health().length(); i++) {
      if (status.health().charAt(i) == 'D') {
        dead = true;
        if (!told.get(i)) {
          told.set(i);
          reactions.say(
              Severity.WARNING,
              "WARNING: Device #"
                  + i
                  + " of "
                  + status.level()
                  + " array, "
                  + device
                  + ", has failed.");
        }
      }
    }
    return dead;
  }

  /** The driver stops copying to new devices and calls the old ones alive, hoping for the best. */
  private static boolean hasLostSources(RaidStatus status) {
    return status.action().map("idle"::equals).orElse(false)
        && status.health().startsWith("a")
        && !status.synced().complete();
  }

  private void repair(Reactions reactions, String device, RaidStatus status) {
    if (!waiting && !status.synced().complete()) {
      waiting = true;
      reactions.say(
          Severity.WARNING,
          "WARNING: Waiting for resynchronization to finish before initiating repair on RAID"
              + " device "
              + device
              + '.');
    }
    if (repaired) {
      return;
    }
    repaired = true;
    reactions.add(
        new Reaction.Run(
            DeviceWatch.repair(volume),
            Optional.empty(),
            List.of(
                new Reaction.Say(Severity.ERROR, "Repair of RAID device " + device + " failed."),
                new Reaction.Say(Severity.ERROR, "Failed to process event for " + device + '.'))));
  }
}
