package org.jlvm.cli.move;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.FailedException;

/**
 * A move from a physical volume that is in no group. Nothing can come of it, but lvm2 reads its
 * operands as those of a group whose volumes have no extents.
 */
final class UngroupedMove {
  private final Session session;
  private final String group;

  /**
   * @param group what the volumes that are in none are called together
   */
  UngroupedMove(Session session, String group) {
    this.session = session;
    this.group = group;
  }

  /**
   * Why it cannot be; the first fault of the operands.
   *
   * @throws FailedException if one of them names extents that cannot be read
   */
  String whyNothing(String source, List<String> targets) {
    PvOperands.requireExtents(source, 0, find(source).orElseGet(() -> MoveOperands.device(source)));
    if (targets.isEmpty()) {
      return "No extents available for allocation.";
    }
    for (String target : targets) {
      if (target.startsWith("@")) {
        continue;
      }
      Optional<String> found = find(target);
      if (found.isEmpty()) {
        return "Physical Volume \"%s\" not found in Volume Group \"%s\"."
            .formatted(MoveOperands.device(target), group);
      }
      session
          .environment()
          .messages()
          .warn("WARNING: Physical volume " + found.get() + " not allocatable.");
    }
    return "No specified PVs have space available.";
  }

  private Optional<String> find(String operand) {
    String device = MoveOperands.device(operand);
    for (ScannedPv orphan : session.catalog().orphans()) {
      if (orphan.device().names().contains(device)) {
        return Optional.of(orphan.device().name());
      }
    }
    return Optional.empty();
  }
}
