package org.jlvm.core.engine.check;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jlvm.core.config.text.ConfigEntry;
import org.jlvm.core.config.text.ConfigSection;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.LvmChecksum;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.RawLocation;

/** Reads the header of a metadata area field by field, and the text it names. */
final class AreaCheck {
  static final byte[] MAGIC = {
    0x20, 0x4c, 0x56, 0x4d, 0x32, 0x20, 0x78, 0x5b, 0x35, 0x41, 0x25, 0x72, 0x30, 0x4e, 0x2a, 0x3e
  };
  static final int MAGIC_AT = 4;
  static final int VERSION_AT = 20;
  static final int START_AT = 24;
  static final int SIZE_AT = 32;
  static final int LOCATIONS_AT = 40;
  static final int LOCATION = 24;
  private static final long LARGEST_PAGE = 65536;

  private final RawDisk disk;
  private final LabelCheck.Place place;
  private final Messages messages;
  private final boolean show;
  private final String name;
  private boolean good = true;

  /**
   * The committed text as the header names it.
   *
   * @param offset from the start of the area; 0 for none
   */
  record Text(long offset, long size, int checksum) {
    static final Text NONE = new Text(0, 0, 0);
  }

  /**
   * What was found.
   *
   * @param isHeader whether there is a header at all
   * @param good whether nothing is wrong with it
   * @param text the text that it names
   */
  record Found(boolean isHeader, boolean good, Text text) {}

  /**
   * @param show whether every field is shown, or only what is wrong
   */
  AreaCheck(RawDisk disk, LabelCheck.Place place, Messages messages, boolean show) {
    this.disk = disk;
    this.place = place;
    this.messages = messages;
    this.show = show;
    name = "mda_header_" + (place.offset() <= LARGEST_PAGE ? 1 : 2);
  }

  String name() {
    return name;
  }

  Found check() {
    Optional<ByteBuffer> read = disk.read(place.offset(), MdaHeader.BYTES);
    if (read.isEmpty()) {
      messages.print("CHECK: failed to read mda_header at " + unsigned(place.offset()));
      return new Found(false, false, Text.NONE);
    }
    ByteBuffer bytes = read.get();
    boolean isHeader = header(bytes);
    Text text = location(bytes, 0);
    location(bytes, 1);
    return new Found(isHeader, good, text);
  }

  private boolean header(ByteBuffer bytes) {
    show(name + " at " + unsigned(place.offset()) + " # metadata area");
    show(name + ".checksum 0x" + Integer.toHexString(bytes.getInt(0)));
    show(name + ".magic 0x" + RawText.hexadecimal(bytes, MAGIC_AT, MAGIC.length));
    show(name + ".version " + Integer.toUnsignedString(bytes.getInt(VERSION_AT)));
    show(name + ".start " + unsigned(bytes.getLong(START_AT)));
    show(name + ".size " + unsigned(bytes.getLong(SIZE_AT)));
    int checksum = LvmChecksum.of(bytes.duplicate().position(MAGIC_AT));
    complainUnless(
        bytes.getInt(0) == checksum, ".checksum expected 0x" + Integer.toHexString(checksum));
    boolean magic = hasMagic(bytes);
    complainUnless(
        magic, ".magic expected 0x" + RawText.hexadecimal(ByteBuffer.wrap(MAGIC), 0, MAGIC.length));
    complainUnless(bytes.getInt(VERSION_AT) == 1, ".version expected 1");
    complainUnless(
        bytes.getLong(START_AT) == place.offset(),
        ".start does not match pv_header.disk_locn.offset " + unsigned(place.offset()));
    complainUnless(
        bytes.getLong(SIZE_AT) == place.size(),
        ".size does not match pv_header.disk_locn.size " + unsigned(place.size()));
    return magic;
  }

