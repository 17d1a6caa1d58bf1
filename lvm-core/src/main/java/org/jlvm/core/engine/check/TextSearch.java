package org.jlvm.core.engine.check;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.LvmChecksum;
import org.jlvm.core.units.Sectors;

/** Finds all metadata texts in an area, old ones too, without trusting any header. */
final class TextSearch {
  private static final int SHORTEST = 256;
  private static final int ID_LENGTH = 38;

  private final LabelCheck.Place place;
  private final PvckSettings settings;
  private final Messages messages;
  private int firstFound;
  private String firstId = "";
  private boolean severalGroups;

  /** The three lines that a text begins with. */
  private record Start(String group, String id, long seqno) {}

  TextSearch(LabelCheck.Place place, PvckSettings settings, Messages messages) {
    this.place = place;
    this.settings = settings;
    this.messages = messages;
  }

  /**
   * Tells of every text.
   *
   * @param area the whole area with its header
   * @return the texts, each with its closing NUL
   */
  List<byte[]> search(byte[] area) {
    List<byte[]> found = new ArrayList<>();
    int at = Sectors.BYTES;
    while (at + Sectors.BYTES <= area.length) {
      Optional<Start> start = isWanted(at) ? start(area, at) : Optional.empty();
      Optional<byte[]> text =
          start.isPresent() && isWanted(start.get()) ? copy(area, at) : Optional.empty();
      if (text.isEmpty()) {
        at += Sectors.BYTES;
        continue;
      }
      tell(at, start.orElseThrow(), text.get());
      found.add(text.get());
      if (settings.has("metadata_offset") || settings.has("seqno")) {
        break;
      }
      int sectors = (text.get().length + Sectors.BYTES - 1) / Sectors.BYTES;
      at += sectors * Sectors.BYTES;
    }
    if (severalGroups) {
      messages.warn("WARNING: Metadata from multiple VGs was found.");
    }
    return found;
  }

  private boolean isWanted(int at) {
    return settings.number("metadata_offset").orElse(place.offset() + at) == place.offset() + at;
  }

  private boolean isWanted(Start start) {
    return settings.number("seqno").orElse(start.seqno()) == start.seqno();
  }

  private static Optional<Start> start(byte[] area, int at) {
    int length = RawText.groupNameLength(area, at);
    if (length == 0) {
      return Optional.empty();
    }
    String text = RawText.string(Arrays.copyOfRange(area, at, Math.min(area.length, at + 512)));
    int second = text.indexOf('\n') + 1;
    int third = text.indexOf('\n', second) + 1;
    boolean right =
        second > 0
            && third > 0
            && text.startsWith("id = \"", second)
            && text.length() >= second + 6 + ID_LENGTH
            && text.startsWith("seqno = ", third);
    if (!right) {
      return Optional.empty();
    }
    int digits = third + "seqno = ".length();
    int end = digits;
    while (end < text.length() && end - digits < 10 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == digits) {
      return Optional.empty();
    }
    String id = text.substring(second + 6, second + 6 + ID_LENGTH);
    long seqno = Long.parseLong(text.substring(digits, end));
    return Optional.of(new Start(text.substring(0, length), id, seqno));
  }

  /** The text up to its NUL, going on behind the header where the area ends before. */
  private Optional<byte[]> copy(byte[] area, int from) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int end = endOf(area, from, area.length);
    if (end >= 0) {
      text.write(area, from, end - from);
    } else {
      int stop = firstFound == 0 ? from : firstFound;
      int wrappedEnd = endOf(area, Sectors.BYTES, stop);
      if (wrappedEnd < 0) {
        messages.warn(
            "Failed to extract full metadata text at " + (place.offset() + from) + ", skipping.");
        return Optional.empty();
      }
      text.write(area, from, area.length - from);
      text.write(area, Sectors.BYTES, wrappedEnd - Sectors.BYTES);
    }
    if (text.size() < SHORTEST) {
      messages.print("skip invalid metadata with len " + text.size() + " at " + from);
      return Optional.empty();
    }
    text.write(0);
    return Optional.of(text.toByteArray());
  }

  private static int endOf(byte[] area, int from, int to) {
    for (int i = from; i < to; i++) {
      if (area[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private void tell(int at, Start start, byte[] text) {
    if (firstId.isEmpty()) {
      firstId = start.id();
    }
    severalGroups |= !firstId.equals(start.id());
    if (firstFound == 0) {
      firstFound = at;
    }
    long offset = place.offset() + at;
    messages.print(
        "metadata at "
            + offset
            + " length "
            + text.length
            + " crc "
            + padded(LvmChecksum.of(ByteBuffer.wrap(text)))
            + " vg "
            + start.group()
            + " seqno "
            + start.seqno()
            + " id "
            + start.id());
    if (RawText.parse(text).isEmpty()) {
      messages.warn("WARNING: Parse error for metadata at " + offset + ".");
    }
    boolean ends = text[text.length - 2] == '\n' && text[text.length - 3] == '\n';
    if (!ends) {
      messages.warn("WARNING: Unexpected terminating bytes for metadata at " + offset + ".");
    }
    if (messages.shows(Level.VERBOSE)) {
      tellLine(text, "description = ", "");
      tellLine(text, "creation_time = ", "\n");
    }
  }

  private void tellLine(byte[] text, String key, String end) {
    String all = RawText.string(text);
    int from = all.indexOf(key);
    if (from >= 0) {
      int to = all.indexOf('\n', from);
      messages.print(all.substring(from, to < 0 ? all.length() : to) + end);
    }
  }

  static String padded(int checksum) {
    String digits = Integer.toHexString(checksum);
    return "0".repeat(8 - digits.length()) + digits;
  }
}
