package org.jlvm.core.model;

import java.util.List;

/**
 * Metadata text that this program does not understand but must keep: its lines, with every quoted
 * name of a volume of the group replaced by that volume's id, so that renames and renumbering do
 * not break it.
 *
 * @param lines without indentation and comments
 */
public record ForeignText(List<List<Part>> lines) {
  /** A piece of a line. */
  public sealed interface Part {}

  /** Text as it stands. */
  public record Text(String text) implements Part {}

  /** The quoted name of a logical volume. */
  public record LvReference(LvmId id) implements Part {}

  /** The quoted name ({@code pv0}, {@code pv1}, ...) of a physical volume. */
  public record PvReference(LvmId id) implements Part {}

  public ForeignText {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** The logical volumes named anywhere in it. */
  public List<LvmId> lvs() {
    return lines.stream()
        .flatMap(List::stream)
        .filter(LvReference.class::isInstance)
        .map(part -> ((LvReference) part).id())
        .distinct()
        .toList();
  }

  /** The physical volumes named anywhere in it. */
  public List<LvmId> pvs() {
    return lines.stream()
        .flatMap(List::stream)
        .filter(PvReference.class::isInstance)
        .map(part -> ((PvReference) part).id())
        .distinct()
        .toList();
  }
}
