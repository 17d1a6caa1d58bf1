package org.jlvm.core.device.discovery;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.message.Messages;

/** Walks {@code /dev} (or what {@code devices/scan} names) and gathers devices with their names. */
public final class DeviceDirectories {
  /** Directories of /dev without block devices, which lvm2 does not look into either. */
  private static final Set<String> SKIPPED =
      Set.of(
          "/dev/bsg",
          "/dev/bus",
          "/dev/char",
          "/dev/cpu",
          "/dev/dma_heap",
          "/dev/dri",
          "/dev/input",
          "/dev/snd",
          "/dev/usb");

  private final NamePreference preference;
  private final Sysfs sysfs;
  private final Messages messages;
  private final Map<DeviceNumber, List<String>> names = new HashMap<>();

  public DeviceDirectories(NamePreference preference, Sysfs sysfs, Messages messages) {
    this.preference = preference;
    this.sysfs = sysfs;
    this.messages = messages;
  }

  /** What is in the given directories and below; one that is missing is warned of. */
  public DeviceCatalog scan(List<String> directories) {
    for (String directory : directories) {
      String path = withoutDoubleSlashes(directory);
      try {
        NodeAttributes top = NodeAttributes.of(path);
        if (top.kind() != NodeAttributes.Kind.DIRECTORY) {
          messages.warn("Ignoring " + directory + ": Not a directory.");
          continue;
        }
        walk(path, top.fileSystem());
      } catch (IOException e) {
        messages.warn("Ignoring " + directory + ": No such file or directory.");
      }
    }
    return catalog();
  }

  private DeviceCatalog catalog() {
    TreeMap<Long, LinuxDevice> ordered = new TreeMap<>();
    for (Map.Entry<DeviceNumber, List<String>> device : names.entrySet()) {
      DeviceNumber number = device.getKey();
      ordered.put(scanOrder(number), new LinuxDevice(device.getValue(), number, sysfs));
    }
    return new DeviceCatalog(List.copyOf(ordered.values()));
  }

  /** lvm2 visits devices in the order of the kernel's 32-bit encoding of their numbers. */
  private static long scanOrder(DeviceNumber number) {
    long minor = number.minor();
    return (minor & 0xff) | ((long) number.major() << 8) | ((minor & ~0xffL) << 12);
  }

  private void walk(String directory, long fileSystem) {
    String[] entries = new File(directory).list();
    if (entries == null) {
      return;
    }
    Arrays.sort(entries);
    String prefix = directory.endsWith("/") ? directory : directory + "/";
    for (String entry : entries) {
      if (!entry.startsWith(".")) {
        visit(prefix + entry, fileSystem);
      }
    }
  }

  private void visit(String path, long fileSystem) {
    try {
      NodeAttributes attributes = NodeAttributes.of(path);
      if (attributes.kind() == NodeAttributes.Kind.BLOCK_DEVICE) {
        add(attributes.number(), path);
      } else if (attributes.kind() == NodeAttributes.Kind.DIRECTORY
          && attributes.fileSystem() == fileSystem
          && !SKIPPED.contains(path)) {
        // A link to a directory leads to names that are found elsewhere, or round in circles.
        if (NodeAttributes.isRealDirectory(path)) {
          walk(path, fileSystem);
        }
      }
    } catch (IOException e) {
      messages.debug(path + ": stat failed: " + e.getMessage());
    }
  }

  private void add(DeviceNumber number, String path) {
    List<String> all = names.get(number);
    if (all == null) {
      all = new ArrayList<>(2);
      names.put(number, all);
    }
    if (all.isEmpty() || !preference.prefers(path, all.get(0))) {
      all.add(path);
    } else {
      all.add(0, path);
    }
  }

  private static String withoutDoubleSlashes(String path) {
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      boolean again = path.charAt(i) == '/' && i > 0 && path.charAt(i - 1) == '/';
      if (!again) {
        out.append(path.charAt(i));
      }
    }
    boolean trailing = out.length() > 1 && out.charAt(out.length() - 1) == '/';
    return trailing ? out.substring(0, out.length() - 1) : out.toString();
  }
}
