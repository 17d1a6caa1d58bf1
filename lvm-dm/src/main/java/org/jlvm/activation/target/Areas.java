package org.jlvm.activation.target;

import java.util.Optional;
import org.jlvm.activation.node.DeviceNumbers;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.DeviceArea;

/** Where the parts of segments lie, as far as devices are concerned. */
public interface Areas {
  /**
   * The place of one area, once numbers are known; noted as a device that the current one needs.
   *
   * @param lv the volume whose area it is, for messages
   * @param segment index of its segment in the volume
   * @param index of the area in the segment
   * @param length of the area, for what stands in for a missing one
   * @throws org.jlvm.core.error.FailedException if it is missing and nothing may stand in
   */
  AreaTemplate area(LogicalVolume lv, int segment, int index, Area area, Sectors length);

  /** A device below: the top of a volume that the segment is made of. */
  DmUuid device(LvmId lv);

  /** Sectors of an extent of the group. */
  Sectors extentSize();

  /** A volume of the group. */
  LogicalVolume lv(LvmId id);

  MappingSettings settings();

  /** Moves of one volume run one segment at a time; whether one is running in this volume. */
  boolean takeRunningMove();

  /** A place that needs device numbers. */
  @FunctionalInterface
  interface AreaTemplate {
    DeviceArea fill(DeviceNumbers numbers);
  }

  /** An image of an array: empty if the array does without it. */
  record Member(Optional<DmUuid> metadata, Optional<DmUuid> data) {}
}