  static boolean hasMagic(ByteBuffer bytes) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes.get(MAGIC_AT + i) != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  private Text location(ByteBuffer bytes, int index) {
    int at = LOCATIONS_AT + index * LOCATION;
    long offset = bytes.getLong(at);
    long size = bytes.getLong(at + 8);
    int checksum = bytes.getInt(at + 16);
    int flags = bytes.getInt(at + 20);
    boolean ignored = (flags & RawLocation.IGNORED) != 0;
    boolean wraps = Long.compareUnsigned(offset + size, place.size()) > 0;
    String slot = name + ".raw_locn[" + index + "]";
    show(
        slot
            + " at "
            + unsigned(place.offset() + at)
            + " # "
            + (index == 0 ? "commit" : "precommit")
            + (wraps ? " wrapped" : ""));
    show(slot + ".offset " + unsigned(offset));
    show(slot + ".size " + unsigned(size));
    show(slot + ".checksum 0x" + Integer.toHexString(checksum));
    show(slot + ".flags 0x" + Integer.toHexString(flags) + (ignored ? " # RAW_LOCN_IGNORED" : ""));
    if (index == 1 && offset != 0) {
      messages.print("CHECK: " + slot + " for precommit not empty");
    }
    if (ignored) {
      return Text.NONE;
    }
    long most = place.size() - MdaHeader.BYTES;
    if (Long.compareUnsigned(size, most) > 0) {
      messages.print("CHECK: " + slot + ".size larger than metadata area size");
      return new Text(offset, most, checksum);
    }
    return new Text(offset, size, checksum);
  }

  /**
   * Reads the committed text and says what is wrong with it.
   *
   * @param tell whether to say whose text it is
   * @return the text, if it could be read, and whether nothing is wrong
   */
  Optional<byte[]> text(Text text, boolean tell) {
    Optional<byte[]> bytes = read(text);
    if (bytes.isEmpty()) {
      messages.print(
          "CHECK: failed to read metadata text at "
              + name
              + ".raw_locn[0].offset "
              + unsigned(text.offset())
              + " size "
              + unsigned(text.size()));
      good = false;
      return bytes;
    }
    long at = place.offset() + text.offset();
    int checksum = LvmChecksum.of(bytes.get());
    if (checksum != text.checksum()) {
      messages.print(
          "CHECK: metadata text at "
              + unsigned(at)
              + " crc does not match "
              + name
              + ".raw_locn[0].checksum");
      good = false;
    }
    Optional<ConfigEntry> group = RawText.parse(bytes.get());
    if (group.isEmpty()) {
      messages.print(
          "CHECK: failed to parse metadata text at "
              + unsigned(at)
              + " size "
              + unsigned(text.size()));
      good = false;
    }
    if (tell) {
      messages.print(
          "metadata text at "
              + unsigned(at)
              + " crc 0x"
              + Integer.toHexString(checksum)
              + " # vgname "
              + group.map(ConfigEntry::name).orElse("?")
              + " seqno "
              + group.map(entry -> ((ConfigSection) entry.node()).getLong("seqno", 0)).orElse(0L));
    }
    return bytes;
  }

  boolean isGood() {
    return good;
  }

  /** A text that reaches the end of its area goes on behind the header. */
  private Optional<byte[]> read(Text text) {
    long rest = place.size() - text.offset();
    if (text.offset() < MdaHeader.BYTES || rest <= 0) {
      return Optional.empty();
    }
    long first = Math.min(rest, text.size());
    Optional<ByteBuffer> start = disk.read(place.offset() + text.offset(), first);
    Optional<ByteBuffer> wrapped = disk.read(place.offset() + MdaHeader.BYTES, text.size() - first);
    if (start.isEmpty() || wrapped.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[(int) text.size()];
    start.get().get(bytes, 0, (int) first);
    wrapped.get().get(bytes, (int) first, bytes.length - (int) first);
    return Optional.of(bytes);
  }

  private static String unsigned(long value) {
    return Long.toUnsignedString(value);
  }

  private void show(String text) {
    if (show) {
      messages.print(text);
    }
  }

  private void complainUnless(boolean right, String text) {
    if (!right) {
      messages.print("CHECK: " + name + text);
      good = false;
    }
  }
}
