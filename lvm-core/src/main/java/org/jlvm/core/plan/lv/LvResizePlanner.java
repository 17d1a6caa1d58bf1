package org.jlvm.core.plan.lv;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.alloc.ExtensionRequest;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvExtension;
import org.jlvm.core.alloc.LvReduction;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SizeFormat;

/** Plans longer and shorter volumes that are linear, striped, zero or error. */
public final class LvResizePlanner {
  private final VolumeGroup vg;
  private final LogicalVolume lv;
  private final LvResizeRequest request;
  private final SizeFormat sizes;
  private final Messages messages;
  private final FreeExtents free;

  public LvResizePlanner(
      VolumeGroup vg,
      LogicalVolume lv,
      LvResizeRequest request,
      SizeFormat sizes,
      Messages messages) {
    this.vg = vg;
    this.lv = lv;
    this.request = request;
    this.sizes = sizes;
    this.messages = messages;
    free = FreeExtents.of(vg);
  }

  /** Stripes of new segments. */
  private record Stripes(int count, Sectors size) {}

  /**
   * The plan; empty if the volume has that length already, which was said.
   *
   * @throws FailedException if that is not possible
   */
  public Optional<Plan> plan() {
    long existing = lv.extentCount();
    Amount amount = amount(existing);
    boolean reducing =
        amount.sign() == Sign.MINUS || (amount.sign() == Sign.NONE && amount.extents() < existing);
    SegmentType type = request.type().orElse(lastSegment().type());
    requireUnderstood(type);
    Stripes stripes = reducing ? lastStripes(existing, amount) : newStripes(type);
    long target = target(existing, amount, reducing);
    if (target == 0) {
      throw new FailedException("New size of 0 not permitted.");
    }
    if (target == existing) {
      tellMatches(target, existing, ".");
      return Optional.empty();
    }
    target = rounded(existing, target, amount, stripes, reducing);
    if (target == existing) {
      tellMatches(target, existing, "");
      return Optional.empty();
    }
    requireDirection(existing, target);
    LogicalVolume resized =
        target < existing
            ? LvReduction.reduce(lv, existing - target)
            : extended(target, type, stripes, amount.share());
    return Optional.of(steps(existing, resized));
  }

  private void tellMatches(long target, long existing, String end) {
    messages.info(
        "New size (" + target + " extents) matches existing size (" + existing + " extents)" + end);
  }

  /**
   * How much the user asked for.
   *
   * @param share whether it was a percentage, so that less will do
   */
  private record Amount(Sign sign, long extents, boolean share) {}

  private Amount amount(long existing) {
    if (request.size().isEmpty()) {
      return new Amount(Sign.NONE, existing, false);
    }
    LvSize size = request.size().get();
    if (size instanceof LvSize.Absolute absolute) {
      return new Amount(request.sign(), boundary(absolute.size()), false);
    }
    if (size instanceof LvSize.InExtents extents) {
      return new Amount(request.sign(), extents.count(), false);
    }
    LvSize.Share share = (LvSize.Share) size;
    long base =
        switch (share.of()) {
          case VG -> vg.extentCount();
          case FREE -> free.total();
          case LV -> existing;
          case PVS -> request.pvsGiven() ? request.pvs().freeCount(free) : vg.extentCount();
          case ORIGIN -> throw new FailedException("Specified LV does not have an origin LV.");
        };
    return new Amount(request.sign(), share(share.percent(), base), true);
  }

  /** What is taken away is rounded down, else up. */
  private long share(long percent, long base) {
    long exact = Math.multiplyExact(percent, base);
    boolean up = request.sign() != Sign.MINUS && exact % 100 != 0;
    return exact / 100 + (up ? 1 : 0);
  }

  /** An absolute or added size is rounded up, one to be taken away down. */
  private long boundary(Sectors size) {
    Sectors extent = vg.extentSize();
    Sectors whole = request.sign() == Sign.MINUS ? size.roundDown(extent) : size.roundUp(extent);
    if (!whole.equals(size)) {
      messages.info(
          "Rounding size to boundary between physical extents: " + sizes.display(whole) + '.');
    }
    return whole.toExtents(extent).count();
  }

  private void requireUnderstood(SegmentType type) {
    for (Segment segment : lv.segments()) {
      boolean known = segment instanceof StripedSegment || segment.type() instanceof VirtualType;
      if (!known) {
        throw new FailedException(
            "Logical volume "
                + vg.name()
                + '/'
                + lv.name()
                + " of type "
                + segment.displayName()
                + " cannot be resized yet.");
      }
    }
    if (!type.equals(lastSegment().type())) {
      messages.info(
          "Logical volume "
              + vg.name()
              + '/'
              + lv.name()
              + " is using mixing segment types "
              + lastSegment().type().name()
              + " and "
              + type.name()
              + '.');
    }
  }

  private Segment lastSegment() {
    List<Segment> segments = lv.segments();
    return segments.get(segments.size() - 1);
  }

  /** The stripes of the segment that the new end falls into. */
  private Stripes lastStripes(long existing, Amount amount) {
    long end = target(existing, amount, true);
    for (Segment segment : lv.segments()) {
      if (end <= segment.end()) {
        return stripesOf(segment);
      }
    }
    return stripesOf(lastSegment());
  }

