package org.jlvm.core.engine.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VgName;
import org.jlvm.core.ondisk.LvmChecksum;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.MetadataRing;
import org.jlvm.core.ondisk.RawLocation;

/**
 * One version of a group's metadata text, checked against its checksum, with what identifies it.
 *
 * @param bytes the text without its closing NUL
 * @param vgName the name at its start
 * @param vgId the group's id
 * @param seqno its sequence number
 */
public record MetadataText(byte[] bytes, VgName vgName, LvmId vgId, long seqno) {
  private static final int NAME_LIMIT = 128;
  private static final int SUMMARY_LIMIT = 4096;

  /**
   * Reads and checks a text.
   *
   * @throws FormatException if it is out of bounds, does not match its checksum or is no metadata
   * @throws org.jlvm.core.error.DeviceException if it cannot be read
   */
  public static MetadataText read(DeviceHandle device, MdaHeader header, RawLocation location) {
    byte[] text = bytes(device, header, location);
    if (!matches(text, location)) {
      throw new FormatException("Incorrect checksum in metadata area header");
    }
    return summarize(text);
  }

  /** A text as it is on disk, with its NUL; fails as {@link #read} does, but for the checksum. */
  static byte[] bytes(DeviceHandle device, MdaHeader header, RawLocation location) {
    List<MetadataRing.Span> spans = MetadataRing.of(header).locate(location);
    ByteBuffer text = ByteBuffer.allocate((int) location.size());
    for (MetadataRing.Span span : spans) {
      text.limit(text.position() + span.length());
      device.read(span.deviceOffset(), text);
    }
    return text.array();
  }

  /** Whether a text begins, as it must, with the name of a group. */
  static boolean beginsWithName(byte[] text) {
    int length = Math.min(text.length, NAME_LIMIT);
    int end = 0;
    while (end < length && text[end] > ' ' && text[end] != '{') {
      end++;
    }
    return VgName.isValid(new String(text, 0, end, StandardCharsets.ISO_8859_1));
  }

  static boolean matches(byte[] text, RawLocation location) {
    return LvmChecksum.of(ByteBuffer.wrap(text)) == location.checksum();
  }

  /** Tells whose text it is without parsing the whole. */
  static MetadataText summarize(byte[] withNul) {
    int length = withNul.length;
    while (length > 0 && withNul[length - 1] == 0) {
      length--;
    }
    byte[] bytes = length == withNul.length ? withNul : Arrays.copyOf(withNul, length);
    String start =
        new String(bytes, 0, Math.min(length, SUMMARY_LIMIT), StandardCharsets.ISO_8859_1);
    VgName name =
        vgName(start).orElseThrow(() -> new FormatException("Metadata text has no VG name"));
    LvmId id =
        quotedAfter(start, "\nid = \"")
            .filter(LvmId::isParsable)
            .map(LvmId::parse)
            .orElseThrow(() -> new FormatException("Metadata text has no VG id"));
    return new MetadataText(bytes, name, id, seqno(start));
  }

  private static Optional<VgName> vgName(String start) {
    int end = 0;
    while (end < start.length() && end < NAME_LIMIT && " \t\n{".indexOf(start.charAt(end)) < 0) {
      end++;
    }
    String name = start.substring(0, end);
    return VgName.isValid(name) ? Optional.of(new VgName(name)) : Optional.empty();
  }

  private static Optional<String> quotedAfter(String text, String key) {
    int from = text.indexOf(key);
    int end = from < 0 ? -1 : text.indexOf('"', from + key.length());
    return end < 0 ? Optional.empty() : Optional.of(text.substring(from + key.length(), end));
  }

  private static long seqno(String start) {
    String key = "\nseqno = ";
    int at = start.indexOf(key);
    if (at < 0) {
      throw new FormatException("Metadata text has no sequence number");
    }
    long value = 0;
    int digits = 0;
    for (int i = at + key.length(); i < start.length() && digits < 10; i++, digits++) {
      char c = start.charAt(i);
      if (c < '0' || c > '9') {
        break;
      }
      value = value * 10 + (c - '0');
    }
    if (digits == 0) {
      throw new FormatException("Metadata text has no sequence number");
    }
    return value;
  }
}
