package org.jlvm.core.engine.scan;

import java.util.ArrayList;
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

  /** The same with another state of one of its areas. */
  public ScannedPv withArea(ScannedArea changed) {
    List<ScannedArea> all = new ArrayList<>(areas);
    all.replaceAll(area -> area.index() == changed.index() ? changed : area);
    return new ScannedPv(device, label, all);
  }

  /** Areas that can be read and are in use. */
  public List<ScannedArea> areasInUse() {
    return areas.stream().filter(ScannedArea::isInUse).toList();
  }

  /** Whether it has damaged areas, and none with a text that is good. */
  public boolean isUnreadable() {
    boolean damaged = false;
    for (ScannedArea area : areas) {
      if (area.text().isPresent()) {
        return false;
      }
      damaged |= area.problem().isPresent();
    }
    return damaged;
  }
}
