package org.jlvm.core.plan.move;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.AllocationRequest;
import org.jlvm.core.alloc.AllocationShape;
import org.jlvm.core.alloc.Allocator;
import org.jlvm.core.alloc.ExtentRange;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.ParallelAreas;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvLocks;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.striped.StripedSegment;

/**
 * Works out the group with a move begun: the extents go into a temporary volume, which gets a
 * second leg at the new place.
 */
public final class MoveStart {
  private final MoveRequest request;
  private final VolumeGroup vg;
  private final LvRelations relations;
  private final Messages messages;
  private final Map<LvmId, LogicalVolume> changed = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private long length;
  private boolean skipped;

  /**
   * A run of extents that moves.
   *
   * @param start in the temporary volume
   * @param from the old place
   * @param beside the physical volumes of the stripe that it belongs to
   */
  private record Part(long start, long length, Area from, Set<LvmId> beside) {}

  /**
   * A move about to begin.
   *
   * @param vg the group as it will be
   * @param move the temporary volume
   * @param volumes those whose extents move, in the order of the group
   */
  public record Started(VolumeGroup vg, LogicalVolume move, List<LvmId> volumes) {
    public Started {
      volumes = List.copyOf(volumes);
    }
  }

  private MoveStart(MoveRequest request, Messages messages) {
    this.request = request;
    this.vg = request.vg();
    this.relations = LvRelations.of(vg);
    this.messages = messages;
  }

  /**
   * The group with the move begun.
   *
   * @throws FailedException if there is nothing to move, or no room for it
   */
  public static Started plan(MoveRequest request, Messages messages) {
    return new MoveStart(request, messages).plan();
  }

