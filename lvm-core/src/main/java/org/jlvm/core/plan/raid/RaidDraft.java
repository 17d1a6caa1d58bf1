package org.jlvm.core.plan.raid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jspecify.annotations.Nullable;

/** The images of a RAID1 volume while they are rearranged. */
final class RaidDraft {
  private static final String EXTRACTED = "_extracted";

  private final VolumeGroup vg;
  private final Map<LvmId, LogicalVolume> changed = new LinkedHashMap<>();

  /** Null where an image was taken out and nothing has come in its place. */
  private final List<RaidParts.@Nullable Pair> pairs = new ArrayList<>();

  private LogicalVolume lv;

  RaidDraft(VolumeGroup vg, LogicalVolume lv) {
    this.vg = vg;
    this.lv = lv;
    RaidSegment raid = segment();
    for (int i = 0; i < raid.areas().size(); i++) {
      LogicalVolume image = vg.lv(((Area.OnLv) raid.areas().get(i)).lv());
      pairs.add(new RaidParts.Pair(image, vg.lv(raid.metadataLvs().get(i))));
    }
  }

  RaidSegment segment() {
    return (RaidSegment) lv.firstSegment();
  }

  int count() {
    return pairs.size();
  }

  /** The pair at a place where there is one. */
  RaidParts.Pair pair(int index) {
    RaidParts.Pair pair = pairs.get(index);
    if (pair == null) {
      throw new IllegalStateException("no image " + index);
    }
    return pair;
  }

  boolean isEmpty(int index) {
    return pairs.get(index) == null;
  }

  /** Places where an image is partly on one of some physical volumes. */
  boolean isOn(int index, PvChoices pvs) {
    RaidParts.Pair pair = pair(index);
    return pvs.choices().stream()
        .anyMatch(
            choice ->
                Redundant.isOn(pair.image(), choice.pv())
                    || Redundant.isOn(pair.metadata(), choice.pv()));
  }

  static boolean isError(LogicalVolume lv) {
    return lv.firstSegment() instanceof VirtualSegment virtual
        && virtual.type() == VirtualType.ERROR;
  }

  /** The same volume with its place given up. */
  static LogicalVolume withErrors(LogicalVolume lv) {
    SegmentHead head = SegmentHead.of(0, lv.extentCount());
    return lv.withSegments(List.of(new VirtualSegment(head, VirtualType.ERROR)));
  }

  private boolean hasError(int index) {
    return isError(pair(index).image()) || isError(pair(index).metadata());
  }

  /**
   * Takes images out, those without a place on disk first. They become visible.
   *
   * @param number how many
   * @param pvs where they lie
   * @param named whether the user named those
   * @param shift whether the others move up
   * @param path of the volume, for messages
   */
  List<RaidParts.Pair> extract(
      int number, PvChoices pvs, boolean named, boolean shift, RaidTarget target) {
    List<RaidParts.Pair> taken = new ArrayList<>();
    if (pvs.size() < number) {
      throw new FailedException(
          "Unable to remove "
              + number
              + " images:  Only "
              + pvs.size()
              + " device"
              + (pvs.size() == 1 ? "" : "s")
              + " given.");
    }
    for (int step = count() * 2 - 1; step >= 0 && taken.size() < number; step--) {
      int index = step % count();
      if (isEmpty(index)) {
        continue;
      }
      if (step / count() > 0) {
        if (!hasError(index)) {
          continue;
        }
        if (named) {
          requireNoErrors(index, target);
        }
      } else if (!isOn(index, pvs)) {
        continue;
      }
      taken.add(takeOut(index, shift));
    }
    if (taken.size() < number) {
      throw new FailedException("Unable to extract enough images to satisfy request.");
    }
    return taken;
  }

  /**
   * Takes some images out and leaves their places empty, those without a place on disk first.
   *
   * @param wanted which may go
   */
  List<RaidParts.Pair> extract(int number, IntPredicate wanted) {
    List<RaidParts.Pair> taken = new ArrayList<>();
    for (int step = count() * 2 - 1; step >= 0 && taken.size() < number; step--) {
      int index = step % count();
      boolean errorsFirst = step >= count();
      if (!isEmpty(index) && (errorsFirst ? hasError(index) : wanted.test(index))) {
        taken.add(takeOut(index, false));
      }
    }
    if (taken.size() < number) {
      throw new FailedException("Unable to extract enough images to satisfy request.");
    }
    return taken;
  }

