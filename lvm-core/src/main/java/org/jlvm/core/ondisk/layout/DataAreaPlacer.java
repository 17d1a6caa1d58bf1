package org.jlvm.core.ondisk.layout;

import java.util.List;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Places the data area and the bootloader area, before there are metadata areas. */
record DataAreaPlacer(PvLayoutRequest request, SizeFormat sizes) {
  PvLayout place() {
    Sectors size = request.size();
    DataAlignment alignment = request.alignment();
    if (alignment.alignment().compareTo(alignment.offset()) < 0) {
      throw failed(
          "pe_align ("
              + alignment.alignment().count()
              + " sectors) must not be less than pe_align_offset ("
              + alignment.offset().count()
              + " sectors)");
    }
    if (size.compareTo(alignment.first()) < 0) {
      throw failed("Data alignment must not exceed device size.");
    }
    if (size.compareTo(alignment.first().plus(request.bootloaderSize())) < 0) {
      throw failed("Bootloader area with data-aligned start must not exceed device size.");
    }
    return request.restored().isPresent() ? restored(request.restored().get()) : fresh();
  }

  private PvLayout fresh() {
    Sectors first = request.alignment().first();
    if (request.bootloaderSize().isZero()) {
      return layout(first, Sectors.ZERO, Sectors.ZERO);
    }
    // The bootloader area may take all: the data area then starts where the device ends.
    Sectors room = request.size().minus(first);
    Sectors wanted = request.bootloaderSize().roundUp(request.alignment().alignment());
    Sectors bootloader = wanted.compareTo(room) > 0 ? room : wanted;
    return layout(first.plus(bootloader), first, bootloader);
  }

  private PvLayout restored(PvLayoutRequest.Restored old) {
    Sectors start = Sectors.ZERO;
    if (!request.bootloaderSize().isZero()) {
      checkBootloaderArea(old);
      start = old.bootloaderStart().isZero() ? request.alignment().first() : old.bootloaderStart();
    }
    // lvm2 compares the last sector with the size, which lets one sector too many pass.
    Sectors last = old.end().isZero() ? Sectors.ZERO : old.end().minus(Sectors.of(1));
    if (last.compareTo(request.size()) > 0) {
      throw new FailedException(
          "Physical extents ("
              + sizes.display(last)
              + ") end beyond end of device ("
              + sizes.display(request.size())
              + ") "
              + request.device()
              + ".");
    }
    return layout(old.peStart(), start, request.bootloaderSize());
  }

  private void checkBootloaderArea(PvLayoutRequest.Restored old) {
    Sectors size = request.bootloaderSize();
    boolean behindKnownStart =
        !old.bootloaderStart().isZero()
            && old.bootloaderStart().plus(size).compareTo(old.peStart()) > 0;
    Sectors first = request.alignment().first();
    if (behindKnownStart
        || old.peStart().compareTo(first) <= 0
        || old.peStart().minus(first).compareTo(size) < 0) {
      throw failed("Bootloader area would overlap data area.");
    }
  }

  private PvLayout layout(Sectors peStart, Sectors bootloaderStart, Sectors bootloaderSize) {
    return new PvLayout(
        request.size(), request.alignment(), peStart, bootloaderStart, bootloaderSize, List.of());
  }

  private FailedException failed(String what) {
    return new FailedException(request.device() + ": " + what);
  }
}
