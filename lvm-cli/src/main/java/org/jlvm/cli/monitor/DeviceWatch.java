package org.jlvm.cli.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.dm.DmName;
import org.jlvm.dm.StatusReport;

/** Decides what is to be done about one device; remembers what has been done. Has no effects. */
interface DeviceWatch {
  /** Looks at the device after an event, or because it is time. */
  List<Reaction> look(StatusReport report);

  /** What kind of device it is, for messages that name it afterwards. */
  String kind();

  /** What such messages end with. */
  default String purpose() {
    return " for events.";
  }

  /**
   * The watch for a device, by the name of the plugin of lvm2 that does the same; empty if there is
   * none. What thin pools and others need would be found here.
   */
  static Optional<DeviceWatch> of(String plugin, DmName device) {
    if (plugin.contains("lvm2snapshot")) {
      return Optional.of(new SnapshotWatch(volume(device)));
    }
    if (plugin.contains("lvm2mirror")) {
      return Optional.of(new MirrorWatch(volume(device)));
    }
    if (plugin.contains("lvm2raid")) {
      return Optional.of(new RaidWatch(volume(device)));
    }
    return Optional.empty();
  }

  static boolean isKnown(String plugin) {
    return of(plugin, new DmName("any")).isPresent();
  }

  /** The volume that commands are to be run for: mirrored logs and temporary legs have none. */
  private static String volume(DmName device) {
    String path = DeviceNames.volume(device).orElse(device.value());
    for (String part : new String[] {"_mimagetmp", "_mlog"}) {
      int start = path.indexOf(part);
      path = start < 0 ? path : path.substring(0, start);
    }
    return path;
  }

  /** The command that repairs a volume by its policy. */
  static List<String> repair(String volume) {
    return List.of("lvconvert", "--repair", "--use-policies", volume);
  }

  /** Collects what is to be done. */
  final class Reactions {
    private final List<Reaction> list = new ArrayList<>();

    void say(Severity severity, String text) {
      list.add(new Reaction.Say(severity, text));
    }

    void add(Reaction reaction) {
      list.add(reaction);
    }

    List<Reaction> list() {
      return list;
    }
  }
}
