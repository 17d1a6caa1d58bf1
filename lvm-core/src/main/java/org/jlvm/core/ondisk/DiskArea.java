package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.units.Bytes;

/**
 * A region of the device that the PV header names: 16 bytes.
 *
 * <pre>
 *  0  u64 offset, bytes from the start of the device; 0 ends a list
 *  8  u64 size, bytes; 0 in a data area means up to the end of the device
 * </pre>
 */
public record DiskArea(Bytes offset, Bytes size) {
  static final int BYTES = 16;

  public DiskArea {
    if (offset.count() == 0) {
      throw new IllegalArgumentException("an area at offset 0 would end the list");
    }
  }

  public static DiskArea of(long offset, long size) {
    return new DiskArea(Bytes.of(offset), Bytes.of(size));
  }

  /** Decodes a list from {@code at} up to and with its end mark. */
  static List<DiskArea> decodeList(ByteBuffer view, int at, String what) {
    List<DiskArea> areas = new ArrayList<>(2);
    for (int next = at; ; next += BYTES) {
      if (next > view.limit() - BYTES) {
        throw new FormatException(what + " overflow label.");
      }
      if (view.getLong(next) == 0) {
        return List.copyOf(areas);
      }
      long offset = Wire.unsigned64(view, next, "Area offset");
      areas.add(of(offset, Wire.unsigned64(view, next + 8, "Area size")));
    }
  }

  /** Encodes a list with its end mark. */
  static void encodeList(ByteBuffer view, List<DiskArea> areas) {
    for (DiskArea area : areas) {
      view.putLong(area.offset.count()).putLong(area.size.count());
    }
    view.putLong(0).putLong(0);
  }

  static int encodedSize(List<DiskArea> areas) {
    return (areas.size() + 1) * BYTES;
  }
}
