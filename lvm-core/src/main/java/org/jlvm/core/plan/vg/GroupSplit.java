package org.jlvm.core.plan.vg;

import static java.util.Collections.disjoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.snapshot.SnapshotSegment;

/**
 * Moves physical volumes, and the logical volumes on them, from one group to another. Volumes that
 * are made of each other stay together.
 *
 * @param from the group without them
 * @param to the group with them
 * @param moved the logical volumes that moved
 */
public record GroupSplit(VolumeGroup from, VolumeGroup to, List<LogicalVolume> moved) {

  /**
   * @param pvs ids of physical volumes of the first group, in the order in which they are added
   * @param moving is asked once for each volume that moves, by type as lvm2 does: raids with all
   *     that they are made of, volumes on disks, mirrors, the others; it throws for one that must
   *     not
   * @throws FailedException if a logical volume would be torn apart
   */
  public static GroupSplit of(
      VolumeGroup from, VolumeGroup to, Set<LvmId> pvs, Consumer<LogicalVolume> moving) {
    Set<LvmId> asked = new HashSet<>();
    for (LogicalVolume lv : from.lvs()) {
      if (lv.firstSegment() instanceof RaidSegment) {
        Set<LvmId> under = pvsUnder(from, lv);
        ask(lv, under, pvs, moving, asked);
        requireWhole("LV " + lv.name(), under, pvs);
        asked.addAll(tree(from, lv));
      }
    }
    for (LogicalVolume lv : from.lvs()) {
      Set<LvmId> own = new HashSet<>();
      addPvs(lv, own);
      requireWhole("Logical Volume " + lv.name(), own, pvs);
      ask(lv, own, pvs, moving, asked);
    }
    for (LogicalVolume lv : from.lvs()) {
      if (lv.firstSegment() instanceof MirrorSegment) {
        Set<LvmId> under = pvsUnder(from, lv);
        requireWhole("mirror " + lv.name(), under, pvs);
        ask(lv, under, pvs, moving, asked);
      }
    }
    GroupSplit split = of(from, to, pvs);
    for (LogicalVolume lv : split.moved) {
      if (asked.add(lv.id())) {
        moving.accept(lv);
      }
    }
    return split;
  }

  private static void ask(
      LogicalVolume lv,
      Set<LvmId> under,
      Set<LvmId> pvs,
      Consumer<LogicalVolume> moving,
      Set<LvmId> asked) {
    if (!disjoint(under, pvs) && asked.add(lv.id())) {
      moving.accept(lv);
    }
  }

  private static void requireWhole(String what, Set<LvmId> under, Set<LvmId> pvs) {
    if (!disjoint(under, pvs) && !pvs.containsAll(under)) {
      throw torn(what);
    }
  }

  private static GroupSplit of(VolumeGroup from, VolumeGroup to, Set<LvmId> pvs) {
    List<LogicalVolume> moved = new ArrayList<>();
    List<LogicalVolume> kept = new ArrayList<>();
    LvRelations relations = LvRelations.of(from);
    for (LogicalVolume lv : from.lvs()) {
      Set<LvmId> family = family(from, relations, lv);
      Set<LvmId> used = new HashSet<>();
      for (LvmId member : family) {
        addPvs(from.lv(member), used);
      }
      boolean leaves = false;
      boolean stays = used.isEmpty();
      for (LvmId pv : used) {
        leaves |= pvs.contains(pv);
        stays |= !pvs.contains(pv);
      }
      if (leaves && stays) {
        throw torn(tornSnapshot(from, family, pvs).orElse("Logical Volume " + lv.name()));
      }
      (leaves ? moved : kept).add(lv);
    }
    List<PhysicalVolume> more = new ArrayList<>(to.pvs());
    for (LvmId pv : pvs) {
      more.add(from.pv(pv));
    }
    List<PhysicalVolume> fewer = new ArrayList<>(from.pvs());
    fewer.removeIf(pv -> pvs.contains(pv.id()));
    List<LogicalVolume> joined = new ArrayList<>(to.lvs());
    joined.addAll(moved);
    return new GroupSplit(
        from.toBuilder().pvs(fewer).lvs(kept).build(),
        to.toBuilder().pvs(more).lvs(joined).build(),
        List.copyOf(moved));
  }

  /** The physical volumes under a logical volume and those that it is made of. */
  public static Set<LvmId> pvsUnder(VolumeGroup vg, LogicalVolume lv) {
    Set<LvmId> pvs = new LinkedHashSet<>();
    for (LvmId part : tree(vg, lv)) {
      addPvs(vg.lv(part), pvs);
    }
    return pvs;
  }

  /** The volume and all that it is made of. */
  private static Set<LvmId> tree(VolumeGroup vg, LogicalVolume lv) {
    Set<LvmId> seen = new LinkedHashSet<>();
    List<LvmId> open = new ArrayList<>(List.of(lv.id()));
    while (!open.isEmpty()) {
      LvmId next = open.remove(open.size() - 1);
      if (seen.add(next)) {
        open.addAll(parts(vg.lv(next)));
      }
    }
    return seen;
  }

  /** The volume and all that it is made of, that are made of it, and so on. */
  private static Set<LvmId> family(VolumeGroup vg, LvRelations relations, LogicalVolume lv) {
    Set<LvmId> family = new LinkedHashSet<>();
    List<LvmId> open = new ArrayList<>(List.of(lv.id()));
    while (!open.isEmpty()) {
      LvmId next = open.remove(open.size() - 1);
      if (family.add(next)) {
        open.addAll(parts(vg.lv(next)));
        relations.usersOf(next).forEach(user -> open.add(user.id()));
      }
    }
    return family;
  }

  private static Set<LvmId> parts(LogicalVolume lv) {
    Set<LvmId> parts = new LinkedHashSet<>();
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnLv onLv) {
          parts.add(onLv.lv());
        }
      }
      parts.addAll(segment.companions());
    }
    return parts;
  }

  private static void addPvs(LogicalVolume lv, Set<LvmId> pvs) {
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnPv onPv) {
          pvs.add(onPv.pv());
        }
      }
      pvs.addAll(segment.foreignPvs());
    }
  }

  /** The first snapshot whose store and origin part. */
  private static Optional<String> tornSnapshot(VolumeGroup vg, Set<LvmId> family, Set<LvmId> pvs) {
    for (LogicalVolume lv : vg.lvs()) {
      if (family.contains(lv.id()) && lv.firstSegment() instanceof SnapshotSegment snapshot) {
        LogicalVolume cow = vg.lv(snapshot.cow());
        boolean cowLeaves = pvs.containsAll(pvsUnder(vg, cow));
        if (cowLeaves != pvs.containsAll(pvsUnder(vg, vg.lv(snapshot.origin())))) {
          return Optional.of("snapshot " + cow.name());
        }
      }
    }
    return Optional.empty();
  }

  private static FailedException torn(String what) {
    return new FailedException("Can't split " + what + " between two Volume Groups");
  }
}
