package org.jlvm.core.plan.lv;

import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Extents;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Turns what the user said of a length into extents, with lvm2's rounding and messages. */
final class LvLength {
  private final VolumeGroup vg;
  private final FreeExtents free;
  private final SizeFormat sizes;
  private final Messages messages;

  LvLength(VolumeGroup vg, FreeExtents free, SizeFormat sizes, Messages messages) {
    this.vg = vg;
    this.free = free;
    this.sizes = sizes;
    this.messages = messages;
  }

  /** Extents of a new volume before rounding to stripes. */
  long forNew(LvCreateRequest request) {
    if (request.size() instanceof LvSize.Absolute absolute) {
      return fromSize(absolute.size());
    }
    if (request.size() instanceof LvSize.InExtents extents) {
      return extents.count();
    }
    LvSize.Share share = (LvSize.Share) request.size();
    long extents = share(share, request);
    if (extents == 0) {
      throw new FailedException(
          "Calculated size of logical volume is 0 extents. Needs to be larger.");
    }
    long stripes = request.stripes();
    long rest = extents % stripes;
    if (rest != 0 && free.total() < extents - rest + stripes) {
      messages.info(
          "Rounding size ("
              + extents
              + " extents) down to stripe boundary size ("
              + (extents - rest)
              + " extents)");
      extents -= rest;
    }
    if (extents == 0) {
      throw new FailedException(
          "Adjusted size of logical volume is 0 extents. Needs to be larger.");
    }
    return extents;
  }

  private long share(LvSize.Share share, LvCreateRequest request) {
    return switch (share.of()) {
      case VG -> {
        long extents = percent(share.percent(), vg.extentCount());
        if (extents > free.total()) {
          extents = free.total();
          messages.info(
              "Reducing "
                  + share.percent()
                  + "%VG to remaining free space "
                  + display(extents)
                  + " in VG.");
        }
        yield extents;
      }
      case FREE -> percent(share.percent(), free.total());
      case PVS ->
          percent(
              share.percent(),
              request.pvsGiven() ? request.pvs().freeCount(free) : vg.extentCount());
      case LV, ORIGIN -> throw new FailedException("Please express size as %FREE, %PVS or %VG.");
    };
  }

  static long percent(long percent, long of) {
    return Math.multiplyExact(percent, of) / 100;
  }

  /** A size as extents, rounded up with a message. */
  long fromSize(Sectors size) {
    Sectors rounded = size.roundUp(vg.extentSize());
    if (!rounded.equals(size)) {
      messages.info("Rounding up size to full physical extent " + sizes.display(rounded));
    }
    long extents = rounded.toExtents(vg.extentSize()).count();
    if (extents > VolumeGroup.MAX_EXTENTS) {
      throw new FailedException(
          "Volume too large ("
              + sizes.display(size)
              + ") for extent size "
              + sizes.display(vg.extentSize())
              + ". Upper limit is less than "
              + sizes.display(vg.extentSize().times(VolumeGroup.MAX_EXTENTS))
              + '.');
    }
    return extents;
  }

  /** The next multiple of the stripes, up or down, with a message. */
  long roundToStripes(long extents, int stripes, boolean up) {
    Extents whole = Extents.of(extents);
    long rounded = (up ? whole.roundUp(stripes) : whole.roundDown(stripes)).count();
    if (rounded != extents) {
      messages.info(
          "Rounding size "
              + display(extents)
              + " ("
              + extents
              + " extents) "
              + (up ? "up" : "down")
              + " to stripe boundary size "
              + display(rounded)
              + " ("
              + rounded
              + " extents).");
    }
    return rounded;
  }

  private String display(long extents) {
    return sizes.display(vg.extentSize().times(extents));
  }
}
