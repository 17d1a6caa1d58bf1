package org.jlvm.core.engine.activation;

import java.util.List;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.plan.Step;

/** No driver: every volume is inactive and stays so. */
public class NoActivation implements Activation {
  @Override
  public boolean isAvailable() {
    return false;
  }

  @Override
  public boolean canWrite() {
    return false;
  }

  @Override
  public LvStatus status(VgState vg, LogicalVolume lv) {
    return LvStatus.INACTIVE;
  }

  @Override
  public void activate(VgState vg, LvmId lv, Step.ActivationRequest request) {
    throw noDriver(vg, lv);
  }

  @Override
  public void deactivate(VgState vg, LvmId lv) {
    // It is inactive.
  }

  @Override
  public void refresh(VgState vg, LvmId lv) {
    throw noDriver(vg, lv);
  }

  @Override
  public LiveChange prepare(VgState before, VgState after, List<LvmId> lvs) {
    return LiveChange.NONE;
  }

  @Override
  public DeviceHandle open(VgState vg, LvmId lv) {
    throw noDriver(vg, lv);
  }

  private static FailedException noDriver(VgState vg, LvmId lv) {
    return new FailedException(
        "Cannot use logical volume "
            + vg.vg().name()
            + '/'
            + vg.vg().lv(lv).name()
            + ": there is no device-mapper driver.");
  }
}
