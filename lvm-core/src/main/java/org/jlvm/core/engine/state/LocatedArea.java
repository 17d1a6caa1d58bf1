package org.jlvm.core.engine.state;

import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;

/**
 * A metadata area and the device it is on.
 *
 * @param pv the device and its label
 * @param area the area
 */
public record LocatedArea(ScannedPv pv, ScannedArea area) {
  public BlockDevice device() {
    return pv.device();
  }
}
