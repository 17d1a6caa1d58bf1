package org.jlvm.core.alloc;

import java.util.Optional;
import java.util.function.LongConsumer;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.snapshot.SnapshotType;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.SizeFormat;

/**
 * Gives new linear, striped, zero and error volumes their segments, and tells how long others are.
 */
public final class LvCreation {
  /**
   * A wish for a new volume.
   *
   * @param vg the group, without the volume
   * @param lv the volume, without segments
   * @param amount how long it is to be; signs do not count
   * @param stripes checked by {@link Stripes#ofNewVolume}
   * @param type of its segments
   * @param policy as given, inherit if not
   * @param pvs volumes that may be used
   * @param store bounds, if it is to be the exception store of a snapshot
   * @param copies in how many copies the volume is kept; percentages are of the space for all
   */
  public record Request(
      VolumeGroup vg,
      LogicalVolume lv,
      Amount amount,
      Stripes stripes,
      SegmentType type,
      AllocationPolicy policy,
      PvChoices pvs,
      Optional<CowSize> store,
      int copies) {
    /** An ordinary volume that is no exception store. */
    public Request(
        VolumeGroup vg,
        LogicalVolume lv,
        Amount amount,
        Stripes stripes,
        SegmentType type,
        AllocationPolicy policy,
        PvChoices pvs) {
      this(vg, lv, amount, stripes, type, policy, pvs, Optional.empty(), 1);
    }
  }

  private final Request request;
  private final VolumeGroup vg;
  private final FreeExtents free;
  private final Messages messages;
  private final SizeFormat format;

  private LvCreation(Request request, FreeExtents free, Messages messages, SizeFormat format) {
    this.request = request;
    this.vg = request.vg();
    this.free = free;
    this.messages = messages;
    this.format = format;
  }

  /**
   * The volume with its segments.
   *
   * @throws FailedException if there is no space for it
   */
  public static LogicalVolume create(
      Request request, AllocationSettings settings, Messages messages, SizeFormat format) {
    return create(request, settings, messages, format, extents -> {});
  }

  /**
   * The same.
   *
   * @param checks run with the length when it is known and before space is looked for, where lvm2
   *     checks the name and warns
   */
  public static LogicalVolume create(
      Request request,
      AllocationSettings settings,
      Messages messages,
      SizeFormat format,
      LongConsumer checks) {
    FreeExtents free = FreeExtents.of(request.vg());
    ExtensionRequest resolved = new LvCreation(request, free, messages, format).resolve(checks);
    messages.verbose("Creating logical volume " + request.lv().name());
    return LvExtension.extend(resolved, free, settings, messages);
  }

  /**
   * A size as whole extents, with lvm2's message if it had to be rounded up; others as they are.
   */
  public static Amount rounded(
      Amount amount, VolumeGroup vg, Messages messages, SizeFormat format) {
    return amount instanceof Amount.Size size
        ? new Amount.Count(size.sign(), SizeRounding.up(vg, size.size(), messages, format))
        : amount;
  }

  /**
   * What is to be allocated: sizes and percentages as extents, rounded to whole stripes.
   *
   * @throws FailedException if there cannot be space for it
   */
  public static ExtensionRequest resolve(
      Request request, FreeExtents free, Messages messages, SizeFormat format) {
    return resolve(request, free, messages, format, extents -> {});
  }

  /**
   * The same.
   *
   * @param checks run with the length when it is known
   */
  public static ExtensionRequest resolve(
      Request request,
      FreeExtents free,
      Messages messages,
      SizeFormat format,
      LongConsumer checks) {
    return new LvCreation(request, free, messages, format).resolve(checks);
  }

  private ExtensionRequest resolve(LongConsumer checks) {
    boolean approximate = request.amount() instanceof Amount.Percent;
    long extents = extents();
    checks.accept(extents);
    Stripes stripes = request.stripes().within(vg.extentSize(), messages, format);
    extents = wholeStripes(extents, stripes.count());
    requireFit(extents, stripes.count(), approximate);
    return new ExtensionRequest(
        vg,
        request.lv(),
        extents,
        request.type(),
        stripes.count(),
        stripes.size(),
        request.policy(),
        request.pvs(),
        approximate);
  }

  private void requireFit(long extents, int stripes, boolean approximate) {
    if (extents == 0 && !isVirtual()) {
      throw new FailedException("Unable to create new logical volume with no extents.");
    }
    if (request.policy() != AllocationPolicy.ANYWHERE && stripes > request.pvs().size()) {
      throw new FailedException(
          "Number of stripes ("
              + stripes
              + ") must not exceed number of physical volumes ("
              + request.pvs().size()
              + ")");
    }
    if (!isVirtual() && !approximate && free.total() < extents) {
      throw new FailedException(
          "Volume group \""
              + vg.name()
              + "\" has insufficient free space ("
              + free.total()
              + " extents): "
              + extents
              + " required.");
    }
  }

