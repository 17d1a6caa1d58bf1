package org.jlvm.core.plan.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.units.Sectors;

/** What mirrors are made of. */
public final class Mirrors {
  /** Most copies that lvm2 makes of a mirror. */
  public static final int MAX_IMAGES = 8;

  /** In the name of a volume that holds the copies there are while others are added. */
  static final String LAYER = "_mimagetmp";

  private static final long REGION_LIMIT = 0xffffffffL;

  private Mirrors() {}

  public static boolean isMirror(LogicalVolume lv) {
    return !lv.segments().isEmpty()
        && lv.firstSegment() instanceof MirrorSegment mirror
        && !mirror.isMove();
  }

  static MirrorSegment segment(LogicalVolume lv) {
    return (MirrorSegment) lv.firstSegment();
  }

  /** The copies, a temporary layer among them. */
  static List<LogicalVolume> images(VolumeGroup vg, LogicalVolume mirror) {
    List<LogicalVolume> images = new ArrayList<>();
    for (Area area : mirror.firstSegment().areas()) {
      if (area instanceof Area.OnLv onLv) {
        images.add(vg.lv(onLv.lv()));
      }
    }
    return images;
  }

  /** Whether a copy is a mirror itself, kept apart until the copies beside it are in sync. */
  static boolean isLayer(LogicalVolume image) {
    return isMirror(image) && !image.flags().has(Flag.LOCKED);
  }

  /** The mirror of the copies that were there before more were asked for. */
  static Optional<LogicalVolume> layer(VolumeGroup vg, LogicalVolume lv) {
    if (!isMirror(lv) || !(lv.firstSegment().areas().get(0) instanceof Area.OnLv onLv)) {
      return Optional.empty();
    }
    return Optional.of(vg.lv(onLv.lv())).filter(Mirrors::isLayer);
  }

  /** Whether copies are being added beside those in a layer. */
  public static boolean isConverting(VolumeGroup vg, LogicalVolume lv) {
    return isMirror(lv)
        && lv.firstSegment().areas().get(0) instanceof Area.OnLv onLv
        && vg.lv(onLv.lv()).name().value().contains(LAYER);
  }

  /** The lowest of the layers; the volume itself if there is none. */
  static LogicalVolume original(VolumeGroup vg, LogicalVolume lv) {
    LogicalVolume found = lv;
    for (Optional<LogicalVolume> next = layer(vg, lv);
        next.isPresent();
        next = layer(vg, next.get())) {
      found = next.get();
    }
    return found;
  }

  /** Copies, those in layers counted one by one; 1 for what is no mirror. */
  public static int imageCount(VolumeGroup vg, LogicalVolume lv) {
    if (!isMirror(lv)) {
      return 1;
    }
    int count = 0;
    for (LogicalVolume image : images(vg, lv)) {
      count += isLayer(image) ? imageCount(vg, image) : 1;
    }
    return Math.max(1, count);
  }

  static Optional<LogicalVolume> log(VolumeGroup vg, LogicalVolume lv) {
    return isMirror(lv) ? segment(lv).log().map(vg::lv) : Optional.empty();
  }

  /** Copies of the log on disk: 0 for a log in memory, 2 or more for one that is a mirror. */
  public static int logCount(VolumeGroup vg, LogicalVolume lv) {
    return log(vg, original(vg, lv)).map(log -> imageCount(vg, log)).orElse(0);
  }

  /** Whether a volume is a copy of one of the mirrors of its group. */
  static boolean isImage(VolumeGroup vg, LvmId id) {
    for (LogicalVolume lv : vg.lvs()) {
      if (isMirror(lv) && images(vg, lv).contains(vg.lv(id))) {
        return true;
      }
    }
    return false;
  }

  /** The size of a region, no larger than the volume; a smaller power of two otherwise. */
  public static Sectors fittingRegion(Sectors wanted, Sectors volume) {
    boolean tooLarge = volume.count() < REGION_LIMIT && wanted.compareTo(volume) > 0;
    return tooLarge ? Sectors.of(Long.highestOneBit(Math.max(1, volume.count()))) : wanted;
  }

  /** How many copies a kind of log has, by the name that users give it. */
  public static int logCount(String name) {
    return switch (name) {
      case "core" -> 0;
      case "disk" -> 1;
      default -> 2;
    };
  }

  /** What users call a kind of log. */
  public static String logName(int count) {
    return switch (count) {
      case 0 -> "core";
      case 1 -> "disk";
      default -> "mirrored";
    };
  }
}
