package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jlvm.core.error.FormatException;

/**
 * The start of a label sector: 32 bytes.
 *
 * <pre>
 *   0  char[8] "LABELONE"
 *   8  u64 number of the sector that the label is in
 *  16  u32 {@link LvmChecksum} of bytes 20..511
 *  20  u32 offset of the {@link PvHeader} from the start of the label
 *  24  char[8] type, "LVM2 001"
 * </pre>
 *
 * @param sector 512-byte sector of the label on its device, 0..3
 * @param contentsOffset bytes, 32 as lvm2 writes it
 */
public record LabelHeader(int sector, int contentsOffset) {
  /** A label is one sector, whatever the device's block size. */
  public static final int LABEL_SIZE = 512;

  /** How many sectors from the start of a device may hold the label. */
  public static final int SCAN_SECTORS = 4;

  public static final int BYTES = 32;
  static final String ID = "LABELONE";
  static final String TYPE = "LVM2 001";
  static final int SECTOR_AT = 8;
  static final int CHECKSUM_AT = 16;
  static final int CHECKED_FROM = 20;
  static final int TYPE_AT = 24;

  public LabelHeader {
    if (sector < 0 || sector >= SCAN_SECTORS) {
      throw new IllegalArgumentException("label sector " + sector + " beyond range");
    }
    if (contentsOffset < 0 || contentsOffset > LABEL_SIZE) {
      throw new IllegalArgumentException("label contents at " + contentsOffset);
    }
  }

  /**
   * Decodes a label sector.
   *
   * @param bytes exactly one sector
   * @param sector where on the device it was read
   * @return empty if there is no label at all
   * @throws FormatException if there is one, but damaged, moved, or of another type
   */
  static Optional<LabelHeader> decode(ByteBuffer bytes, int sector) {
    ByteBuffer view = Wire.view(bytes);
    if (!isLabel(view)) {
      return Optional.empty();
    }
    long stored = view.getLong(SECTOR_AT);
    if (stored != sector) {
      throw new FormatException(
          "Label for sector "
              + Long.toUnsignedString(stored)
              + " found at sector "
              + sector
              + " - ignoring.");
    }
    if (checksum(view) != view.getInt(CHECKSUM_AT)) {
      throw FormatException.unsealed("Label checksum incorrect - ignoring.");
    }
    String type = Wire.ascii(view, TYPE_AT, TYPE.length());
    if (!type.equals(TYPE)) {
      throw FormatException.unsupported("Label is not of type " + TYPE + ".");
    }
    int offset = view.getInt(CHECKED_FROM);
    if (offset < 0 || offset > LABEL_SIZE) {
      throw new FormatException("Invalid pv_header offset " + Integer.toUnsignedString(offset));
    }
    return Optional.of(new LabelHeader(sector, offset));
  }

  static boolean isLabel(ByteBuffer view) {
    return view.limit() >= LABEL_SIZE && Wire.ascii(view, 0, ID.length()).equals(ID);
  }

  void encode(ByteBuffer view) {
    Wire.putAscii(view, 0, ID);
    view.putLong(SECTOR_AT, sector);
    view.putInt(CHECKED_FROM, contentsOffset);
    Wire.putAscii(view, TYPE_AT, TYPE);
  }

  /** Stores the checksum; to be called when all else is in place. */
  static void seal(ByteBuffer view) {
    view.putInt(CHECKSUM_AT, checksum(view));
  }

  private static int checksum(ByteBuffer view) {
    return LvmChecksum.of(view.duplicate().position(CHECKED_FROM).limit(LABEL_SIZE));
  }
}
