package org.jlvm.core.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jlvm.core.model.LvmId;

/**
 * Which metadata areas of a group are in use. The user may say so area by area; the group may want
 * a number of them ({@code --vgmetadatacopies}), to which the choice is then adjusted; and one at
 * least is always in use.
 *
 * @param ignored areas to take out of use
 * @param wanted areas to take into use
 * @param all whether all are to be in use
 * @param lingering physical volumes whose areas get the text even where they are out of use: as
 *     with lvm2, until the command that took them out of use is done with the group
 */
public record AreaUse(
    Set<LocatedArea> ignored, Set<LocatedArea> wanted, boolean all, Set<LvmId> lingering) {
  /** Leaves all as they are, but for the number that the group wants. */
  public static final AreaUse UNCHANGED = new AreaUse(Set.of(), Set.of(), false, Set.of());

  public static final AreaUse ALL = new AreaUse(Set.of(), Set.of(), true, Set.of());

  public AreaUse {
    ignored = Set.copyOf(ignored);
    wanted = Set.copyOf(wanted);
    lingering = Set.copyOf(lingering);
  }

  public static AreaUse without(Set<LocatedArea> ignored) {
    return new AreaUse(ignored, Set.of(), false, Set.of());
  }

  public static AreaUse with(Set<LocatedArea> wanted) {
    return new AreaUse(Set.of(), wanted, false, Set.of());
  }

  /** The same, with areas that get the text although they are out of use. */
  public AreaUse lingering(Set<LvmId> pvs) {
    return new AreaUse(ignored, wanted, all, pvs);
  }

  /** The areas of a group that are out of use when this is done. */
  public Set<LocatedArea> ignoredAreas(VgState vg) {
    List<LocatedArea> used = new ArrayList<>();
    List<LocatedArea> unused = new ArrayList<>();
    for (LocatedArea area : vg.areas()) {
      if (area.area().header().isPresent()) {
        (isUsed(area) ? used : unused).add(area);
      }
    }
    long copies = all ? 0 : vg.vg().metadataCopies();
    if (copies == 0) {
      move(unused, used, all ? unused.size() : used.isEmpty() ? 1 : 0);
    } else {
      long total = (long) used.size() + unused.size();
      long count = Math.min(copies, total);
      move(unused, used, count - used.size());
      move(used, unused, used.size() - count);
    }
    return new LinkedHashSet<>(unused);
  }

  private boolean isUsed(LocatedArea area) {
    if (all || wanted.contains(area)) {
      return true;
    }
    return !area.area().isIgnored() && !ignored.contains(area);
  }

  /** Moves so many from the end of one list to the other; where from does not matter. */
  private static void move(List<LocatedArea> from, List<LocatedArea> to, long count) {
    for (long i = 0; i < count && !from.isEmpty(); i++) {
      to.add(from.remove(from.size() - 1));
    }
  }
}
