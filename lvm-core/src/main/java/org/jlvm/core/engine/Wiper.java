package org.jlvm.core.engine;

import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Step;
import org.jlvm.core.units.Sectors;

/** Clears the start of new logical volumes, so that nothing old is taken for their contents. */
final class Wiper {
  private final Session session;

  Wiper(Session session) {
    this.session = session;
  }

  void wipe(VgState vg, LvmId id, Step.WipeRequest request) {
    LogicalVolume lv = vg.vg().lv(id);
    if (!session.activation().canWrite()) {
      session
          .environment()
          .messages()
          .error(
              "Volume "
                  + vg.vg().name()
                  + '/'
                  + lv.name()
                  + " is not active locally (volume_list activation filter?).");
      throw new FailedException("Aborting. Failed to wipe start of new LV.");
    }
    try (DeviceHandle contents = session.activation().open(vg, id)) {
      if (request.zeroSectors() > 0) {
        Sectors size = lv.size(vg.vg().extentSize());
        long sectors = Math.min(request.zeroSectors(), size.count());
        session
            .environment()
            .messages()
            .verbose(
                "Initializing "
                    + sectors / 2
                    + ".00 KiB of logical volume "
                    + vg.vg().name()
                    + '/'
                    + lv.name()
                    + " with value 0.");
        contents.zero(0, Sectors.of(sectors).toBytes().count());
      }
      contents.flush();
    }
  }
}
