package org.jlvm.core.alloc;

import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Changes the length of volumes. */
public final class LvResize {
  private LvResize() {}

  /** Which way the command lets a volume go. */
  public enum Direction {
    EXTEND,
    REDUCE,
    ANY
  }

  /**
   * A wish for another length.
   *
   * @param vg the group
   * @param lv the volume, which has segments
   * @param amount the new length or the change
   * @param direction what the command is for
   * @param type of new segments, if given
   * @param stripes of new segments; 0 if not given
   * @param stripeSize of new segments; zero if not given
   * @param policy for this command, if given
   * @param pvs volumes that may be used
   * @param store bounds, if it is the exception store of a snapshot
   * @param copies in how many copies the volume is kept, if that is given; 0 if not
   */
  public record Request(
      VolumeGroup vg,
      LogicalVolume lv,
      Amount amount,
      Direction direction,
      Optional<SegmentType> type,
      int stripes,
      Sectors stripeSize,
      Optional<AllocationPolicy> policy,
      PvChoices pvs,
      Optional<CowSize> store,
      int copies) {
    /** An ordinary volume that is no exception store. */
    public Request(
        VolumeGroup vg,
        LogicalVolume lv,
        Amount amount,
        Direction direction,
        Optional<SegmentType> type,
        int stripes,
        Sectors stripeSize,
        Optional<AllocationPolicy> policy,
        PvChoices pvs) {
      this(vg, lv, amount, direction, type, stripes, stripeSize, policy, pvs, Optional.empty(), 0);
    }
  }

  /**
   * What a wish comes to.
   *
   * @param extents length that the volume shall have
   * @param direction extend or reduce
   * @param unchanged whether the volume has that length, so that there is nothing to do
   * @param type of new segments
   * @param stripes of new segments
   * @param approximate whether fewer extents will do
   */
  public record Target(
      long extents,
      Direction direction,
      boolean unchanged,
      SegmentType type,
      Stripes stripes,
      boolean approximate) {}

  /**
   * Works out the new length and, for an extension, the stripes.
   *
   * @param defaultStripe {@code metadata/stripesize}
   * @throws FailedException if the wish makes no sense for this volume
   */
  public static Target resolve(
      Request request,
      FreeExtents free,
      Sectors defaultStripe,
      Messages messages,
      SizeFormat format) {
    return new ResizeResolver(request, free, defaultStripe, messages, format).resolve();
  }

  /** Makes the change, whose extent is known. */
  @FunctionalInterface
  public interface Change {
    /**
     * The group with the changed volume.
     *
     * @throws FailedException if there are not enough extents
     */
    VolumeGroup make(Request request, Target target);
  }

  /** How volumes without parts of their own are changed. */
  public static Change plain(FreeExtents free, AllocationSettings settings, Messages messages) {
    return (request, target) -> {
      LogicalVolume lv = request.lv();
      LogicalVolume after = lv;
      if (target.direction() == Direction.REDUCE) {
        after = LvReduction.reduce(lv, lv.extentCount() - target.extents());
      } else if (target.extents() > lv.extentCount()) {
        after = LvExtension.extend(extension(request, target), free, settings, messages);
      }
      return request.vg().withLv(after);
    };
  }

  /**
   * The group with the volume's new length; says how it changed. If an approximate wish found
   * nothing, the volume is as it was; lvm2's command then fails without a further message.
   *
   * @throws FailedException if there are not enough extents
   */
  public static VolumeGroup apply(
      Request request, Target target, Change change, Messages messages, SizeFormat format) {
    VolumeGroup vg = request.vg();
    long before = request.lv().extentCount();
    String name = vg.name() + "/" + request.lv().name();
    messages.verbose(
        (target.direction() == Direction.REDUCE ? "Reducing" : "Extending")
            + " logical volume "
            + name
            + " to "
            + (target.approximate() ? "up to " : "")
            + SizeRounding.display(vg, target.extents(), format));
    VolumeGroup changed = change.make(request, target);
    long after = changed.lv(request.lv().id()).extentCount();
    String old = SizeRounding.display(vg, before, format) + " (" + before + " extents)";
    if (after == before) {
      messages.info("Size of logical volume " + name + " unchanged from " + old + ".");
    } else {
      messages.info(
          "Size of logical volume "
              + name
              + " changed from "
              + old
              + " to "
              + SizeRounding.display(vg, after, format)
              + " ("
              + after
              + " extents).");
    }
    return changed;
  }

  /** What an extension comes to. */
  public static ExtensionRequest extension(Request request, Target target) {
    return new ExtensionRequest(
        request.vg(),
        request.lv(),
        target.extents() - request.lv().extentCount(),
        target.type(),
        Math.max(1, target.stripes().count()),
        target.stripes().size(),
        request.policy().orElse(request.lv().allocation()),
        request.pvs(),
        target.approximate());
  }
}
