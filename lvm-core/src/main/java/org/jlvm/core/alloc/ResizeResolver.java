package org.jlvm.core.alloc;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jlvm.core.alloc.LvResize.Direction;
import org.jlvm.core.alloc.LvResize.Request;
import org.jlvm.core.alloc.LvResize.Target;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SizeFormat;

/** Works out what a new length comes to, step by step in lvm2's order of messages. */
final class ResizeResolver {
  private final Request request;
  private final VolumeGroup vg;
  private final LogicalVolume lv;
  private final FreeExtents free;
  private final Sectors defaultStripe;
  private final Messages messages;
  private final SizeFormat format;

  private final Sign sign;
  private final long existing;
  private final Segment last;
  private final SegmentType lastType;
  private SegmentType type;
  private int stripes;
  private Sectors stripeSize;

  /** Extents that the wish speaks of; counted on disk if {@link #physical}. */
  private long wished;

  private boolean physical;
  private boolean approximate;

  /** Logical extents of the segment that is added, or that remain of the one that is cut. */
  private long segmentExtents;

  ResizeResolver(
      Request request,
      FreeExtents free,
      Sectors defaultStripe,
      Messages messages,
      SizeFormat format) {
    this.request = request;
    this.free = free;
    this.defaultStripe = defaultStripe;
    this.messages = messages;
    this.format = format;
    vg = request.vg();
    lv = request.lv();
    sign = request.amount().sign();
    existing = lv.extentCount();
    last = lv.segments().get(lv.segments().size() - 1);
    lastType = last.type();
    type = request.type().orElse(lastType);
    stripes = request.stripes();
    stripeSize = request.stripeSize();
  }

  Target resolve() {
    stripeSize = Stripes.sizeForMore(stripeSize, vg.extentSize(), messages, format);
    readAmount();
    checkType();
    requireSomeAmount();
    long existingPhysical = physicalExtents();
    if (existingPhysical == 0) {
      physical = false;
    }
    long comparable = physical ? existingPhysical : existing;
    boolean reducing = sign == Sign.MINUS || (sign == Sign.NONE && wished < comparable);
    long extents = reducing ? reducedTo(comparable) : extendedTo(comparable);
    if (extents == 0) {
      throw new FailedException("New size of 0 not permitted.");
    }
    if (extents == existing && !isGrowth()) {
      return unchanged(".");
    }
    if (stripes > 1) {
      extents = wholeStripes(extents);
    }
    if (extents == existing && !isGrowth()) {
      return unchanged("");
    }
    return target(extents, extents < existing ? Direction.REDUCE : Direction.EXTEND);
  }

  /** Nothing at all is an error even where it would be added. */
  private void requireSomeAmount() {
    Amount amount = request.amount();
    boolean nothing =
        amount instanceof Amount.Size size && size.size().isZero()
            || amount instanceof Amount.Count count && count.extents() == 0
            || amount instanceof Amount.Percent percent && percent.percent() == 0;
    if (nothing) {
      throw new FailedException("New size of 0 not permitted.");
    }
  }

  /** Whose end is no surprise to anybody. */
  private boolean isGrowth() {
    return request.amount() instanceof Amount.Growth;
  }

  private void readAmount() {
    if (request.amount() instanceof Amount.Size size) {
      wished = SizeRounding.forResize(vg, size, messages, format);
      if (wished == 0 && !size.size().isZero()) {
        // lvm2 only says to what it rounded.
        throw new FailedException("");
      }
    } else if (request.amount() instanceof Amount.Count count) {
      wished = count.extents();
    } else if (request.amount() instanceof Amount.Growth growth) {
      readPercent(new Amount.Percent(sign, growth.percent(), Amount.Whole.LV));
    } else {
      readPercent((Amount.Percent) request.amount());
    }
  }

