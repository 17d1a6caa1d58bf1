package org.jlvm.cli.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.activation.host.MemoryLock;
import org.jlvm.cli.command.SignalGate;
import org.jlvm.core.message.Messages;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.event.EventPaths;
import org.jlvm.dm.event.EventServer;
import org.jlvm.dm.event.EventService;
import org.jlvm.dm.ioctl.DriverSettings;
import org.jlvm.dm.ioctl.IoctlDeviceMapper;
import org.jlvm.dm.jna.Libc;

/**
 * The daemon. It stays while there is something to watch, even if it is told to end, for who would
 * watch then? It goes when the machine goes down ({@code exitOn} exists) or another one takes over.
 */
final class MonitorDaemon {
  private static final Duration PULSE = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Path OOM = Path.of("/proc/self/oom_score_adj");

  private final EventPaths paths;
  private final DaemonLog log;
  private final SignalGate gate;
  private final Path exitOn;
  private final boolean passing;
  private long idleSince;

  /**
   * @param exitOn file that exists when the machine goes down
   * @param passing whether it was started by a command, when needed, and ends when not
   */
  MonitorDaemon(EventPaths paths, DaemonLog log, SignalGate gate, Path exitOn, boolean passing) {
    this.paths = paths;
    this.log = log;
    this.gate = gate;
    this.exitOn = exitOn;
    this.passing = passing;
  }

  /**
   * Runs until the end.
   *
   * @param watched what another daemon has watched until now
   * @return false if another daemon runs already
   * @throws IOException if the pid file cannot be written
   */
  boolean run(
      Map<String, String> environment, Messages messages, List<EventService.Registry.Entry> watched)
      throws IOException {
    Optional<PidFile> pidFile = PidFile.lock(paths.pidFile());
    if (pidFile.isEmpty()) {
      return false;
    }
    gate.enter();
    Libc libc = new Libc();
    try (PidFile held = pidFile.get();
        DeviceMapper forRequests = open(environment, messages);
        DeviceMapper forEvents = open(environment, messages);
        EventServer server = EventServer.open(libc, paths)) {
      libc.chdir("/");
      protectFromOom();
      Deeds deeds =
          new LockedDeeds(new HostDeeds(log), new MemoryLock(libc, forEvents, messages, 1, 1));
      Watcher watcher =
          new Watcher(forRequests, forEvents, deeds, log, InstantSource.system(), parameters());
      Thread events = new Thread(watcher::run, "events");
      events.setDaemon(true);
      events.start();
      for (EventService.Registry.Entry entry : watched) {
        if (!watcher.add(entry)) {
          log.error("Failed to reinstate monitoring for device " + entry.uuid() + '.');
        }
      }
      log.log(Severity.NOTICE, "dmeventd ready for processing.");
      serve(server, watcher);
      log.log(Severity.NOTICE, "dmeventd shutting down.");
      return true;
    } finally {
      gate.leave();
    }
  }

  private static DeviceMapper open(Map<String, String> environment, Messages messages) {
    return IoctlDeviceMapper.open(DriverSettings.DEFAULT, environment, messages);
  }

  private String parameters() {
    return "pid="
        + ProcessHandle.current().pid()
        + " daemon="
        + (passing ? "yes" : "no")
        + " exec_method=direct exit_on=\""
        + exitOn
        + '"';
  }

  /** Where memory is scarce, others have to go first. */
  private void protectFromOom() {
    try {
      Files.writeString(OOM, "-1000");
    } catch (IOException e) {
      log.log(Severity.WARNING, "WARNING: Failed to protect against OOM killer.");
    }
  }

  private void serve(EventServer server, Watcher watcher) {
    EventService service = new EventService(watcher);
    boolean scheduled = false;
    idleSince = System.nanoTime();
    while (!watcher.isEnded()) {
      server.serve(service, PULSE);
      if (!watcher.isIdle()) {
        idleSince = System.nanoTime();
      }
      if (gate.isSignalled()) {
        if (watcher.isIdle() || Files.exists(exitOn)) {
          watcher.end();
        } else if (!scheduled) {
          scheduled = true;
          log.info("dmeventd received break, scheduling exit.");
        }
      } else if (passing && System.nanoTime() - idleSince > IDLE.toNanos()) {
        log.info("dmeventd was idle for " + IDLE.toSeconds() + " second(s), exiting.");
        watcher.end();
      }
    }
  }

  /** Keeps this process in memory while a command of its repairs what it may live on. */
  private record LockedDeeds(Deeds deeds, MemoryLock memory) implements Deeds {
    @Override
    public boolean run(List<String> words) {
      memory.enter();
      try {
        return deeds.run(words);
      } finally {
        memory.leave();
      }
    }

    @Override
    public void unmount(DmInfo device) {
      deeds.unmount(device);
    }
  }
}
