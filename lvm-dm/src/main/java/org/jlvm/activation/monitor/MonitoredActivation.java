package org.jlvm.activation.monitor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jlvm.activation.LazyActivation;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Step;
import org.jlvm.dm.DmUuid;
import org.jspecify.annotations.Nullable;

/**
 * Has volumes watched from their activation on until they are deactivated. Whether that works does
 * not change what becomes of the volumes.
 */
public final class MonitoredActivation extends LazyActivation {
  private final Function<Activation, DaemonMonitor> monitors;
  private final boolean begins;
  private @Nullable DaemonMonitor open;

  /**
   * @param opener opens the driver
   * @param monitors gives who is asked to watch the devices of that driver
   * @param begins whether new devices are watched; if not, only watching ends
   */
  public MonitoredActivation(
      Supplier<Activation> opener, Function<Activation, DaemonMonitor> monitors, boolean begins) {
    super(opener);
    this.monitors = monitors;
    this.begins = begins;
  }

  private DaemonMonitor monitor() {
    DaemonMonitor current = open;
    if (current == null) {
      current = monitors.apply(this);
      open = current;
    }
    return current;
  }

  @Override
  public void activate(VgState vg, LvmId lv, Step.ActivationRequest request) {
    super.activate(vg, lv, request);
    if (!request.temporary()) {
      watch(vg, vg.vg().lv(lv));
    }
  }

  private void watch(VgState vg, LogicalVolume lv) {
    if (begins && isAvailable()) {
      monitor().watch(vg, lv);
    }
  }

  @Override
  public void deactivate(VgState vg, LvmId lv) {
    if (isAvailable() && isActive(vg, vg.vg().lv(lv))) {
      monitor().unwatch(vg, vg.vg().lv(lv));
    }
    super.deactivate(vg, lv);
  }

  @Override
  public void refresh(VgState vg, LvmId lv) {
    super.refresh(vg, lv);
    watch(vg, vg.vg().lv(lv));
  }

  @Override
  public LiveChange prepare(VgState before, VgState after, List<LvmId> lvs) {
    LiveChange change = super.prepare(before, after, lvs);
    if (!isAvailable() || change == LiveChange.NONE) {
      return change;
    }
    VolumeRoles old = new VolumeRoles(before, false);
    VolumeRoles next = new VolumeRoles(after, false);
    List<WatchedDevice> leaving = new ArrayList<>();
    Set<DmUuid> staying = new HashSet<>();
    for (LogicalVolume lv : holders(next, lvs)) {
      for (WatchedDevice device : WatchedDevice.of(next, lv)) {
        staying.add(device.uuid());
      }
    }
    for (LogicalVolume lv : holders(old, lvs)) {
      for (WatchedDevice device : WatchedDevice.of(old, lv)) {
        if (!staying.contains(device.uuid())) {
          leaving.add(device);
        }
      }
    }
    for (WatchedDevice device : leaving) {
      monitor().unwatch(before, device);
    }
    return new WatchedChange(change, before, after, lvs);
  }

  private static List<LogicalVolume> holders(VolumeRoles roles, List<LvmId> lvs) {
    List<LogicalVolume> holders = new ArrayList<>();
    for (LvmId id : lvs) {
      Optional<LogicalVolume> lv = roles.state().vg().findLv(id);
      if (lv.isPresent()) {
        holders.add(roles.holder(lv.get()));
      }
    }
    return holders;
  }

  /** Watches again when the devices are in use again: only then can they be talked of. */
  private final class WatchedChange implements LiveChange {
    private final LiveChange change;
    private final VgState before;
    private final VgState after;
    private final List<LvmId> lvs;

    WatchedChange(LiveChange change, VgState before, VgState after, List<LvmId> lvs) {
      this.change = change;
      this.before = before;
      this.after = after;
      this.lvs = lvs;
    }

    @Override
    public void suspend() {
      change.suspend();
    }

    @Override
    public void resume() {
      change.resume();
      watchAll(after);
    }

    @Override
    public void abort() {
      change.abort();
      watchAll(before);
    }

    private void watchAll(VgState vg) {
      for (LogicalVolume lv : holders(new VolumeRoles(vg, false), lvs)) {
        watch(vg, lv);
      }
    }
  }
}
