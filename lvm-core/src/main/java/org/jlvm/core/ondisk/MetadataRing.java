package org.jlvm.core.ondisk;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FormatException;

/**
 * The arithmetic of a circular metadata area: behind the header sector, texts follow one another,
 * each starting at a multiple of 512 bytes in the area, and one that reaches the end goes on right
 * behind the header. The old text and the new one never overlap, so that the old one stays readable
 * until the new one is committed.
 *
 * @param start where the area starts, bytes from the start of the device
 * @param size bytes, with the header sector
 */
public record MetadataRing(long start, long size) {
  private static final int ALIGNMENT = 512;

  /**
   * A run of bytes on the device that holds part of a text.
   *
   * @param deviceOffset bytes from the start of the device
   * @param textOffset where in the text the run starts
   * @param length bytes of text
   * @param padding zero bytes to be written behind it, up to the next 512-byte boundary
   */
  public record Span(long deviceOffset, int textOffset, int length, int padding) {}

  /**
   * Where a new text goes.
   *
   * @param offset for the {@link RawLocation}: bytes from the start of the area
   * @param spans one, or two if it wraps; in the order to write them
   */
  public record Placement(long offset, List<Span> spans) {}

  public static MetadataRing of(MdaHeader header) {
    return new MetadataRing(header.start(), header.size());
  }

  public MetadataRing {
    if (start <= 0 || size < MdaHeader.BYTES) {
      throw new IllegalArgumentException("metadata area at " + start + " of size " + size);
    }
  }

  /** The largest text that is accepted, in bytes: two must fit, each losing up to a sector. */
  public long maxTextSize() {
    return Math.max(0, (size - MdaHeader.BYTES) / 2 - ALIGNMENT);
  }

  /**
   * Where to read a text.
   *
   * @return its parts in order, without padding
   * @throws FormatException if the location is not within the area
   */
  public List<Span> locate(RawLocation text) {
    long offset = text.offset();
    long length = text.size();
    boolean inside = offset >= MdaHeader.BYTES && offset < size;
    if (!inside || length <= 0 || length > size - MdaHeader.BYTES || length > Integer.MAX_VALUE) {
      throw new FormatException(
          "Metadata location out of bounds (offset "
              + Long.toUnsignedString(offset)
              + " size "
              + Long.toUnsignedString(length)
              + " mda "
              + size
              + ").");
    }
    return spans(offset, (int) length, false);
  }

  /**
   * Where to write a new text.
   *
   * @param committed the location that must stay readable, if the area is in use
   * @param length of the new text in bytes, with its closing NUL
   * @return empty if it is longer than {@link #maxTextSize()} or would overlap the committed one
   * @throws FormatException if the committed location is not within the area
   */
  public Optional<Placement> place(Optional<RawLocation> committed, int length) {
    if (length <= 0) {
      throw new IllegalArgumentException("text of " + length + " bytes");
    }
    if (length > maxTextSize()) {
      return Optional.empty();
    }
    if (committed.isEmpty()) {
      return Optional.of(new Placement(MdaHeader.BYTES, spans(MdaHeader.BYTES, length, true)));
    }
    List<Span> old = locate(committed.get());
    long offset = nextOffset(endOf(old.get(old.size() - 1)));
    List<Span> spans = spans(offset, length, true);
    return overlap(old, spans) ? Optional.empty() : Optional.of(new Placement(offset, spans));
  }

  private long endOf(Span last) {
    return last.deviceOffset() - start + last.length();
  }

  /** The next boundary behind the old text, or the beginning if that is too near to the end. */
  private long nextOffset(long oldEnd) {
    // lvm2 compares with the old text's last byte, so one that ends 511 bytes before the end
    // counts.
    if (size - (oldEnd - 1) < ALIGNMENT) {
      return MdaHeader.BYTES;
    }
    long rest = oldEnd % ALIGNMENT;
    long aligned = rest == 0 ? oldEnd : oldEnd + ALIGNMENT - rest;
    return aligned > size - ALIGNMENT ? MdaHeader.BYTES : aligned;
  }

  private List<Span> spans(long offset, int length, boolean pad) {
    int first = (int) Math.min(length, size - offset);
    if (first == length) {
      return List.of(span(offset, 0, length, pad));
    }
    Span head = new Span(start + offset, 0, first, 0);
    return List.of(head, span(MdaHeader.BYTES, first, length - first, pad));
  }

  private Span span(long offset, int textOffset, int length, boolean pad) {
    int over = (int) ((start + offset + length) % ALIGNMENT);
    long room = size - offset - length;
    long padding = pad && over != 0 ? Math.min(ALIGNMENT - over, room) : 0;
    return new Span(start + offset, textOffset, length, (int) padding);
  }

  private static boolean overlap(List<Span> old, List<Span> fresh) {
    for (Span a : old) {
      for (Span b : fresh) {
        long aEnd = a.deviceOffset() + a.length();
        long bEnd = b.deviceOffset() + b.length() + b.padding();
        if (a.deviceOffset() < bEnd && b.deviceOffset() < aEnd) {
          return true;
        }
      }
    }
    return false;
  }
}
