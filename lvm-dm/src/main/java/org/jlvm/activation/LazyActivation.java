package org.jlvm.activation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.plan.Step;
import org.jspecify.annotations.Nullable;

/** Reaches for the driver when it is first needed: many commands never do. */
public class LazyActivation implements Activation {
  private final Supplier<Activation> opener;
  private @Nullable Activation open;

  /**
   * @param opener opens the driver, or gives what is to be done without
   */
  public LazyActivation(Supplier<Activation> opener) {
    this.opener = opener;
  }

  private Activation activation() {
    Activation current = open;
    if (current == null) {
      current = opener.get();
      open = current;
    }
    return current;
  }

  @Override
  public boolean isAvailable() {
    return activation().isAvailable();
  }

  @Override
  public boolean canWrite() {
    return activation().canWrite();
  }

  @Override
  public LvStatus status(VgState vg, LogicalVolume lv) {
    return activation().status(vg, lv);
  }

  @Override
  public boolean isActive(VgState vg, LogicalVolume lv) {
    return activation().isActive(vg, lv);
  }

  @Override
  public void assumeInSync(boolean inSync) {
    activation().assumeInSync(inSync);
  }

  @Override
  public OptionalLong readAhead(VgState vg, LogicalVolume lv) {
    return activation().readAhead(vg, lv);
  }

  @Override
  public Optional<TargetState> target(VgState vg, LogicalVolume lv, Segment segment) {
    return activation().target(vg, lv, segment);
  }

  @Override
  public void message(VgState vg, LogicalVolume lv, String message) {
    activation().message(vg, lv, message);
  }

  @Override
  public Optional<String> whyInUse(VgState vg, LogicalVolume lv) {
    return activation().whyInUse(vg, lv);
  }

  @Override
  public void activate(VgState vg, LvmId lv, Step.ActivationRequest request) {
    activation().activate(vg, lv, request);
  }

  @Override
  public void deactivate(VgState vg, LvmId lv) {
    activation().deactivate(vg, lv);
  }

  @Override
  public void refresh(VgState vg, LvmId lv) {
    activation().refresh(vg, lv);
  }

  @Override
  public LiveChange prepare(VgState before, VgState after, List<LvmId> lvs) {
    return activation().prepare(before, after, lvs);
  }

  @Override
  public String path(VgState vg, LogicalVolume lv) {
    return activation().path(vg, lv);
  }

  @Override
  public DeviceHandle open(VgState vg, LvmId lv) {
    return activation().open(vg, lv);
  }

  @Override
  public void makeNodes(VgState vg) {
    activation().makeNodes(vg);
  }

  @Override
  public void settle() {
    if (open != null) {
      activation().settle();
    }
  }

  @Override
  public void close() {
    if (open != null) {
      activation().close();
    }
  }
}
