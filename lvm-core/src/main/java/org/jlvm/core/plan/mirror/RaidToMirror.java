package org.jlvm.core.plan.mirror;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.alloc.Allocation;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.units.Sectors;

/** Makes a mirror of the old type of a RAID1 volume: its copies stay, a log comes beside them. */
public final class RaidToMirror {
  private static final int MOST_IMAGES = 8;

  private final MirrorWork work;
  private final MirrorDraft draft;
  private final LvmId id;

  private RaidToMirror(MirrorWork work, LvmId id) {
    this.work = work;
    this.draft = work.draft;
    this.id = id;
  }

  /**
   * The plan.
   *
   * @param lv a RAID1 volume whose copies are the same
   * @param pvs where the log may go
   * @throws FailedException if it has snapshots or too many copies, or there is no space
   */
  public static Plan plan(
      VolumeGroup vg, LogicalVolume lv, PvChoices pvs, MirrorFacts facts, MirrorSettings settings) {
    RaidToMirror conversion = new RaidToMirror(new MirrorWork(vg, facts, settings), lv.id());
    conversion.requireConvertible();
    conversion.convert(new MirrorWork.Placement(pvs, vg.allocation()));
    return conversion.draft.build();
  }

  private void requireConvertible() {
    work.requireNoSnapshots(id);
    int images = draft.lv(id).firstSegment().areas().size();
    if (images > MOST_IMAGES) {
      work.messages().error("Only up to " + MOST_IMAGES + " images in mirror supported currently.");
      throw new FailedException(
          "Unable to convert raid1 LV "
              + draft.path(id)
              + " with "
              + images
              + " images to mirror.");
    }
  }

  /** The log is written, as of copies that are the same, before anything is switched. */
  private void convert(MirrorWork.Placement place) {
    RaidSegment raid = (RaidSegment) draft.lv(id).firstSegment();
    Sectors region = raid.settings().regionSize();
    MirrorLogs logs = new MirrorLogs(work);
    Allocation found = work.allocate(id, logs.shape(id, 0, 1, 1, region), 0, place, "mirror log");
    LvmId log = logs.create(id, found, 1, region, place.policy(), true);
    MirrorSegment mirror =
        new MirrorSegment(
            raid.head(), raid.areas(), OptionalLong.empty(), Optional.empty(), region);
    draft.replace(draft.lv(id).withSegments(List.of(mirror)));
    draft.attachLog(id, log);
    int number = 0;
    for (Area area : raid.areas()) {
      draft.rename(((Area.OnLv) area).lv(), draft.lv(id).name() + "_mimage_" + number);
      number++;
    }
    for (LvmId metadata : raid.metadataLvs()) {
      draft.rename(metadata, draft.lv(metadata).name() + "_extracted");
      draft.setFlag(metadata, Flag.VISIBLE, true);
    }
    draft.commit(id);
    new MirrorImages(work, image -> true).drop(raid.metadataLvs());
    draft.commit(id);
  }
}