  private void requireNoErrors(int index, RaidTarget target) {
    target
        .messages()
        .error(
            target.path()
                + " has components with error targets that must be removed first: "
                + target.path(pair(index).image())
                + '.');
    throw new FailedException("Try removing the PV list and rerun. the command.");
  }

  private RaidParts.Pair takeOut(int index, boolean shift) {
    RaidParts.Pair pair = pair(index);
    RaidParts.Pair out = new RaidParts.Pair(released(pair.image()), released(pair.metadata()));
    note(out);
    pairs.set(index, null);
    if (shift) {
      pairs.remove(index);
      for (int i = index; i < count(); i++) {
        rename(i);
      }
    }
    return out;
  }

  private static LogicalVolume released(LogicalVolume part) {
    return part.withName(new LvName(part.name().value() + EXTRACTED)).withFlag(Flag.VISIBLE, true);
  }

  /** Gives an image the names of its place. */
  void rename(int index) {
    RaidParts.Pair pair = pair(index);
    put(
        index,
        new RaidParts.Pair(
            pair.image().withName(new LvName(lv.name() + RaidParts.IMAGE + index)),
            pair.metadata().withName(new LvName(lv.name() + RaidParts.METADATA + index))));
  }

  void put(int index, RaidParts.Pair pair) {
    pairs.set(index, pair);
    note(pair);
  }

  void add(RaidParts.Pair pair) {
    pairs.add(pair);
    note(pair);
  }

  private void note(RaidParts.Pair pair) {
    note(pair.metadata()); // lvm2 makes it first
    note(pair.image());
  }

  /** Remembers a changed volume. */
  void note(LogicalVolume part) {
    changed.put(part.id(), part);
  }

  void change(LogicalVolume to) {
    lv = to;
  }

  LogicalVolume lv() {
    return lv;
  }

  /** Exchanges two data images, but not their metadata, as lvm2 does. */
  void swapImages(int one, int other) {
    if (one == other) {
      return;
    }
    RaidParts.Pair first = pair(one);
    RaidParts.Pair second = pair(other);
    pairs.set(one, new RaidParts.Pair(second.image(), first.metadata()));
    pairs.set(other, new RaidParts.Pair(first.image(), second.metadata()));
  }

  /**
   * Makes a volume of one image linear again. What is left of image and metadata becomes visible,
   * to be removed.
   */
  List<LogicalVolume> dissolve() {
    RaidParts.Pair last = pair(0);
    List<Segment> segments = last.image().segments();
    LogicalVolume rest = withErrors(last.image()).withFlag(Flag.VISIBLE, true);
    LogicalVolume metadata = last.metadata().withFlag(Flag.VISIBLE, true);
    note(metadata);
    note(rest);
    pairs.clear();
    lv = lv.withSegments(segments);
    return List.of(metadata, rest);
  }

  /** The group as it is in this draft. */
  VolumeGroup group() {
    if (!pairs.isEmpty()) {
      List<RaidParts.Pair> all = new ArrayList<>();
      for (int i = 0; i < count(); i++) {
        all.add(pair(i));
      }
      RaidSegment raid = segment();
      lv =
          lv.withSegments(
              List.of(raid.withImages(RaidCreation.images(all), RaidCreation.metadataIds(all))));
    }
    note(lv);
    List<LogicalVolume> lvs = new ArrayList<>(vg.lvs().size());
    Set<LvmId> known = new java.util.HashSet<>();
    for (LogicalVolume old : vg.lvs()) {
      lvs.add(changed.getOrDefault(old.id(), old));
      known.add(old.id());
    }
    for (LogicalVolume now : changed.values()) {
      if (!known.contains(now.id())) {
        lvs.add(now);
      }
    }
    return vg.toBuilder().lvs(lvs).build();
  }
}
