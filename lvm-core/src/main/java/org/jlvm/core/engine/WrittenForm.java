package org.jlvm.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/** What metadata says besides what the command wants: devices as they are now, safeguards. */
final class WrittenForm {
  private static final String NO_DEVICE = "[unknown]";

  private final DeviceIdentification ids;

  WrittenForm(DeviceIdentification ids) {
    this.ids = ids;
  }

  /**
   * The form in which a group is written.
   *
   * @param vg the group
   * @param state where its volumes are
   * @param newDevices devices of volumes that are new in it
   */
  VolumeGroup of(VolumeGroup vg, VgState state, Map<LvmId, ScannedPv> newDevices) {
    DeviceIdentification.Ids current = ids.current();
    List<PhysicalVolume> pvs = new ArrayList<>(vg.pvs().size());
    for (PhysicalVolume pv : vg.pvs()) {
      Optional<ScannedPv> device =
          Optional.ofNullable(newDevices.get(pv.id())).or(() -> state.device(pv.id()));
      String hint = device.map(found -> found.device().name()).orElse(NO_DEVICE);
      PhysicalVolume hinted = identified(pv, hint, current.of(pv, device));
      // Written while it was away, a volume must not be trusted when it comes back.
      boolean lost = device.isEmpty() && !state.isElsewhere(pv);
      pvs.add(lost ? hinted.withFlag(Flag.MISSING, true) : hinted);
    }
    boolean owned = isOwned(vg);
    VolumeGroup.Builder written =
        vg.toBuilder().pvs(pvs).flags(lockedAgainstOthers(vg.flags(), owned));
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs().size());
    boolean changed = false;
    for (LogicalVolume lv : vg.lvs()) {
      Flags flags = lockedAgainstOthers(lv.flags(), owned);
      changed |= flags != lv.flags();
      lvs.add(flags == lv.flags() ? lv : lv.toBuilder().flags(flags).build());
    }
    return changed ? written.lvs(lvs).build() : written.build();
  }

  private static PhysicalVolume identified(
      PhysicalVolume pv, String hint, Optional<PhysicalVolume.DeviceId> id) {
    boolean known = hint.equals(pv.deviceHint()) && id.equals(pv.deviceId());
    return known ? pv : pv.withDevice(hint, id);
  }

  private static boolean isOwned(VolumeGroup vg) {
    return vg.systemId().filter(id -> !id.isEmpty()).isPresent()
        || vg.lockType().filter(type -> !type.isEmpty() && !type.equals("none")).isPresent();
  }

  /** What belongs to one host is read-only to programs that do not know of owners. */
  private static Flags lockedAgainstOthers(Flags flags, boolean owned) {
    if (!owned && !flags.has(Flag.WRITE_LOCKED)) {
      return flags;
    }
    boolean writable = flags.has(Flag.WRITE) || flags.has(Flag.WRITE_LOCKED);
    return flags.with(Flag.WRITE, writable && !owned).with(Flag.WRITE_LOCKED, writable && owned);
  }
}
