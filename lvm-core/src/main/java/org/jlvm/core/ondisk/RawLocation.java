package org.jlvm.core.ondisk;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where in a metadata area one copy of the metadata text is: 24 bytes.
 *
 * <pre>
 *   0  u64 offset in bytes from the start of the area
 *   8  u64 size in bytes of the text with its closing NUL
 *  16  u32 {@link LvmChecksum} of the text
 *  20  u32 flags: bit 0 of the committed location marks the whole area as ignored
 * </pre>
 *
 * <p>A text that would run over the end of its area goes on behind the area's header, see {@link
 * MetadataRing}, which also checks that a location is within its area: the fields here are as read.
 */
public record RawLocation(long offset, long size, int checksum, int flags) {
  /** Flag of the committed location: the metadata area is not in use. */
  public static final int IGNORED = 1;

  /** No text. */
  public static final RawLocation NONE = new RawLocation(0, 0, 0, 0);

  static final int BYTES = 24;

  /** A location without flags. */
  public static RawLocation of(long offset, long size, int checksum) {
    return new RawLocation(offset, size, checksum, 0);
  }

  public boolean isIgnored() {
    return (flags & IGNORED) != 0;
  }

  /** Whether there is no text here. */
  public boolean isEmpty() {
    return offset == 0 && size == 0;
  }

  RawLocation withFlags(int newFlags) {
    return new RawLocation(offset, size, checksum, newFlags);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawLocation that
        && offset == that.offset
        && size == that.size
        && checksum == that.checksum
        && flags == that.flags;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(offset) * 31 + checksum;
  }

  static RawLocation decode(ByteBuffer view, int at) {
    return new RawLocation(
        view.getLong(at), view.getLong(at + 8), view.getInt(at + 16), view.getInt(at + 20));
  }

  void encode(ByteBuffer view, int at) {
    view.putLong(at, offset).putLong(at + 8, size).putInt(at + 16, checksum).putInt(at + 20, flags);
  }
}
