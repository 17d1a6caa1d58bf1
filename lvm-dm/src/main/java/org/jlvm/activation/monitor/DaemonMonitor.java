package org.jlvm.activation.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.activation.monitor.WatchedDevice.Kind;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.config.settings.DmeventdSettings;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.dm.event.EventClient;
import org.jlvm.dm.event.EventException;
import org.jlvm.dm.event.EventPaths;
import org.jlvm.dm.jna.Libc;
import org.jspecify.annotations.Nullable;

/** Asks the daemon, dmeventd or this program's own, and starts one if there is need of it. */
public final class DaemonMonitor implements VolumeMonitor {
  private static final int TRIES = 40;

  private final Activation activation;
  private final DmeventdSettings settings;
  private final EventPaths paths;
  private final Starter starter;
  private final Messages messages;
  private final Libc libc = new Libc();
  private @Nullable VolumeRoles lastRoles;

  /** Starts the daemon. */
  @FunctionalInterface
  public interface Starter {
    /**
     * Returns when the daemon listens.
     *
     * @throws EventException if it does not come to that
     */
    void start();
  }

  public DaemonMonitor(
      Activation activation,
      DmeventdSettings settings,
      EventPaths paths,
      Starter starter,
      Messages messages) {
    this.activation = activation;
    this.settings = settings;
    this.paths = paths;
    this.starter = starter;
    this.messages = messages;
  }

  private VolumeRoles roles(VgState vg) {
    VolumeRoles known = lastRoles;
    if (known == null || known.state() != vg) {
      known = new VolumeRoles(vg, false);
      lastRoles = known;
    }
    return known;
  }

  @Override
  public boolean watch(VgState vg, LogicalVolume lv) {
    VolumeRoles roles = roles(vg);
    List<WatchedDevice> devices = new ArrayList<>();
    for (WatchedDevice device : WatchedDevice.of(roles, lv)) {
      if (activation.status(vg, device.lv()).exists()) {
        devices.add(device);
      }
    }
    if (devices.isEmpty()) {
      return true;
    }
    try {
      if (!EventClient.isServed(libc, paths)) {
        starter.start();
      }
    } catch (EventException e) {
      messages.error(e.getMessage());
      messages.warn("WARNING: Failed to monitor " + name(vg, devices.get(0)) + '.');
      return false;
    }
    boolean good = true;
    for (WatchedDevice device : devices) {
      good &= watch(vg, device);
    }
    return good;
  }

  private boolean watch(VgState vg, WatchedDevice device) {
    String name = name(vg, device);
    String uuid = device.uuid().value();
    try (EventClient client = EventClient.open(libc, paths)) {
      String plugin = plugin(device.kind());
      if (isWatched(client.find(Optional.of(plugin), uuid))) {
        messages.verbose(name + " already monitored.");
        return true;
      }
      messages.debug("Monitoring " + name + " with " + plugin + '.');
      try {
        client.register(plugin, uuid, device.kind().timeoutSeconds());
      } catch (EventException e) {
        messages.error(uuid + ": event registration failed: " + e.getMessage() + '.');
        messages.warn(
            "WARNING: "
                + name
                + ": "
                + device.kind().segmentName()
                + " segment monitoring function failed.");
        return false;
      }
      messages.verbose("Monitored " + uuid + " for events");
      boolean good = settle(client, plugin, uuid);
      if (!good) {
        messages.warn("WARNING: Monitoring " + name + " failed.");
      }
      return good;
    } catch (EventException e) {
      messages.error(e.getMessage());
      messages.warn("WARNING: Failed to monitor " + name + '.');
      return false;
    }
  }

  /** Whether it comes into force; dmeventd takes its time. */
  private static boolean settle(EventClient client, String plugin, String uuid) {
    Optional<EventClient.Registration> found = client.find(Optional.of(plugin), uuid);
    for (int i = 0; i < TRIES && found.isPresent() && found.get().pending(); i++) {
      found = client.find(Optional.of(plugin), uuid);
    }
    return found.isPresent() && found.get().events() != 0;
  }

  private static boolean isWatched(Optional<EventClient.Registration> found) {
    return found.isPresent() && !found.get().pending() && found.get().events() != 0;
  }

  @Override
  public boolean unwatch(VgState vg, LogicalVolume lv) {
    VolumeRoles roles = roles(vg);
    boolean good = true;
    for (WatchedDevice device : WatchedDevice.of(roles, lv)) {
      good &= unwatch(vg, device);
    }
    return good;
  }

  /** Has single devices watched no more. */
  boolean unwatch(VgState vg, WatchedDevice device) {
    String name = name(vg, device);
    String uuid = device.uuid().value();
    try {
      if (!EventClient.isServed(libc, paths)) {
        return true;
      }
      try (EventClient client = EventClient.open(libc, paths)) {
        Optional<EventClient.Registration> found = client.find(Optional.empty(), uuid);
        if (!isWatched(found)) {
          messages.verbose(name + " already not monitored.");
          return true;
        }
        String plugin = found.get().plugin();
        messages.verbose("Not monitoring " + name + " with " + plugin);
        client.unregister(plugin, uuid, device.kind().timeoutSeconds());
        messages.verbose("Unmonitored " + uuid + " for events");
        return true;
      }
    } catch (EventException e) {
      messages.error(e.getMessage());
      messages.warn("WARNING: Failed to unmonitor " + name + '.');
      return false;
    }
  }

  @Override
  public Optional<State> state(VgState vg, LogicalVolume lv) {
    return WatchedDevice.own(roles(vg), lv).map(this::state);
  }

  private State state(WatchedDevice device) {
    try {
      if (!EventClient.isServed(libc, paths)) {
        return State.UNWATCHED;
      }
      try (EventClient client = EventClient.open(libc, paths)) {
        Optional<EventClient.Registration> found =
            client.find(Optional.of(plugin(device.kind())), device.uuid().value());
        if (found.isPresent() && found.get().pending()) {
          return State.PENDING;
        }
        return isWatched(found) ? State.WATCHED : State.UNWATCHED;
      }
    } catch (EventException e) {
      messages.debug(e.getMessage());
      return State.UNWATCHED;
    }
  }

  private String plugin(Kind kind) {
    return switch (kind) {
      case SNAPSHOT -> settings.snapshotLibrary();
      case MIRROR -> settings.mirrorLibrary();
      case RAID -> settings.raidLibrary();
    };
  }

  private static String name(VgState vg, WatchedDevice device) {
    return vg.vg().name() + "/" + device.lv().name();
  }
}
