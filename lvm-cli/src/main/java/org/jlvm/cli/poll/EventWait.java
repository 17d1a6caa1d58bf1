package org.jlvm.cli.poll;

import java.time.Duration;
import java.util.Optional;
import org.jlvm.activation.live.VolumeEvents;
import org.jlvm.cli.command.SignalGate;
import org.jlvm.core.model.LvmId;
import org.jlvm.dm.DmException;

/**
 * Waits for an event of the volumes, as when a mirror's copies are the same, so that the next part
 * of a move begins at once. A driver that cannot tell is asked time and again.
 */
final class EventWait implements PollWait {
  /** Where only events count, the longest time without a look. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final SignalGate gate;
  private Optional<VolumeEvents> events;

  EventWait(SignalGate gate, Optional<VolumeEvents> events) {
    this.gate = gate;
    this.events = events;
  }

  @Override
  public void begin() {
    events.ifPresent(VolumeEvents::clear);
  }

  @Override
  public void watch(LvmId vg, LvmId lv) {
    try {
      events.ifPresent(known -> known.watch(vg, lv));
    } catch (DmException e) {
      events = Optional.empty();
    }
  }

  @Override
  public boolean pause(Duration time) {
    if (events.isEmpty()) {
      return gate.pause(time);
    }
    VolumeEvents source = events.get();
    Duration limit = time.compareTo(PollSettings.SHORTEST) > 0 ? time : LONGEST;
    try {
      return gate.unlessSignalled(() -> source.await(limit)).isPresent();
    } catch (DmException e) {
      events = Optional.empty();
      return gate.pause(time);
    }
  }
}
