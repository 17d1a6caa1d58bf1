package org.jlvm.cli.move;

import java.util.Optional;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.PhysicalVolume;

/** What the operands of {@code pvmove} name. */
final class MoveOperands {
  private MoveOperands() {}

  /** The device of {@code DEVICE[:EXTENTS]...}; a backslash makes a colon part of the name. */
  static String device(String operand) {
    StringBuilder name = new StringBuilder(operand.length());
    for (int i = 0; i < operand.length() && operand.charAt(i) != ':'; i++) {
      boolean escaped =
          operand.charAt(i) == '\\'
              && i + 1 < operand.length()
              && (operand.charAt(i + 1) == ':' || operand.charAt(i + 1) == '@');
      name.append(operand.charAt(escaped ? ++i : i));
    }
    return name.toString();
  }

  static Optional<PhysicalVolume> find(VgState state, String device) {
    return new PvDevices(state).find(device);
  }
}