  private boolean isVirtual() {
    return request.type() instanceof VirtualType;
  }

  /** Of a store, no more than can be used. */
  private long extents() {
    long extents = wantedExtents();
    if (request.store().isEmpty()) {
      return wholeStripesIfPercent(extents);
    }
    long maximum = request.store().get().maximum(vg);
    if (maximum < extents) {
      messages.info(
          "Reducing COW size "
              + SizeRounding.display(vg, extents, format)
              + " down to maximum usable size "
              + SizeRounding.display(vg, maximum, format)
              + '.');
      extents = maximum;
    }
    return wholeStripesIfPercent(extents);
  }

  private long wholeStripesIfPercent(long extents) {
    if (!(request.amount() instanceof Amount.Percent)) {
      return extents;
    }
    long whole = wholeStripesIfFull(extents);
    if (whole == 0) {
      throw new FailedException(
          "Adjusted size of logical volume is 0 extents. Needs to be larger.");
    }
    return whole;
  }

  private long wantedExtents() {
    if (request.amount() instanceof Amount.Size size) {
      return SizeRounding.up(vg, size.size(), messages, format);
    }
    if (request.amount() instanceof Amount.Count count) {
      return count.extents();
    }
    Amount.Percent percent = (Amount.Percent) request.amount();
    long whole = wholeOf(percent);
    long extents = shareOf(percent, whole);
    if (extents == 0) {
      throw new FailedException(
          "Calculated size of logical volume is 0 extents. Needs to be larger.");
    }
    if (percent.whole() != Amount.Whole.ORIGIN) {
      extents = Math.max(1, extents / request.copies());
    }
    messages.verbose(
        "Converted "
            + percent.percent()
            + "% of "
            + percent.whole()
            + " ("
            + whole
            + ") extents into "
            + extents
            + " (with mimages "
            + request.copies()
            + " and stripes "
            + request.stripes().count()
            + " for segtype "
            + (request.store().isPresent() ? SnapshotType.INSTANCE : request.type()).name()
            + ").");
    return extents;
  }

  /** The extents that a percentage is of. */
  private long wholeOf(Amount.Percent percent) {
    return switch (percent.whole()) {
      case VG -> vg.extentCount();
      case FREE -> free.total();
      case PVS -> request.pvs().wholeGroup() ? vg.extentCount() : request.pvs().freeCount(free);
      case LV ->
          throw new FailedException(
              "Please express size as %FREE"
                  + (request.store().isPresent() ? ", %ORIGIN" : "")
                  + ", %PVS or %VG.");
      case ORIGIN -> store().originExtents();
    };
  }

  private CowSize store() {
    return request
        .store()
        // No mistake of the program, but these are lvm2's words.
        .orElseThrow(() -> new FailedException("Internal error: Couldn't find origin volume."));
  }

  private long shareOf(Amount.Percent percent, long whole) {
    if (percent.whole() == Amount.Whole.ORIGIN) {
      // The share of the origin that may change, and all metadata.
      return store().maximum(vg) - whole + percent.of(whole, true);
    }
    long extents = percent.of(whole, false);
    if (percent.whole() != Amount.Whole.VG || extents <= free.total()) {
      return extents;
    }
    messages.info(
        "Reducing "
            + percent.percent()
            + "%VG to remaining free space "
            + SizeRounding.display(vg, free.total(), format)
            + " in VG.");
    return free.total();
  }

  /** Where a percentage leaves no room for a stripe that is not whole, it is cut. */
  private long wholeStripesIfFull(long extents) {
    long stripeExtents = Math.max(1, request.stripes().size().count() / vg.extentSize().count());
    long row = request.stripes().count() * stripeExtents;
    long rest = extents % row;
    if (rest == 0 || free.total() >= extents - rest + row) {
      return extents;
    }
    messages.info(
        "Rounding size ("
            + extents
            + " extents) down to stripe boundary size ("
            + (extents - rest)
            + " extents)");
    return extents - rest;
  }

  private long wholeStripes(long extents, int stripes) {
    long rest = extents % stripes;
    if (rest == 0) {
      return extents;
    }
    long rounded = extents - rest + stripes;
    messages.info(
        "Rounding size "
            + SizeRounding.display(vg, extents, format)
            + " ("
            + extents
            + " extents) up to stripe boundary size "
            + SizeRounding.display(vg, rounded, format)
            + " ("
            + rounded
            + " extents).");
    return rounded;
  }
}
