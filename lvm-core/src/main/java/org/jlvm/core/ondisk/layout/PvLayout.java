package org.jlvm.core.ondisk.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * The areas of a physical volume.
 *
 * @param size of the volume
 * @param alignment of the data area
 * @param peStart where the data area starts
 * @param bootloaderStart zero if there is no bootloader area
 * @param bootloaderSize zero if there is no bootloader area
 * @param metadataAreas in the order of the header: at the start, at the end
 */
public record PvLayout(
    Sectors size,
    DataAlignment alignment,
    Sectors peStart,
    Sectors bootloaderStart,
    Sectors bootloaderSize,
    List<DiskArea> metadataAreas) {
  /** How much of a new metadata area lvm2 clears, if the area is that long. */
  public static final Bytes CLEARED = Bytes.of(4096);

  public PvLayout {
    metadataAreas = List.copyOf(metadataAreas);
  }

  /** The header of a volume with this layout. */
  public PvHeader header(String uuid, boolean used) {
    List<DiskArea> bootloader =
        bootloaderStart.isZero()
            ? List.of()
            : List.of(new DiskArea(bootloaderStart.toBytes(), bootloaderSize.toBytes()));
    return new PvHeader(
        uuid,
        size.toBytes(),
        List.of(new DiskArea(peStart.toBytes(), Bytes.ZERO)),
        metadataAreas,
        Optional.of(PvHeaderExtension.current(used, bootloader)));
  }

  /**
   * Lays out a new volume.
   *
   * @param messages receives warnings and, before a failure, the errors that lead to it
   * @param sizes how messages print sizes
   * @throws FailedException if the wishes do not fit the device
   */
  public static PvLayout compute(PvLayoutRequest request, Messages messages, SizeFormat sizes) {
    checkSize(request, messages);
    PvLayout areas;
    try {
      areas = new DataAreaPlacer(request, sizes).place();
    } catch (FailedException e) {
      messages.error(e.getMessage());
      throw new FailedException(
          "Format-specific initialisation of physical volume " + request.device() + " failed.", e);
    }
    try {
      return areas.withMetadataAreas(request, messages);
    } catch (FailedException e) {
      messages.error(e.getMessage());
      throw new FailedException(
          "Failed to add metadata area for new physical volume " + request.device(), e);
    }
  }

  private static void checkSize(PvLayoutRequest request, Messages messages) {
    String device = request.device();
    Sectors size = request.size();
    if (!request.pretendedSize().isZero()) {
      if (size.compareTo(request.deviceSize()) > 0) {
        messages.warn("WARNING: " + device + ": Overriding real size. You could lose data.");
      }
      messages.verbose(device + ": Pretending size is " + size.count() + " sectors.");
    }
    if (size.compareTo(request.minimumSize()) < 0) {
      throw new FailedException(
          device + ": Size must exceed minimum of " + request.minimumSize().count() + " sectors.");
    }
    if (size.compareTo(request.askedAlignment().plus(request.askedOffset())) < 0) {
      throw new FailedException(device + ": Data alignment must not exceed device size.");
    }
  }

  private PvLayout withMetadataAreas(PvLayoutRequest request, Messages messages) {
    PvLayout result = this;
    for (int index = 0; index < request.metadataCopies(); index++) {
      result = result.withMetadataArea(index, request, messages);
    }
    return result;
  }

  private PvLayout withMetadataArea(int index, PvLayoutRequest request, Messages messages) {
    MetadataAreaPlacer placer = placer(request.pageSize());
    boolean firm = request.restored().isPresent();
    long wanted = request.metadataSize().toBytes().count();
    MetadataAreaPlacer.Result area;
    if (index == 0) {
      long end = bytes(firm ? peStart : size) - bytes(bootloaderSize);
      area = placer.first(wanted, end, firm);
    } else {
      boolean extents = firm && request.restored().get().extents() != 0;
      area = placer.second(wanted, bytes(extents ? request.restored().get().end() : peStart));
    }
    if (area.fits() && area.size() != 0 && area.size() < placer.minimum()) {
      messages.error(
          "Metadata area size too small: "
              + area.size()
              + " bytes. It must be at least "
              + placer.minimum()
              + " bytes.");
      area = MetadataAreaPlacer.Result.NO_ROOM;
    }
    if (!area.fits()) {
      throw noRoom(index, request.device());
    }
    PvLayout moved = index == 0 && !firm ? startingAt(area.end()) : this;
    return moved.with(area.area());
  }

  /** The data area, and a bootloader area before it, follow the first metadata area. */
  private PvLayout startingAt(long end) {
    Sectors free = Sectors.of(end / Sectors.BYTES);
    if (bootloaderSize.isZero()) {
      return new PvLayout(size, alignment, free, bootloaderStart, bootloaderSize, metadataAreas);
    }
    Sectors start = free.plus(bootloaderSize);
    return new PvLayout(size, alignment, start, free, bootloaderSize, metadataAreas);
  }

  private PvLayout with(Optional<DiskArea> area) {
    if (area.isEmpty()) {
      return this;
    }
    List<DiskArea> areas = new ArrayList<>(metadataAreas);
    areas.add(area.get());
    return new PvLayout(size, alignment, peStart, bootloaderStart, bootloaderSize, areas);
  }

  private MetadataAreaPlacer placer(Bytes pageSize) {
    return new MetadataAreaPlacer(
        bytes(size), bytes(alignment.alignment()), bytes(alignment.offset()), pageSize.count());
  }

  /**
   * Where the metadata area at the end goes when its volume gets another size.
   *
   * @param device its name, for messages
   * @param size the new size
   * @throws FailedException if there is no room behind {@code peStart}
   */
  public static DiskArea moveSecondArea(
      String device, Sectors size, Sectors peStart, DiskArea area, Bytes pageSize) {
    MetadataAreaPlacer placer = new MetadataAreaPlacer(bytes(size), 0, 0, pageSize.count());
    MetadataAreaPlacer.Result found = placer.second(area.size().count(), bytes(peStart));
    if (!found.fits() || found.size() < placer.minimum()) {
      throw noRoom(1, device);
    }
    return DiskArea.of(found.start(), found.size());
  }

  private static FailedException noRoom(int index, String device) {
    return new FailedException(
        "Not enough space available for metadata area with index "
            + index
            + " on PV "
            + device
            + ".");
  }

  private static long bytes(Sectors sectors) {
    return sectors.toBytes().count();
  }
}
