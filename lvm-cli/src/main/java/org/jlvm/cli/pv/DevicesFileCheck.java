package org.jlvm.cli.pv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.id.DeviceId;
import org.jlvm.core.device.id.DeviceUse;
import org.jlvm.core.device.id.DeviceUses;
import org.jlvm.core.device.id.DevicesFileEntry;
import org.jlvm.core.device.id.IdType;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.message.Messages;

/** Compares the entries of a devices file with the devices and their labels. */
final class DevicesFileCheck {
  private final DevicesFileEditor editor;
  private final Messages messages;
  private final boolean refresh;

  /**
   * The outcome.
   *
   * @param uses what the entries should be
   * @param changed whether that is not what they are
   */
  record Result(DeviceUses uses, boolean changed) {}

  /**
   * @param refresh whether lost volumes are looked for on all devices, whatever their ids
   */
  DevicesFileCheck(DevicesFileEditor editor, Messages messages, boolean refresh) {
    this.refresh = refresh;
    this.editor = editor;
    this.messages = messages;
  }

  /** Shows all entries that are not right. */
  Result run(DeviceUses before) {
    DeviceUses after = corrected(before);
    boolean changed = show(before, after, false);
    changed |= show(before, after, true);
    return new Result(after.reordered(order(before, after)), changed);
  }

  /** As lvm2 leaves them: entries that kept their ids, those that go by names, then the others. */
  private static List<DeviceUse> order(DeviceUses before, DeviceUses after) {
    List<DeviceUse> kept = new ArrayList<>();
    List<DeviceUse> named = new ArrayList<>();
    List<DeviceUse> others = new ArrayList<>();
    for (int i = 0; i < after.uses().size(); i++) {
      DevicesFileEntry old = before.uses().get(i).entry();
      DeviceUse use = after.uses().get(i);
      boolean byName = old.isType(IdType.DEVNAME);
      boolean same =
          old.type().equals(use.entry().type()) && old.idName().equals(use.entry().idName());
      if (!byName && same) {
        kept.add(use);
      } else if (byName && use.entry().isType(IdType.DEVNAME) && old.pvid().isPresent()) {
        named.add(use);
      } else {
        others.add(use);
      }
    }
    kept.addAll(named);
    kept.addAll(others);
    return kept;
  }

  /** Takes out the entries that no device was found for. */
  Result withoutMissing(Result result) {
    DeviceUses kept = result.uses();
    boolean changed = result.changed();
    for (DeviceUse use : result.uses().uses()) {
      if (use.device().isEmpty()) {
        messages.info(text(use.entry(), use.entry()) + ": delete");
        kept = kept.without(use);
        changed = true;
      }
    }
    return new Result(kept, changed);
  }

  private DeviceUses corrected(DeviceUses before) {
    List<LinuxDevice> listed = new ArrayList<>();
    for (DeviceUse use : before.uses()) {
      use.device().ifPresent(listed::add);
    }
    Map<DeviceNumber, String> found = labels(listed);
    tellOfLabels(before, found);
    DeviceUses corrected = before.corrected(found, listed);
    if (refresh) {
      return refreshed(corrected);
    }
    if (corrected.missingByName().isEmpty()) {
      return corrected;
    }
    List<LinuxDevice> all = editor.usable();
    return corrected.corrected(labels(all), all);
  }

  private DeviceUses refreshed(DeviceUses before) {
    DeviceUses after = before;
    List<LinuxDevice> unlisted = new ArrayList<>();
    for (DeviceUse use : before.uses()) {
      if (use.device().isPresent() || use.entry().pvid().isEmpty()) {
        continue;
      }
      if (unlisted.isEmpty()) {
        unlisted.addAll(editor.usable());
        unlisted.removeIf(device -> before.forDevice(device).isPresent());
      }
      Optional<LinuxDevice> device = holder(use.entry().pvid().get(), unlisted);
      if (device.isPresent()) {
        DeviceId id = editor.preferredId(device.get());
        messages.info(
            "Devices file PVID "
                + use.entry().pvid().get()
                + " has new device ID "
                + id.type().key()
                + ' '
                + id.name()
                + " from "
                + device.get().name()
                + '.');
        after = after.moved(use, device.get(), id);
      }
    }
    return after;
  }

