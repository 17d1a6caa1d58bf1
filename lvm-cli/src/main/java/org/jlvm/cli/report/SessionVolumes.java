package org.jlvm.cli.report;

import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.activation.VolumeMonitor;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.report.lvm.LiveVolumes;
import org.jspecify.annotations.Nullable;

/**
 * What activation and the daemon that watches can tell. The device of a volume is looked at once
 * for all the fields of a row, which so agree.
 */
final class SessionVolumes implements LiveVolumes {
  private final CommandSession session;
  private @Nullable VgState lastVg;
  private @Nullable LogicalVolume lastLv;
  private LvStatus lastDevice = LvStatus.INACTIVE;

  SessionVolumes(CommandSession session) {
    this.session = session;
  }

  @Override
  public boolean isAvailable() {
    return session.session().activation().isAvailable();
  }

  @Override
  public LvStatus device(VgState vg, LogicalVolume lv) {
    if (lastVg != vg || lastLv != lv) {
      lastDevice = session.session().activation().status(vg, lv);
      lastVg = vg;
      lastLv = lv;
    }
    return lastDevice;
  }

  @Override
  public OptionalLong readAhead(VgState vg, LogicalVolume lv) {
    return session.session().activation().readAhead(vg, lv);
  }

  @Override
  public Optional<TargetState> target(VgState vg, LogicalVolume lv, Segment segment) {
    return session.session().activation().target(vg, lv, segment);
  }

  @Override
  public Optional<VolumeMonitor.State> monitor(VgState vg, LogicalVolume lv) {
    return session.monitor().state(vg, lv);
  }
}
