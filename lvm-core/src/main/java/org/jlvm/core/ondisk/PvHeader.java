package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Bytes;

/**
 * What the label says of its physical volume.
 *
 * <pre>
 *   0  char[32] PV UUID, without hyphens
 *  32  u64 device size in bytes, as it was when the header was written
 *  40  {@link DiskArea}[] data areas, ended by one with offset 0
 *      {@link DiskArea}[] metadata areas, ended likewise
 *      {@link PvHeaderExtension}, absent if its version is 0 or the label sector ends before it
 * </pre>
 *
 * @param uuid 32 characters of the LVM alphabet
 * @param dataAreas where extents are; lvm2 writes one, from pe_start, of size 0
 * @param metadataAreas none, one, or two
 */
public record PvHeader(
    String uuid,
    Bytes deviceSize,
    List<DiskArea> dataAreas,
    List<DiskArea> metadataAreas,
    Optional<PvHeaderExtension> extension) {
  public static final int UUID_LENGTH = 32;
  private static final int AREAS_AT = 40;

  public PvHeader {
    if (uuid.length() != UUID_LENGTH || !isUuid(uuid)) {
      throw new IllegalArgumentException("not a PV UUID: " + uuid);
    }
    dataAreas = List.copyOf(dataAreas);
    metadataAreas = List.copyOf(metadataAreas);
  }

  /** Whether the volume is marked as belonging to a volume group. */
  public boolean isUsed() {
    return extension.isPresent() && extension.get().isUsed();
  }

  /** The same header with another size of the device, which is cut to whole sectors. */
  public PvHeader withDeviceSize(Bytes size) {
    Bytes whole = size.toSectorsDown().toBytes();
    return new PvHeader(uuid, whole, dataAreas, metadataAreas, extension);
  }

  /** The same with those metadata areas. */
  public PvHeader withMetadataAreas(List<DiskArea> areas) {
    return new PvHeader(uuid, deviceSize, dataAreas, areas, extension);
  }

  /** Decodes from the buffer's position; its limit is the end of the label sector. */
  static PvHeader decode(ByteBuffer bytes) {
    ByteBuffer view = Wire.view(bytes);
    if (view.limit() < AREAS_AT) {
      throw new FormatException("PV header does not fit its label.");
    }
    String uuid = Wire.ascii(view, 0, UUID_LENGTH);
    if (!isUuid(uuid)) {
      throw FormatException.nameless("PV header has an invalid UUID.");
    }
    long size = Wire.unsigned64(view, UUID_LENGTH, "Device size");
    List<DiskArea> data = DiskArea.decodeList(view, AREAS_AT, "Disk areas");
    int at = AREAS_AT + DiskArea.encodedSize(data);
    List<DiskArea> metadata = DiskArea.decodeList(view, at, "Metadata areas");
    at += DiskArea.encodedSize(metadata);
    return new PvHeader(
        uuid, Bytes.of(size), data, metadata, PvHeaderExtension.decode(view.position(at)));
  }

  void encode(ByteBuffer view) {
    Wire.putAscii(view, view.position(), uuid);
    view.position(view.position() + UUID_LENGTH);
    view.putLong(deviceSize.count());
    DiskArea.encodeList(view, dataAreas);
    DiskArea.encodeList(view, metadataAreas);
    if (extension.isPresent()) {
      extension.get().encode(view);
    }
  }

  int encodedSize() {
    return AREAS_AT
        + DiskArea.encodedSize(dataAreas)
        + DiskArea.encodedSize(metadataAreas)
        + (extension.isPresent() ? extension.get().encodedSize() : 0);
  }

  private static boolean isUuid(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '!' && c != '#') {
        return false;
      }
    }
    return true;
  }
}