  private Started plan() {
    messages.verbose("Creating logical volume " + name());
    PvChoices targets = targets();
    for (LogicalVolume lv : vg.lvs()) {
      if (isWanted(lv) && Moves.isMovable(lv) && isOnSource(lv)) {
        take(lv);
      }
    }
    if (length == 0) {
      if (skipped) {
        messages.error(
            "All data on source PV skipped. It contains locked, hidden or non-top level LVs only.");
      }
      throw new FailedException("No data to move for " + vg.name() + '.');
    }
    List<Segment> moving = segments(allocate(targets));
    List<LogicalVolume> added =
        request.legs().isEmpty()
            ? List.of(temporary(moving))
            : AtomicMove.split(request, temporary(moving));
    LogicalVolume move = added.get(0);
    TreeSet<Long> starts = new TreeSet<>();
    for (Segment segment : move.segments()) {
      starts.add(segment.start());
    }
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs().size() + 1);
    for (LogicalVolume lv : vg.lvs()) {
      LogicalVolume taken = changed.get(lv.id());
      lvs.add(taken == null ? lv : cut(taken, starts));
    }
    lvs.addAll(added);
    return new Started(vg.toBuilder().lvs(lvs).build(), move, List.copyOf(changed.keySet()));
  }

  /** Copies of the same data must not come to lie on one physical volume. */
  private PvChoices targets() {
    Set<LvmId> avoided = new HashSet<>();
    for (LogicalVolume lv : vg.lvs()) {
      if (lv.segments().isEmpty() || !isNamedAsWhole(lv) || !isOnSource(lv)) {
        continue;
      }
      requireNotMerging(lv);
      Segment first = lv.firstSegment();
      boolean redundant = first instanceof RaidSegment || first instanceof MirrorSegment;
      if (redundant && policy() != AllocationPolicy.ANYWHERE) {
        Set<LvmId> places = new HashSet<>();
        addPvs(lv, places);
        places.removeAll(besideNamed(first));
        avoided.addAll(places);
      }
    }
    return request.targets().without(avoided);
  }

  /** Where the metadata of a named image lie, or the image of named metadata: they may meet. */
  private Set<LvmId> besideNamed(Segment whole) {
    Set<LvmId> places = new HashSet<>();
    if (whole instanceof RaidSegment raid && request.lv().isPresent()) {
      LvName named = request.lv().get();
      for (int i = 0; i < raid.metadataLvs().size(); i++) {
        LogicalVolume metadata = vg.lv(raid.metadataLvs().get(i));
        if (raid.areas().get(i) instanceof Area.OnLv onLv) {
          LogicalVolume image = vg.lv(onLv.lv());
          if (image.name().equals(named)) {
            addPvs(metadata, places);
          } else if (metadata.name().equals(named)) {
            addPvs(image, places);
          }
        }
      }
    }
    return places;
  }

  private AllocationPolicy policy() {
    return request.policy() == AllocationPolicy.INHERIT ? vg.allocation() : request.policy();
  }

  private void requireNotMerging(LogicalVolume lv) {
    boolean merging =
        relations.mergingInto(lv.id()).isPresent()
            || relations
                .snapshotOfCow(lv.id())
                .map(snapshot -> snapshot.segment().merging())
                .orElse(false);
    if (merging) {
      throw new FailedException(
          "Unable to pvmove when merging volume " + vg.name() + '/' + lv.name() + " is present.");
    }
  }

  private void addPvs(LogicalVolume lv, Set<LvmId> pvs) {
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnPv onPv) {
          pvs.add(onPv.pv());
        } else {
          addPvs(vg.lv(((Area.OnLv) area).lv()), pvs);
        }
      }
      for (LvmId companion : segment.companions()) {
        addPvs(vg.lv(companion), pvs);
      }
    }
  }

  private boolean isOnSource(LogicalVolume lv) {
    Set<LvmId> pvs = new HashSet<>();
    if (LvRelations.isSnapshotLink(lv)) {
      return false;
    }
    addPvs(lv, pvs);
    return pvs.contains(request.source());
  }

  private boolean isNamedAsWhole(LogicalVolume lv) {
    if (request.lv().isEmpty()) {
      return true;
    }
    Optional<LogicalVolume> named = vg.findLv(request.lv().get().value());
    return named.isPresent() && topOf(named.get()).id().equals(lv.id());
  }

  private LogicalVolume topOf(LogicalVolume lv) {
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      if (!LvRelations.isSnapshotLink(user)) {
        return topOf(user);
      }
    }
    return lv;
  }

  /** All volumes, or the named one and those that it is made of. */
  private boolean isWanted(LogicalVolume lv) {
    return request.lv().isEmpty() || isPartOf(lv, request.lv().get());
  }

  private boolean isPartOf(LogicalVolume lv, LvName name) {
    if (lv.name().equals(name)) {
      return true;
    }
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      if (!LvRelations.isSnapshotLink(user) && isPartOf(user, name)) {
        return true;
      }
    }
    return false;
  }

  private void take(LogicalVolume lv) {
    if (LvLocks.isLocked(vg, lv)) {
      skipped = true;
      messages.info("Skipping locked LV " + vg.name() + '/' + lv.name() + '.');
      return;
    }
    long before = length;
    request.limit().tell(vg, messages);
    List<Segment> segments = new ArrayList<>(lv.segments().size());
    for (Segment segment : lv.segments()) {
      take(lv, (StripedSegment) segment, segments);
    }
    if (length > before) {
      messages.verbose(
          "Moving "
              + (length - before)
              + " extents of logical volume "
              + vg.name()
              + '/'
              + lv.name()
              + '.');
      changed.put(lv.id(), lv.withSegments(segments).withFlag(Flag.LOCKED, true));
    }
  }

  private void take(LogicalVolume lv, StripedSegment segment, List<Segment> segments) {
    TreeSet<Long> cuts = cuts(segment);
    if (segment.areas().stream().anyMatch(this::isMeant)) {
      request.limit().cut(vg, lv, segment, cuts, messages);
    }
    for (Segment slice : SegmentCuts.slices(segment, cuts)) {
      List<Area> areas = new ArrayList<>(slice.areas().size());
      Set<LvmId> beside = new HashSet<>();
      for (Area area : slice.areas()) {
        if (area instanceof Area.OnPv onPv) {
          beside.add(onPv.pv());
        }
      }
      for (Area area : slice.areas()) {
        if (isMeant(area)) {
          parts.add(new Part(length, slice.areaLength(), area, beside));
          areas.add(new Area.OnLv(request.id(), length));
          length += slice.areaLength();
        } else {
          areas.add(area);
        }
      }
      segments.add(slice.withAreas(areas));
    }
  }

  private boolean isMeant(Area area) {
    if (area instanceof Area.OnPv onPv && onPv.pv().equals(request.source())) {
      for (ExtentRange range : request.ranges()) {
        if (range.first() <= onPv.extent() && onPv.extent() < range.end()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where ranges begin or end inside a segment, in extents of its areas. */
  private TreeSet<Long> cuts(StripedSegment segment) {
    TreeSet<Long> cuts = new TreeSet<>();
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnPv onPv && onPv.pv().equals(request.source())) {
        for (ExtentRange range : request.ranges()) {
          addInside(cuts, range.first() - onPv.extent(), segment.areaLength());
          addInside(cuts, range.end() - onPv.extent(), segment.areaLength());
        }
      }
    }
    return cuts;
  }

  private static void addInside(TreeSet<Long> cuts, long offset, long length) {
    if (offset > 0 && offset < length) {
      cuts.add(offset);
    }
  }

  private Allocation allocate(PvChoices targets) {
    List<ParallelAreas.Run> runs = new ArrayList<>(parts.size());
    for (Part part : parts) {
      runs.add(new ParallelAreas.Run(part.start(), part.length(), part.beside()));
    }
    AllocationRequest wanted =
        AllocationRequest.beside(vg, AllocationShape.striped(1), length, new ParallelAreas(runs))
            .withPolicy(request.policy())
            .withPvs(targets);
    try {
      if (targets.size() == 0) {
        throw new FailedException("Couldn't allocate areas array.");
      }
      return Allocator.allocate(wanted, FreeExtents.of(vg), request.settings(), messages);
    } catch (FailedException e) {
      messages.error(e.getMessage());
      messages.error("Unable to allocate mirror extents for " + vg.name() + '/' + name() + '.');
      throw new FailedException("Failed to convert pvmove LV to mirrored.", e);
    }
  }

  /** Each segment has one old and one new place. */
  private List<Segment> segments(Allocation found) {
    List<Segment> segments = new ArrayList<>();
    int next = 0;
    Part part = parts.get(0);
    for (Allocation.Piece piece : found.pieces()) {
      Area to = piece.areas().get(0).area();
      long left = piece.areaLength();
      while (left > 0) {
        long start = segments.isEmpty() ? 0 : segments.get(segments.size() - 1).end();
        while (start >= part.start() + part.length()) {
          part = parts.get(++next);
        }
        long inPart = start - part.start();
        long run = Math.min(left, part.length() - inPart);
        segments.add(
            new MirrorSegment(
                SegmentHead.of(start, run),
                List.of(part.from().shifted(inPart), to),
                OptionalLong.of(0),
                Optional.empty(),
                request.region()));
        to = to.shifted(run);
        left -= run;
      }
    }
    return segments;
  }

  private LogicalVolume temporary(List<Segment> segments) {
    return new LogicalVolume.Builder(request.id(), name())
        .flags(
            Flags.of(Flags.Owner.LV, Flag.READ, Flag.WRITE)
                .with(Flag.PVMOVE, true)
                .with(Flag.LOCKED, true))
        .creation(request.creation())
        .allocation(AllocationPolicy.CONTIGUOUS)
        .segments(segments)
        .build();
  }

  private LvName name() {
    int next = 0;
    while (vg.findLv(Moves.NAME + next).isPresent()) {
      next++;
    }
    return new LvName(Moves.NAME + next);
  }

  /** Cuts a volume where the segments of the temporary one end, so that each maps to one. */
  private LogicalVolume cut(LogicalVolume lv, TreeSet<Long> starts) {
    return SegmentCuts.at(lv, request.id(), starts);
  }
}
