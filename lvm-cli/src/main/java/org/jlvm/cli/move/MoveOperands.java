package org.jlvm.cli.move;

import java.util.Optional;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.PhysicalVolume;

/** What the operands of {@code pvmove} name. */
final class MoveOperands {
  private MoveOperands() {}

  /** The device of {@code DEVICE[:EXTENTS]...}; a backslash makes a colon part of the name. */
  static String device(String operand) {
    return PvOperands.device(operand);
  }

  static Optional<PhysicalVolume> find(VgState state, String device) {
    return new PvDevices(state).find(device);
  }
}
