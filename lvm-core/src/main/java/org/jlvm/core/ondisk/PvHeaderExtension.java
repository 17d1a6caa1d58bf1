package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Follows the PV header since lvm2 2.02.99. A version above {@link #VERSION} is read as this one,
 * as lvm2 does: extensions only ever add.
 *
 * <pre>
 *  0  u32 version; 0 means there is no extension
 *  4  u32 flags: bit 0 (since version 2) set while the volume belongs to a volume group
 *  8  {@link DiskArea}[] bootloader areas, ended by one with offset 0
 * </pre>
 */
public record PvHeaderExtension(int version, int flags, List<DiskArea> bootloaderAreas) {
  /** The version that lvm2 writes. */
  public static final int VERSION = 2;

  /** Flag: the volume belongs to a volume group. */
  public static final int USED = 1;

  private static final int AREAS_AT = 8;

  public PvHeaderExtension {
    if (version == 0) {
      throw new IllegalArgumentException("extension version 0 stands for no extension");
    }
    bootloaderAreas = List.copyOf(bootloaderAreas);
  }

  /** As lvm2 writes it now. */
  public static PvHeaderExtension current(boolean used, List<DiskArea> bootloaderAreas) {
    return new PvHeaderExtension(VERSION, used ? USED : 0, bootloaderAreas);
  }

  public boolean isUsed() {
    return (flags & USED) != 0;
  }

  static Optional<PvHeaderExtension> decode(ByteBuffer bytes) {
    ByteBuffer view = Wire.view(bytes);
    if (view.limit() < AREAS_AT || view.getInt(0) == 0) {
      return Optional.empty();
    }
    List<DiskArea> areas = DiskArea.decodeList(view, AREAS_AT, "Bootloader areas");
    return Optional.of(new PvHeaderExtension(view.getInt(0), view.getInt(4), areas));
  }

  void encode(ByteBuffer view) {
    view.putInt(version).putInt(flags);
    DiskArea.encodeList(view, bootloaderAreas);
  }

  int encodedSize() {
    return AREAS_AT + DiskArea.encodedSize(bootloaderAreas);
  }
}