  private void readPercent(Amount.Percent percent) {
    boolean up = sign != Sign.MINUS;
    wished =
        switch (percent.whole()) {
          case VG -> ofGroup(percent, up);
          case FREE -> percent.of(free.total(), up);
          case LV -> percent.of(existing, up);
          case PVS ->
              percent.of(
                  request.pvs().wholeGroup() ? vg.extentCount() : request.pvs().freeCount(free),
                  up);
          case ORIGIN ->
              percent.of(
                  request
                      .store()
                      .orElseThrow(
                          () -> new FailedException("Specified LV does not have an origin LV."))
                      .originExtents(),
                  up);
        };
    physical = percent.whole() != Amount.Whole.LV && percent.whole() != Amount.Whole.ORIGIN;
    approximate =
        physical
            && (sign == Sign.NONE || (sign == Sign.PLUS && percent.whole() == Amount.Whole.FREE));
    messages.verbose(
        "Converted "
            + percent.percent()
            + '%'
            + percent.whole()
            + " into "
            + (approximate ? "at most " : "")
            + wished
            + (physical ? " physical" : " logical")
            + " extents.");
  }

  private long ofGroup(Amount.Percent percent, boolean up) {
    long extents = percent.of(vg.extentCount(), up);
    if (sign != Sign.NONE || extents <= existing + free.total()) {
      return extents;
    }
    long most = existing + free.total();
    messages.info(
        "Reducing "
            + percent.percent()
            + "%VG to remaining free space "
            + SizeRounding.display(vg, most, format)
            + " in VG.");
    return most;
  }

  private void checkType() {
    if (type == lastType) {
      return;
    }
    if (!isSimple(type) || !isSimple(lastType)) {
      throw new FailedException("VolumeType does not match (" + type.name() + ").");
    }
    if (stripes == 0) {
      stripes = 1;
    }
    messages.info(
        "Logical volume "
            + name()
            + " is using mixing segment types "
            + lastType.name()
            + " and "
            + type.name()
            + ".");
  }

  private static boolean isSimple(SegmentType type) {
    return type == StripedType.INSTANCE || type instanceof VirtualType;
  }

  /** Extents on physical volumes, of the volume and all its parts. */
  private long physicalExtents() {
    return physicalExtents(lv, new HashSet<>());
  }

  private long physicalExtents(LogicalVolume volume, Set<LvmId> counted) {
    long sum = 0;
    if (!counted.add(volume.id())) {
      return sum;
    }
    for (Segment segment : volume.segments()) {
      for (Area area : segment.areas()) {
        sum +=
            area instanceof Area.OnLv below
                ? physicalExtents(vg.lv(below.lv()), counted)
                : segment.areaLength();
      }
      for (LvmId companion : segment.companions()) {
        sum += physicalExtents(vg.lv(companion), counted);
      }
    }
    return sum;
  }

  /** How many copies there are of what a segment holds; 1 if it holds the only one. */
  private static int copies(Segment segment) {
    boolean copied =
        segment instanceof MirrorSegment
            || (segment instanceof RaidSegment raid && raid.type() == RaidType.RAID1);
    return copied ? segment.areas().size() : 1;
  }

  private void checkCopies() {
    int there = copies(last);
    if (request.copies() == 0 && there > 1) {
      messages.info("Extending " + there + " mirror images.");
    } else if (Math.max(1, request.copies()) != there) {
      throw new FailedException("Cannot vary number of mirrors in LV yet.");
    }
  }

  /** The segments whose stripes are those of the volume: of a copied one, those of a copy. */
  private List<Segment> dataSegments() {
    return copies(last) > 1 && last.areas().get(0) instanceof Area.OnLv image
        ? vg.lv(image.lv()).segments()
        : lv.segments();
  }

  private long extendedTo(long comparable) {
    checkCopies();
    chooseStripes();
    segmentExtents = sign == Sign.PLUS ? wished : wished - comparable;
    if (physical) {
      segmentExtents /= copies(last);
    }
    if (segmentExtents >= VolumeGroup.MAX_EXTENTS - existing) {
      throw new FailedException(
          "Unable to extend "
              + name()
              + " by "
              + segmentExtents
              + " logical extents: exceeds limit ("
              + VolumeGroup.MAX_EXTENTS
              + ").");
    }
    return withinStore(existing + segmentExtents);
  }

  /** A store does not grow beyond what can be used. */
  private long withinStore(long extents) {
    if (request.store().isEmpty()) {
      return extents;
    }
    long maximum = request.store().get().maximum(vg);
    if (maximum >= extents) {
      return extents;
    }
    messages.info(
        "Reached maximum COW size "
            + SizeRounding.display(vg, maximum, format)
            + " ("
            + maximum
            + " extents).");
    segmentExtents = maximum - existing;
    return maximum;
  }

