package org.jlvm.cli.process;

import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.PhysicalVolume;

/** Devices that are smaller than the physical volumes on them. */
public final class SmallDevices {
  private SmallDevices() {}

  /** Warns of each in a group, unless the configuration says not to; whether there was one. */
  public static boolean warn(CommandSession session, VgState state) {
    if (!session.settings().metadata().checkPvDeviceSizes()) {
      return false;
    }
    boolean any = false;
    for (PhysicalVolume pv : state.vg().pvs()) {
      if (state.isMissing(pv) || state.isElsewhere(pv)) {
        continue;
      }
      long size = state.device(pv.id()).orElseThrow().device().size().toSectorsDown().count();
      if (size < pv.deviceSize().count()) {
        any = true;
        session
            .session()
            .environment()
            .messages()
            .warn(
                "WARNING: Device "
                    + state.pvName(pv)
                    + " has size of "
                    + size
                    + " sectors which is smaller than corresponding PV size of "
                    + pv.deviceSize().count()
                    + " sectors. Was device resized?");
      }
    }
    return any;
  }
}
