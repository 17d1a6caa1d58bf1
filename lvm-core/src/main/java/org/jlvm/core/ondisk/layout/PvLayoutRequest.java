package org.jlvm.core.ondisk.layout;

import java.util.Optional;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;

/**
 * What is wanted of a new physical volume.
 *
 * @param device its name, for messages
 * @param deviceSize as the device has it
 * @param pretendedSize {@code --setphysicalvolumesize}, zero for none
 * @param minimumSize {@code devices/pv_min_size}
 * @param askedAlignment {@code --dataalignment}, zero for none
 * @param askedOffset {@code --dataalignmentoffset}, zero for none
 * @param alignment what {@link DataAlignment#choose} made of those
 * @param metadataCopies 0, 1 (at the start) or 2 (at the end as well)
 * @param metadataSize of each metadata area; more or less where it does not fit
 * @param bootloaderSize zero for no bootloader area
 * @param restored values of a volume to be recreated, from its metadata backup
 * @param pageSize of this machine
 */
public record PvLayoutRequest(
    String device,
    Sectors deviceSize,
    Sectors pretendedSize,
    Sectors minimumSize,
    Sectors askedAlignment,
    Sectors askedOffset,
    DataAlignment alignment,
    int metadataCopies,
    Sectors metadataSize,
    Sectors bootloaderSize,
    Optional<Restored> restored,
    Bytes pageSize) {
  /** {@code devices/pv_min_size}, unless configured. */
  public static final Sectors DEFAULT_MINIMUM_SIZE = Sectors.ofKib(2048);

  public PvLayoutRequest {
    if (metadataCopies < 0 || metadataCopies > 2) {
      throw new IllegalArgumentException(metadataCopies + " metadata copies");
    }
  }

  /**
   * The layout to come back to.
   *
   * @param bootloaderStart zero if not known
   * @param extents number of extents, 0 if not known
   */
  public record Restored(
      Sectors peStart, Sectors bootloaderStart, Sectors extentSize, long extents) {
    Sectors end() {
      return peStart.plus(extentSize.times(extents));
    }
  }

  /** The default size of a metadata area: with it, the data area starts at 1 MiB. */
  public static Sectors defaultMetadataSize(Bytes pageSize) {
    return switch ((int) pageSize.count()) {
      case 4096 -> Sectors.of(2040);
      case 8192 -> Sectors.of(2032);
      case 16384 -> Sectors.of(2016);
      default -> Sectors.of(1920);
    };
  }

  /** The size that the volume will have. */
  Sectors size() {
    return pretendedSize.isZero() ? deviceSize : pretendedSize;
  }
}