  /** What is not given is as in the segments there are, if those agree. */
  private void chooseStripes() {
    Sectors size = Sectors.ZERO;
    int count = 0;
    for (Segment segment : dataSegments()) {
      if (segment instanceof StripedSegment striped) {
        boolean otherSize =
            stripeSize.isZero()
                && !size.isZero()
                && !striped.stripe().isZero()
                && !striped.stripe().equals(size);
        boolean otherCount = stripes == 0 && count != 0 && count != striped.areas().size();
        if (otherSize || otherCount) {
          throw new FailedException("Please specify number of stripes (-i) and stripesize (-I)");
        }
        size = striped.stripe();
        count = striped.areas().size();
      }
    }
    if (stripes == 0) {
      stripes = count;
    } else if (last instanceof RaidSegment && stripes != count) {
      throw new FailedException(
          "Unable to extend \""
              + lastType.name()
              + "\" segment type with different number of stripes.");
    }
    if (stripeSize.isZero() && stripes > 1) {
      chooseStripeSize(size);
    }
  }

  private void chooseStripeSize(Sectors ofLast) {
    stripeSize = ofLast.isZero() ? defaultStripe : ofLast;
    messages.info(
        (ofLast.isZero() ? "Using default stripesize " : "Using stripesize of last segment ")
            + format.display(stripeSize));
    if (stripeSize.isZero()) {
      throw new FailedException("Stripesize for striped segment should not be 0!");
    }
  }

  private long reducedTo(long comparable) {
    long left = wished;
    if (sign == Sign.MINUS) {
      if (wished >= comparable) {
        throw new FailedException("Unable to reduce " + name() + " below 1 extent.");
      }
      left = comparable - wished;
    }
    long before = 0;
    for (Segment segment : lv.segments()) {
      Segment data = copies(segment) > 1 ? dataSegments().get(0) : segment;
      stripes = data instanceof StripedSegment striped ? striped.areas().size() : 0;
      stripeSize = data instanceof StripedSegment striped ? striped.stripe() : Sectors.ZERO;
      long length = physical ? segment.areas().size() * segment.areaLength() : segment.length();
      if (left <= before + length) {
        segmentExtents = (left - before) / (physical ? copies(segment) : 1);
        return physical ? segment.start() + segmentExtents : left;
      }
      before += length;
    }
    return left;
  }

  private long wholeStripes(long extents) {
    if (stripeSize.compareTo(Stripes.SMALLEST) < 0) {
      throw Stripes.invalid(stripeSize, format);
    }
    long row = stripes;
    if (stripeSize.compareTo(vg.extentSize()) > 0) {
      row *= stripeSize.count() / vg.extentSize().count();
    }
    long rest = segmentExtents % row;
    if (rest == 0) {
      return extents;
    }
    boolean up =
        extents < existing
            || !(request.amount() instanceof Amount.Percent || isGrowth())
            || free.total() >= extents - existing - rest + row;
    long rounded = extents - rest + (up ? row : 0);
    messages.info(
        "Rounding size ("
            + extents
            + " extents) "
            + (up ? "up" : "down")
            + " to stripe boundary size for segment ("
            + rounded
            + (up ? " extents)." : " extents)"));
    return rounded;
  }

  private Target target(long extents, Direction direction) {
    if (direction == Direction.REDUCE && request.direction() == Direction.EXTEND) {
      throw wrongWay("larger", extents);
    }
    if (direction == Direction.EXTEND && request.direction() == Direction.REDUCE) {
      throw wrongWay("less", extents);
    }
    return new Target(
        extents, direction, false, type, new Stripes(stripes, stripeSize), approximate);
  }

  private FailedException wrongWay(String how, long extents) {
    return new FailedException(
        "New size given ("
            + extents
            + " extents) not "
            + how
            + " than existing size ("
            + existing
            + " extents)");
  }

  private Target unchanged(String end) {
    messages.info(
        "New size ("
            + existing
            + " extents) matches existing size ("
            + existing
            + " extents)"
            + end);
    Direction direction =
        request.direction() == Direction.ANY ? Direction.EXTEND : request.direction();
    return new Target(
        existing, direction, true, type, new Stripes(stripes, stripeSize), approximate);
  }

  private String name() {
    return vg.name() + "/" + lv.name();
  }
}
