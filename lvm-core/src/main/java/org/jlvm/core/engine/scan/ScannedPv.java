package org.jlvm.core.engine.scan;

import java.util.List;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.PvLabel;

/**
 * A device with a label.
 *
 * @param device the device
 * @param label its label
 * @param areas its metadata areas in the order of the PV header
 */
public record ScannedPv(BlockDevice device, PvLabel label, List<ScannedArea> areas) {
  public ScannedPv {
    areas = List.copyOf(areas);
  }

  public LvmId id() {
    return new LvmId(label.pv().uuid());
  }

  /** Areas that can be read and are in use. */
  public List<ScannedArea> areasInUse() {
    return areas.stream().filter(ScannedArea::isInUse).toList();
  }
}
