package org.jlvm.core.engine.activation;

import java.util.List;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Step;

/**
 * Devices of logical volumes. Implementations: none at all (no driver), image files, the kernel's
 * device-mapper. Every method throws an {@link org.jlvm.core.error.LvmException} that names the
 * volume if it cannot do what it is asked.
 */
public interface Activation {
  /** Whether volumes can be activated here. */
  boolean isAvailable();

  /** Whether the contents of volumes can be written, active or not. */
  boolean canWrite();

  /** The device of a volume, asked for once a command unless something changed. */
  LvStatus status(VgState vg, LogicalVolume lv);

  void activate(VgState vg, LvmId lv, Step.ActivationRequest request);

  void deactivate(VgState vg, LvmId lv);

  /** Reloads a device from the metadata it belongs to. */
  void refresh(VgState vg, LvmId lv);

  /**
   * Prepares the switch of active volumes from one version of their group to the next: loads the
   * new tables beside the live ones. Nothing has changed for users of the devices yet.
   */
  LiveChange prepare(VgState before, VgState after, List<LvmId> lvs);

  /** Opens a volume's contents for wiping; the caller closes it. */
  DeviceHandle open(VgState vg, LvmId lv);

  /** A switch of devices around the moment at which metadata become current. */
  interface LiveChange {
    /** Holds back I/O; from here to {@link #resume} or {@link #abort} nothing may wait for it. */
    void suspend();

    /** Lets I/O go on through the new tables and removes devices that are not needed any more. */
    void resume();

    /** Lets I/O go on through the old tables. Never throws while a device is still suspended. */
    void abort();

    /** Nothing to switch. */
    LiveChange NONE =
        new LiveChange() {
          @Override
          public void suspend() {
            // There are no devices.
          }

          @Override
          public void resume() {
            // There are no devices.
          }

          @Override
          public void abort() {
            // There are no devices.
          }
        };
  }
}
