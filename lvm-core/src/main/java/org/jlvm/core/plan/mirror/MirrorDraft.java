package org.jlvm.core.plan.mirror;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.GeneratedNames;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;

/** A group while its mirrors are rebuilt, and the steps that lead there. */
final class MirrorDraft {
  private final Plan.Builder plan;
  private final Supplier<LvmId> ids;
  private final Optional<LogicalVolume.Creation> creation;
  private final boolean hasDriver;
  private VolumeGroup vg;

  /**
   * @param ids for new volumes
   * @param creation of new volumes
   * @param hasDriver whether there can be devices at all
   */
  MirrorDraft(
      VolumeGroup before,
      Supplier<LvmId> ids,
      Optional<LogicalVolume.Creation> creation,
      boolean hasDriver) {
    this.plan = Plan.of(before);
    this.ids = ids;
    this.creation = creation;
    this.hasDriver = hasDriver;
    this.vg = before;
  }

  VolumeGroup vg() {
    return vg;
  }

  LogicalVolume lv(LvmId id) {
    return vg.lv(id);
  }

  MirrorSegment mirror(LvmId id) {
    return Mirrors.segment(vg.lv(id));
  }

  String path(LvmId id) {
    return vg.name() + "/" + vg.lv(id).name();
  }

  /** A step for devices, if there can be any. */
  void add(Step step) {
    if (hasDriver) {
      plan.add(step);
    }
  }

  /** Makes what was drafted current; active volumes among these, or above them, follow. */
  void commit(LvmId... reload) {
    plan.commit(vg, List.of(reload));
  }

  Plan build() {
    return plan.add(new Step.Backup()).build();
  }

  /** The steps so far, for more to follow. */
  Plan.Builder steps() {
    return plan;
  }

  void addVolume(LogicalVolume lv) {
    vg = vg.withNewLv(lv);
  }

  void replace(LogicalVolume changed) {
    vg = vg.withLv(changed);
  }

  void setFlag(LvmId id, Flag flag, boolean wanted) {
    replace(lv(id).withFlag(flag, wanted));
  }

  void rename(LvmId id, String name) {
    replace(lv(id).withName(new LvName(name)));
  }

  void remove(Collection<LvmId> gone) {
    vg = vg.withoutLvs(gone);
  }

  /** The first free name of this beginning and a number. */
  String freeName(String prefix) {
    return GeneratedNames.next(vg, prefix).value();
  }

  /** A new volume, last in the group. */
  LvmId create(
      String name, boolean visible, boolean writable, AllocationPolicy policy, Segment... content) {
    Flags flags = Flags.of(Flags.Owner.LV, Flag.READ);
    LogicalVolume lv =
        new LogicalVolume.Builder(ids.get(), new LvName(name))
            .flags(flags.with(Flag.WRITE, writable).with(Flag.VISIBLE, visible))
            .creation(creation)
            .allocation(policy)
            .segments(List.of(content))
            .build();
    vg = vg.withNewLv(lv);
    return lv.id();
  }

  /** Moves all that a volume is made of into a new one below, which it is made of from then on. */
  LvmId insertLayer(LvmId id, LvmId layer) {
    LogicalVolume lv = lv(id);
    replace(lv(layer).withSegments(lv.segments()));
    SegmentHead head = SegmentHead.of(0, lv.extentCount());
    Area whole = new Area.OnLv(layer, 0);
    replace(lv.withSegments(List.of(new StripedSegment(head, List.of(whole), Sectors.ZERO))));
    return layer;
  }

  /** The other way round; the volume below is left with nothing but errors. */
  void removeLayer(LvmId id, LvmId layer) {
    replace(lv(id).withSegments(lv(layer).segments()));
    fillWithErrors(layer);
  }

  /** Leaves nothing but errors; hidden copies that the volume was made of go, and its log. */
  void replaceByError(LvmId id) {
    List<LvmId> parts = new ArrayList<>(0);
    addHiddenParts(id, parts);
    fillWithErrors(id);
    remove(parts);
  }

  private void addHiddenParts(LvmId id, List<LvmId> parts) {
    if (!Mirrors.isMirror(lv(id))) {
      return;
    }
    for (LogicalVolume image : Mirrors.images(vg, lv(id))) {
      if (!image.isVisible()) {
        parts.add(image.id());
      }
    }
    Optional<LvmId> log = mirror(id).log();
    if (log.isPresent()) {
      parts.add(log.get());
      addHiddenParts(log.get(), parts);
    }
  }

  private void fillWithErrors(LvmId id) {
    LogicalVolume lv = lv(id);
    SegmentHead head = SegmentHead.of(0, Math.max(1, lv.extentCount()));
    replace(
        lv.withFlag(Flag.NOTSYNCED, false)
            .withFlag(Flag.LOCKED, false)
            .withSegments(List.of(new VirtualSegment(head, VirtualType.ERROR))));
  }

  /**
   * Adds copies to a mirror, or to a volume that is made of just one other, which becomes the first
   * copy of a mirror with its log in memory.
   *
   * @param region if it is no mirror yet
   */
  void addImages(LvmId id, List<LvmId> images, Sectors region) {
    LogicalVolume lv = lv(id);
    Segment first = lv.firstSegment();
    MirrorSegment mirror =
        first instanceof MirrorSegment known
            ? known
            : new MirrorSegment(
                first.head(), first.areas(), OptionalLong.empty(), Optional.empty(), region);
    List<Area> areas = new ArrayList<>(mirror.areas());
    for (LvmId image : images) {
      areas.add(new Area.OnLv(image, 0));
      setFlag(image, Flag.VISIBLE, false);
    }
    replace(lv.withSegments(List.of(mirror.withAreas(areas))));
  }

  void setImages(LvmId id, List<Area> areas) {
    replace(lv(id).withSegments(List.of(mirror(id).withAreas(areas))));
  }

  /** Takes the log off a mirror; it is a volume of its own then. */
  Optional<LvmId> detachLog(LvmId id) {
    if (!Mirrors.isMirror(lv(id)) || mirror(id).log().isEmpty()) {
      return Optional.empty();
    }
    Optional<LvmId> log = mirror(id).log();
    replace(lv(id).withSegments(List.of(mirror(id).withLog(Optional.empty()))));
    setFlag(log.get(), Flag.VISIBLE, true);
    return log;
  }

  void attachLog(LvmId id, LvmId log) {
    replace(lv(id).withSegments(List.of(mirror(id).withLog(Optional.of(log)))));
    setFlag(log, Flag.VISIBLE, false);
  }

  /** Tags decide what may be activated here, so parts on their own get those of the whole. */
  void inheritTags(LvmId from, LvmId to) {
    List<Tag> tags = new ArrayList<>(lv(to).tags());
    for (Tag tag : lv(from).tags()) {
      if (tags.contains(tag)) {
        return;
      }
    }
    tags.addAll(lv(from).tags());
    replace(lv(to).toBuilder().tags(tags).build());
  }

  void setTags(LvmId id, List<Tag> tags) {
    replace(lv(id).toBuilder().tags(tags).build());
  }
}
