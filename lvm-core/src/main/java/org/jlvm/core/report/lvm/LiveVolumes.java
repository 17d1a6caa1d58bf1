package org.jlvm.core.report.lvm;

import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;

/** What the kernel knows of logical volumes. */
public interface LiveVolumes {
  /** Whether there is a driver to ask. */
  boolean isAvailable();

  /** The device of a volume; only asked if there is a driver. */
  LvStatus device(VgState vg, LogicalVolume lv);

  /** Read-ahead that is in force, in sectors. */
  default OptionalLong readAhead(VgState vg, LogicalVolume lv) {
    return OptionalLong.empty();
  }

  /** State of the target behind a segment, if there is one that tells. */
  default Optional<TargetState> target(VgState vg, LogicalVolume lv, Segment segment) {
    return Optional.empty();
  }

  /** Whether the device of a volume is watched for failures; empty if that is not done at all. */
  default Optional<VolumeMonitor.State> monitor(VgState vg, LogicalVolume lv) {
    return Optional.of(VolumeMonitor.State.UNWATCHED);
  }
}
