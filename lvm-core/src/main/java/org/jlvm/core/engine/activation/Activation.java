package org.jlvm.core.engine.activation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.plan.Step;

/**
 * Devices of logical volumes. Implementations: none at all (no driver), image files, the kernel's
 * device-mapper. Every method throws an {@link org.jlvm.core.error.LvmException} that names the
 * volume if it cannot do what it is asked.
 */
public interface Activation extends AutoCloseable {
  /** Whether volumes can be activated here. */
  boolean isAvailable();

  /** Whether the contents of volumes can be written, active or not. */
  boolean canWrite();

  /** The device of a volume, asked for once a command unless something changed. */
  LvStatus status(VgState vg, LogicalVolume lv);

  /** Whether a volume has a device, told without asking for each. */
  default boolean isActive(VgState vg, LogicalVolume lv) {
    return status(vg, lv).exists();
  }

  void activate(VgState vg, LvmId lv, Step.ActivationRequest request);

  void deactivate(VgState vg, LvmId lv);

  /** Reloads a device from the metadata it belongs to. */
  void refresh(VgState vg, LvmId lv);

  /**
   * Prepares the switch of active volumes from one version of their group to the next: loads the
   * new tables beside the live ones. Nothing has changed for users of the devices yet.
   */
  LiveChange prepare(VgState before, VgState after, List<LvmId> lvs);

  /**
   * What mirrors and arrays are told whose tables are loaded from now on.
   *
   * @param inSync whether their copies are the same already; not so unless it is said
   */
  default void assumeInSync(boolean inSync) {
    // There are no tables.
  }

  /** Read-ahead in force, in sectors; empty if there is no device. */
  default OptionalLong readAhead(VgState vg, LogicalVolume lv) {
    return OptionalLong.empty();
  }

  /** What the target behind a segment says of itself; empty if it says nothing. */
  default Optional<TargetState> target(VgState vg, LogicalVolume lv, Segment segment) {
    return Optional.empty();
  }

  /** Tells the target of a volume's first segment something. */
  default void message(VgState vg, LogicalVolume lv, String message) {
    // There is no device to tell.
  }

  /**
   * Who keeps the device of a volume open, in words that follow the volume's name; empty if nobody
   * does or there is no device.
   */
  default Optional<String> whyInUse(VgState vg, LogicalVolume lv) {
    return Optional.empty();
  }

  /** Makes and removes links and nodes of a group's volumes as their devices are. */
  default void makeNodes(VgState vg) {
    // There are no devices.
  }

  /** Returns when what was changed can be seen in the device directory. */
  default void settle() {
    // There are no devices.
  }

  @Override
  default void close() {
    // There is nothing to wait for.
  }

  /** What messages call the device of a volume. */
  default String path(VgState vg, LogicalVolume lv) {
    return vg.vg().name() + "/" + lv.name();
  }

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
