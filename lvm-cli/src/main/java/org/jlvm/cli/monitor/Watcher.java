package org.jlvm.cli.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.event.EventMask;
import org.jlvm.dm.event.EventService;

/**
 * The devices that are watched, and the loop that looks at them. One thread runs the loop and acts,
 * one event at a time; requests come in another one and never wait for that.
 */
final class Watcher implements EventService.Registry {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final DeviceMapper forRequests;
  private final DeviceMapper forEvents;
  private final Deeds deeds;
  private final DaemonLog log;
  private final InstantSource clock;
  private final String parameters;
  private final Map<String, Watched> watched = new LinkedHashMap<>();
  private boolean ended;

  /** A device; guarded by the watcher. */
  private static final class Watched {
    private final String plugin;
    private final DmInfo device;
    private final DeviceWatch watch;
    private int events;
    private int timeout;
    private long seen;
    private long nextLook;

    Watched(Entry entry, DmInfo device, DeviceWatch watch) {
      plugin = entry.plugin();
      this.device = device;
      this.watch = watch;
      seen = device.eventNumber();
    }

    boolean isTimed() {
      return timeout > 0 && (events & EventMask.TIMEOUT) != 0;
    }
  }

  /**
   * @param forRequests the driver, for the thread that answers requests
   * @param forEvents the driver, for the thread that waits
   * @param parameters how the daemon runs, as it is told to who asks
   */
  Watcher(
      DeviceMapper forRequests,
      DeviceMapper forEvents,
      Deeds deeds,
      DaemonLog log,
      InstantSource clock,
      String parameters) {
    this.forRequests = forRequests;
    this.forEvents = forEvents;
    this.deeds = deeds;
    this.log = log;
    this.clock = clock;
    this.parameters = parameters;
  }

