package org.jlvm.core.engine.activation;

import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LvmId;

/** Volumes on image files: never active, but their contents are reached through their segments. */
public final class ImageActivation extends NoActivation {
  @Override
  public boolean canWrite() {
    return true;
  }

  @Override
  public DeviceHandle open(VgState vg, LvmId lv) {
    return LvContents.open(vg, lv);
  }
}
