package org.jlvm.cli.pv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.session.DevicesFileEditor;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
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

  /**
   * The outcome.
   *
   * @param uses what the entries should be
   * @param changed whether that is not what they are
   */
  record Result(DeviceUses uses, boolean changed) {}

  DevicesFileCheck(DevicesFileEditor editor, Messages messages) {
    this.editor = editor;
    this.messages = messages;
  }

  /** Shows all entries that are not right. */
  Result run(DeviceUses before) {
    DeviceUses after = corrected(before);
    boolean changed = show(before, after, false);
    changed |= show(before, after, true);
    return new Result(after, changed);
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
    if (corrected.missingByName().isEmpty()) {
      return corrected;
    }
    List<LinuxDevice> all = editor.usable();
    return corrected.corrected(labels(all), all);
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
        old.idName().equals(entry.idName())
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
    return "IDTYPE="
        + entry.type().map(IdType::key).orElse("none")
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
