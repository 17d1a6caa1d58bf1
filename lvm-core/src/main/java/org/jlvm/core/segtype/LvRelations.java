package org.jlvm.core.segtype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.snapshot.SnapshotSegment;

/**
 * Who is made of whom among the logical volumes of one group: users of a volume, snapshots of an
 * origin. Computed once from the segments; look-ups take constant time.
 */
public final class LvRelations {
  private final VolumeGroup vg;
  private final Map<LvmId, Set<LvmId>> users = new HashMap<>();
  private final Map<LvmId, Snapshot> byCow = new HashMap<>();
  private final Map<LvmId, List<Snapshot>> byOrigin = new HashMap<>();

  /**
   * One snapshot.
   *
   * @param hidden the volume that holds the segment, e.g. {@code snapshot0}
   * @param segment its segment
   */
  public record Snapshot(LogicalVolume hidden, SnapshotSegment segment) {}

  private LvRelations(VolumeGroup vg) {
    this.vg = vg;
    for (LogicalVolume lv : vg.lvs()) {
      for (Segment segment : lv.segments()) {
        add(lv, segment);
      }
    }
  }

  public static LvRelations of(VolumeGroup vg) {
    return new LvRelations(vg);
  }

  private void add(LogicalVolume lv, Segment segment) {
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnLv onLv) {
        addUser(onLv.lv(), lv);
      }
    }
    for (LvmId companion : segment.companions()) {
      addUser(companion, lv);
    }
    if (segment instanceof SnapshotSegment snapshot) {
      Snapshot link = new Snapshot(lv, snapshot);
      byCow.put(snapshot.cow(), link);
      byOrigin.computeIfAbsent(snapshot.origin(), id -> new ArrayList<>(1)).add(link);
    }
  }

  private void addUser(LvmId used, LogicalVolume user) {
    users.computeIfAbsent(used, id -> new LinkedHashSet<>(2)).add(user.id());
  }

  /** The volumes with a segment that is made of this one, in metadata order. */
  public List<LogicalVolume> usersOf(LvmId lv) {
    List<LogicalVolume> found = new ArrayList<>(1);
    for (LvmId user : users.getOrDefault(lv, Set.of())) {
      found.add(vg.lv(user));
    }
    return found;
  }

  /** The snapshot whose exception store this volume is. */
  public Optional<Snapshot> snapshotOfCow(LvmId lv) {
    return Optional.ofNullable(byCow.get(lv));
  }

  /** The snapshots of an origin, in metadata order. */
  public List<Snapshot> snapshotsOf(LvmId origin) {
    return byOrigin.getOrDefault(origin, List.of());
  }

  public boolean isOrigin(LvmId lv) {
    return byOrigin.containsKey(lv);
  }

  public boolean isCow(LvmId lv) {
    return byCow.containsKey(lv);
  }

  /** Whether it is the origin or the store of a snapshot. */
  public boolean isInSnapshot(LvmId lv) {
    return !byCow.isEmpty() && (isOrigin(lv) || isCow(lv));
  }

  /** Whether it is the hidden origin, all of zeros, of a sparse volume. */
  public boolean isVirtualOrigin(LogicalVolume lv) {
    return isOrigin(lv.id()) && !lv.isVisible();
  }

  /** Whether it is the store of a sparse volume, which is a snapshot of nothing. */
  public boolean isSparse(LvmId lv) {
    Snapshot snapshot = byCow.get(lv);
    return snapshot != null && isVirtualOrigin(vg.lv(snapshot.segment().origin()));
  }

  /** The snapshot that is being merged into this origin. */
  public Optional<Snapshot> mergingInto(LvmId origin) {
    for (Snapshot snapshot : snapshotsOf(origin)) {
      if (snapshot.segment().merging()) {
        return Optional.of(snapshot);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether lists show the volume without being asked for all: flagged as visible, or the store of
   * a snapshot of such a volume unless that is being merged, and sparse volumes (lvm2's
   * lv_is_visible).
   */
  public boolean isVisible(LogicalVolume lv) {
    Snapshot asCow = byCow.get(lv.id());
    if (asCow != null) {
      return isSparse(lv.id())
          || !asCow.segment().merging() && vg.lv(asCow.segment().origin()).isVisible();
    }
    return lv.flags().has(Flag.VISIBLE) && !isSnapshotLink(lv);
  }

  /** Whether the volume is only the hidden tie between an origin and a store. */
  public static boolean isSnapshotLink(LogicalVolume lv) {
    return !lv.segments().isEmpty() && lv.firstSegment() instanceof SnapshotSegment;
  }
}
