package org.jlvm.core.engine.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.LabelHeader;
import org.jlvm.core.ondisk.LvmChecksum;
import org.jlvm.core.units.Sectors;

/** Reads a label sector field by field and says what is wrong with it. */
final class LabelCheck {
  static final String ID = "LABELONE";
  static final String TYPE = "LVM2 001";
  static final int CHECKED_FROM = 20;
  static final int CHECKSUM_AT = 16;
  static final int TYPE_AT = 24;
  static final int PV_HEADER_AT = 32;
  private static final int LOCATIONS_AT = PV_HEADER_AT + 40;
  private static final int LOCATION = 16;

  private final Messages messages;
  private final boolean show;
  private boolean good = true;

  /** A place on the device, as a header says; not checked against anything. */
  record Place(long offset, long size) {}

  /**
   * What was found.
   *
   * @param isLabel whether the sector is a label at all
   * @param good whether nothing is wrong with it
   * @param areas metadata areas, none where the sector could not be read
   */
  record Found(boolean isLabel, boolean good, List<Place> areas) {}

  /**
   * @param show whether every field is shown, or only what is wrong
   */
  LabelCheck(Messages messages, boolean show) {
    this.messages = messages;
    this.show = show;
  }

  Found check(RawDisk disk, long sector) {
    long start = sector * Sectors.BYTES;
    Optional<ByteBuffer> read = disk.read(start, LabelHeader.LABEL_SIZE);
    if (read.isEmpty()) {
      messages.print("CHECK: failed to read label_header at " + start);
      return new Found(false, false, List.of());
    }
    ByteBuffer bytes = read.get();
    boolean isLabel = header(bytes, start, sector);
    pvHeader(bytes, start);
    List<Place> areas = locations(bytes, start);
    return new Found(isLabel, good, areas);
  }

  private boolean header(ByteBuffer bytes, long start, long sector) {
    String id = RawText.printable(bytes, 0, ID.length());
    String type = RawText.printable(bytes, TYPE_AT, TYPE.length());
    show("label_header at " + start);
    show("label_header.id " + id);
    show("label_header.sector " + Long.toUnsignedString(bytes.getLong(8)));
    show("label_header.crc 0x" + Integer.toHexString(bytes.getInt(CHECKSUM_AT)));
    show("label_header.offset " + Integer.toUnsignedString(bytes.getInt(CHECKED_FROM)));
    show("label_header.type " + type);
    int checksum = LvmChecksum.of(bytes.duplicate().position(CHECKED_FROM));
    complainUnless(id.equals(ID), "label_header.id expected " + ID);
    complainUnless(bytes.getLong(8) == sector, "label_header.sector expected " + sector);
    complainUnless(
        bytes.getInt(CHECKSUM_AT) == checksum,
        "label_header.crc expected 0x" + Integer.toHexString(checksum));
    complainUnless(bytes.getInt(CHECKED_FROM) == PV_HEADER_AT, "label_header.offset expected 32");
    complainUnless(type.equals(TYPE), "label_header.type expected " + TYPE);
    return id.equals(ID) && type.equals(TYPE);
  }

  private void pvHeader(ByteBuffer bytes, long start) {
    String uuid = RawText.printable(bytes, PV_HEADER_AT, LvmId.LENGTH);
    show("pv_header at " + (start + PV_HEADER_AT));
    show("pv_header.pv_uuid " + uuid);
    show(
        "pv_header.device_size "
            + Long.toUnsignedString(bytes.getLong(PV_HEADER_AT + LvmId.LENGTH)));
    complainUnless(
        uuid.indexOf('-') < 0 && LvmId.isParsable(uuid), "pv_header.pv_uuid invalid format");
  }

  private List<Place> locations(ByteBuffer bytes, long start) {
    List<Place> data = new ArrayList<>(1);
    int at = list(bytes, start, LOCATIONS_AT, "pv_header", "location of data area", 0, data);
    List<Place> areas = new ArrayList<>(2);
    at = list(bytes, start, at, "pv_header", "location of metadata area", data.size() + 1, areas);
    if (at + 8 > bytes.limit()) {
      return areas;
    }
    show("pv_header_extension at " + (start + at));
    show("pv_header_extension.version " + Integer.toUnsignedString(bytes.getInt(at)));
    show("pv_header_extension.flags " + Integer.toUnsignedString(bytes.getInt(at + 4)));
    list(bytes, start, at + 8, "pv_header_extension", "bootloader area", 0, new ArrayList<>(0));
    return areas;
  }

  /** Reads places up to and with the all-zero one; gives where the list ends. */
  private int list(
      ByteBuffer bytes,
      long start,
      int from,
      String header,
      String what,
      int firstIndex,
      List<Place> places) {
    int at = from;
    for (int index = firstIndex; at + LOCATION <= bytes.limit(); index++, at += LOCATION) {
      long offset = bytes.getLong(at);
      long size = bytes.getLong(at + 8);
      String name = header + ".disk_locn[" + index + "]";
      show(name + " at " + (start + at) + " # " + (offset == 0 ? "location list end" : what));
      show(name + ".offset " + Long.toUnsignedString(offset));
      show(name + ".size " + Long.toUnsignedString(size));
      if (offset == 0) {
        return at + LOCATION;
      }
      if (firstIndex > 0 && places.isEmpty() && !isUsualStart(offset)) {
        messages.print(
            "WARNING: "
                + name
                + ".offset "
                + Long.toUnsignedString(offset)
                + " is unexpected # for first mda");
      }
      places.add(new Place(offset, size));
    }
    return at;
  }

  /** The page sizes of the machines that lvm2 runs on. */
  private static boolean isUsualStart(long offset) {
    return offset == 4096 || offset == 8192 || offset == 16384 || offset == 65536;
  }

  private void show(String text) {
    if (show) {
      messages.print(text);
    }
  }

  private void complainUnless(boolean right, String text) {
    if (!right) {
      messages.print("CHECK: " + text);
      good = false;
    }
  }
}