  @Override
  public synchronized List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    watched.forEach(
        (uuid, known) -> entries.add(new Entry(known.plugin, uuid, known.events, known.timeout)));
    return entries;
  }

  synchronized boolean isIdle() {
    return watched.isEmpty();
  }

  @Override
  public boolean knows(String plugin) {
    return DeviceWatch.isKnown(plugin);
  }

  @Override
  public synchronized boolean add(Entry entry) {
    Watched known = watched.get(entry.uuid());
    if (known == null) {
      Optional<DmInfo> device = entry.uuid().isEmpty() ? Optional.empty() : info(entry.uuid());
      if (device.isEmpty()) {
        log.error("Failed to fill device data for " + entry.uuid() + '.');
        return false;
      }
      DeviceWatch watch = DeviceWatch.of(entry.plugin(), device.get().name()).orElseThrow();
      known = new Watched(entry, device.get(), watch);
      watched.put(entry.uuid(), known);
      log.info("Monitoring " + watch.kind() + ' ' + device.get().name() + watch.purpose());
    }
    known.events |= entry.events();
    known.timeout = entry.timeoutSeconds();
    known.nextLook = clock.millis() + known.timeout * 1000L;
    notifyAll();
    return true;
  }

  private Optional<DmInfo> info(String uuid) {
    try {
      return forRequests.info(new DmUuid(uuid));
    } catch (DmException | IllegalArgumentException e) {
      log.error(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public synchronized boolean remove(String uuid, int events) {
    Watched known = watched.get(uuid);
    if (known == null) {
      return false;
    }
    known.events &= ~events;
    if ((known.events & ~EventMask.TIMEOUT) == 0) {
      forget(uuid);
    }
    return true;
  }

  private synchronized void forget(String uuid) {
    Watched gone = watched.remove(uuid);
    if (gone != null) {
      DeviceWatch watch = gone.watch;
      log.info("No longer monitoring " + watch.kind() + ' ' + gone.device.name() + watch.purpose());
    }
  }

  @Override
  public synchronized boolean setTimeout(String uuid, int seconds) {
    Watched known = watched.get(uuid);
    if (known == null) {
      return false;
    }
    known.timeout = seconds;
    known.events |= EventMask.TIMEOUT;
    known.nextLook = clock.millis() + seconds * 1000L;
    return true;
  }

  @Override
  public synchronized void end() {
    ended = true;
    new ArrayList<>(watched.keySet()).forEach(this::forget);
    notifyAll();
  }

  synchronized boolean isEnded() {
    return ended;
  }

  @Override
  public String parameters() {
    return parameters;
  }

  /** Looks at devices until the end. */
  void run() {
    while (awaitWork()) {
      if (!round()) {
        forEvents.awaitAnyEvent(untilNextLook());
      }
    }
  }

  /** Waits for something to watch; false at the end. */
  private synchronized boolean awaitWork() {
    while (!ended && watched.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return !ended;
  }

  private synchronized Duration untilNextLook() {
    long now = clock.millis();
    long next = now + LONGEST_WAIT.toMillis();
    for (Watched known : watched.values()) {
      next = known.isTimed() ? Math.min(next, known.nextLook) : next;
    }
    return Duration.ofMillis(Math.max(0, next - now));
  }

  /**
   * Looks at each device once, and acts where something has happened or it is time.
   *
   * @return whether it has acted: more may have happened meanwhile
   */
  boolean round() {
    // From here on what happens ends the wait that follows.
    forEvents.watchEvents();
    boolean acted = false;
    for (String uuid : uuids()) {
      try {
        acted |= lookAt(uuid);
      } catch (DmException e) {
        log.error(e.getMessage());
      }
    }
    return acted;
  }

  private synchronized List<String> uuids() {
    return new ArrayList<>(watched.keySet());
  }

  private boolean lookAt(String uuid) {
    Optional<DmInfo> info = forEvents.info(new DmUuid(uuid));
    Optional<Watched> known = info.isEmpty() ? detach(uuid) : due(uuid, info.get());
    if (known.isEmpty()) {
      return false;
    }
    Optional<StatusReport> report = forEvents.status(new DmUuid(uuid), QueryMode.ACTIVE_NO_FLUSH);
    if (report.isEmpty()) {
      return false;
    }
    List<Reaction> reactions;
    synchronized (this) {
      known.get().seen = report.get().info().eventNumber();
      reactions = known.get().watch.look(report.get());
    }
    for (Reaction reaction : reactions) {
      react(uuid, reaction);
    }
    return !reactions.isEmpty();
  }

  private synchronized Optional<Watched> detach(String uuid) {
    Watched gone = watched.get(uuid);
    if (gone != null) {
      log.error(gone.device.name() + " disappeared, detaching.");
      forget(uuid);
    }
    return Optional.empty();
  }

  /** The device, if an event has come or it is to be looked at anyway. */
  private synchronized Optional<Watched> due(String uuid, DmInfo info) {
    Watched known = watched.get(uuid);
    if (known == null) {
      return Optional.empty();
    }
    long now = clock.millis();
    boolean time = known.isTimed() && now >= known.nextLook;
    if (time) {
      known.nextLook = now + known.timeout * 1000L;
    }
    boolean event = info.eventNumber() != known.seen && (known.events & EventMask.ERRORS) != 0;
    return time || event ? Optional.of(known) : Optional.empty();
  }

  private void react(String uuid, Reaction reaction) {
    if (reaction instanceof Reaction.Say say) {
      log.log(say.severity(), say.text());
    } else if (reaction instanceof Reaction.Run run) {
      List<Reaction.Say> said =
          deeds.run(run.words()) ? run.success().map(List::of).orElse(List.of()) : run.failures();
      said.forEach(say -> log.log(say.severity(), say.text()));
    } else if (reaction instanceof Reaction.Unmount unmount) {
      deeds.unmount(unmount.device());
    } else if (reaction instanceof Reaction.Stop) {
      forget(uuid);
    }
  }
}