  private static Stripes stripesOf(Segment segment) {
    return segment instanceof StripedSegment striped
        ? new Stripes(striped.areas().size(), striped.stripe())
        : new Stripes(1, Sectors.ZERO);
  }

  private Stripes newStripes(SegmentType type) {
    if (type instanceof VirtualType) {
      return new Stripes(1, Sectors.ZERO);
    }
    int count = request.stripes().orElse(0);
    Sectors size = Sectors.ZERO;
    int seen = 0;
    for (Segment segment : lv.segments()) {
      if (segment instanceof StripedSegment striped) {
        Stripes here = stripesOf(striped);
        boolean otherSize =
            !size.isZero()
                && !here.size().isZero()
                && !size.equals(here.size())
                && request.stripeSize().isZero();
        if (otherSize || (seen != 0 && seen != here.count() && count == 0)) {
          throw new FailedException("Please specify number of stripes (-i) and stripesize (-I)");
        }
        seen = here.count();
        size = here.size();
      }
    }
    int stripes = count != 0 ? count : Math.max(seen, 1);
    return new Stripes(stripes, stripes > 1 ? newStripeSize(size) : Sectors.ZERO);
  }

  private Sectors newStripeSize(Sectors last) {
    if (!request.stripeSize().isZero()) {
      return request.stripeSize();
    }
    if (!last.isZero()) {
      messages.info("Using stripesize of last segment " + sizes.display(last));
      return last;
    }
    messages.info("Using default stripesize " + sizes.display(request.defaultStripeSize()));
    return request.defaultStripeSize();
  }

  private long target(long existing, Amount amount, boolean reducing) {
    if (amount.sign() == Sign.MINUS) {
      if (amount.extents() >= existing) {
        throw new FailedException(
            "Unable to reduce " + vg.name() + '/' + lv.name() + " below 1 extent.");
      }
      return existing - amount.extents();
    }
    if (reducing || amount.sign() == Sign.NONE) {
      return amount.extents();
    }
    if (amount.extents() >= VolumeGroup.MAX_EXTENTS - existing) {
      throw new FailedException(
          "Unable to extend "
              + vg.name()
              + '/'
              + lv.name()
              + " by "
              + amount.extents()
              + " logical extents: exceeds limit ("
              + VolumeGroup.MAX_EXTENTS
              + ").");
    }
    return existing + amount.extents();
  }

  private long rounded(
      long existing, long target, Amount amount, Stripes stripes, boolean reducing) {
    if (stripes.count() <= 1) {
      return target;
    }
    long unit = stripes.count();
    if (stripes.size().compareTo(vg.extentSize()) > 0) {
      unit *= stripes.size().count() / vg.extentSize().count();
    }
    long segmentPart = reducing ? target - segmentStart(target) : target - existing;
    long rest = segmentPart % unit;
    if (rest == 0) {
      return target;
    }
    boolean up =
        target < existing || !amount.share() || free.total() >= target - existing - rest + unit;
    long result = target - rest + (up ? unit : 0);
    messages.info(
        "Rounding size ("
            + target
            + " extents) "
            + (up ? "up" : "down")
            + " to stripe boundary size for segment ("
            + result
            + " extents)"
            + (up ? "." : ""));
    return result;
  }

  private long segmentStart(long target) {
    for (Segment segment : lv.segments()) {
      if (target <= segment.end()) {
        return segment.start();
      }
    }
    return lastSegment().start();
  }

  private void requireDirection(long existing, long target) {
    if (target < existing && request.direction() == LvResizeRequest.Direction.EXTEND) {
      throw wrongDirection("larger", existing, target);
    }
    if (target > existing && request.direction() == LvResizeRequest.Direction.REDUCE) {
      throw wrongDirection("less", existing, target);
    }
  }

  private static FailedException wrongDirection(String what, long existing, long target) {
    return new FailedException(
        "New size given ("
            + target
            + " extents) not "
            + what
            + " than existing size ("
            + existing
            + " extents)");
  }

  private LogicalVolume extended(
      long target, SegmentType type, Stripes stripes, boolean approximate) {
    messages.verbose(
        "Extending logical volume "
            + vg.name()
            + '/'
            + lv.name()
            + " to "
            + (approximate ? "up to " : "")
            + sizes.display(vg.extentSize().times(target)));
    ExtensionRequest extension =
        new ExtensionRequest(
            vg,
            lv,
            target - lv.extentCount(),
            type instanceof VirtualType ? type : StripedType.INSTANCE,
            stripes.count(),
            stripes.size(),
            request.allocation().orElse(lv.allocation()),
            request.pvs(),
            approximate);
    return LvExtension.extend(extension, free, request.settings(), messages);
  }

  private Plan steps(long existing, LogicalVolume resized) {
    String path = vg.name() + "/" + lv.name();
    return Plan.of(vg)
        .tell(
            Level.INFO,
            "Size of logical volume "
                + path
                + " changed from "
                + display(existing)
                + " to "
                + display(resized.extentCount())
                + '.')
        .commit(vg.withLv(resized), List.of(lv.id()))
        .tell(Level.INFO, "Logical volume " + path + " successfully resized.")
        .add(new Step.Backup())
        .build();
  }

  private String display(long extents) {
    return sizes.display(vg.extentSize().times(extents)) + " (" + extents + " extents)";
  }
}