  /** The one device that holds a physical volume; none if there are several. */
  private Optional<LinuxDevice> holder(String pvid, List<LinuxDevice> devices) {
    Map<DeviceNumber, String> found = labels(devices);
    Optional<LinuxDevice> holder = Optional.empty();
    for (LinuxDevice device : devices) {
      if (!pvid.equals(found.get(device.deviceNumber()))) {
        continue;
      }
      if (holder.isPresent()) {
        messages.warn(
            "WARNING: Found PVID "
                + pvid
                + " on multiple devices "
                + holder.get().name()
                + ' '
                + device.name()
                + '.');
        messages.warn("WARNING: Duplicate PVIDs should be changed to be unique.");
        messages.warn("WARNING: Use lvmdevices to select a device for PVID " + pvid + '.');
        return Optional.empty();
      }
      holder = Optional.of(device);
    }
    return holder;
  }

  private static Map<DeviceNumber, String> labels(List<LinuxDevice> devices) {
    Map<DeviceNumber, String> found = new HashMap<>();
    for (ScannedPv pv : LabelScanner.scan(List.copyOf(devices)).pvs()) {
      pv.device().number().ifPresent(number -> found.put(number, pv.id().value()));
    }
    return found;
  }

  /** Shows the entries that go by a name, or those that do not. */
  private boolean show(DeviceUses before, DeviceUses after, boolean named) {
    List<DevicesFileEntry> entries = after.toFile().entries();
    boolean changed = false;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isType(IdType.DEVNAME) == named) {
        DevicesFileEntry old = before.uses().get(i).entry();
        changed |= show(old, entries.get(i), after.uses().get(i).device());
      }
    }
    return changed;
  }

  private void tellOfLabels(DeviceUses before, Map<DeviceNumber, String> found) {
    for (DeviceUse use : before.uses()) {
      if (use.device().isEmpty() || use.entry().isType(IdType.DEVNAME)) {
        continue;
      }
      Optional<String> pvid = Optional.ofNullable(found.get(use.device().get().deviceNumber()));
      if (!pvid.equals(use.entry().pvid())) {
        messages.warn(
            "Device "
                + use.device().get().name()
                + (pvid.isPresent() ? " has PVID " + pvid.get() : " has no PVID")
                + " (devices file "
                + use.entry().pvid().orElse("none")
                + ")");
      }
    }
  }

  private boolean show(DevicesFileEntry old, DevicesFileEntry entry, Optional<LinuxDevice> device) {
    if (device.isEmpty()) {
      messages.info(text(old, old) + ": device not found");
      return false;
    }
    boolean same =
        old.type().equals(entry.type())
            && old.idName().equals(entry.idName())
            && old.deviceName().equals(entry.deviceName())
            && old.pvid().equals(entry.pvid());
    if (!same) {
      messages.info(text(old, entry) + ": update");
    } else if (entry.isType(IdType.DEVNAME) && entry.pvid().isEmpty()) {
      messages.info(text(old, entry) + ": indeterminate");
    } else {
      messages.verbose(text(old, entry) + ": no change");
    }
    return !same;
  }

  private static String text(DevicesFileEntry old, DevicesFileEntry entry) {
    return field("IDTYPE=", old.type().map(IdType::key), entry.type().map(IdType::key))
        + field(" IDNAME=", old.idName(), entry.idName())
        + field(" DEVNAME=", old.deviceName(), entry.deviceName())
        + field(" PVID=", old.pvid(), entry.pvid())
        + (entry.partition() == 0 ? "" : " PART=" + entry.partition());
  }

  private static String field(String key, Optional<String> old, Optional<String> now) {
    String change = old.equals(now) ? "" : " (old " + old.orElse("none") + ")";
    return key + now.orElse("none") + change;
  }
}
