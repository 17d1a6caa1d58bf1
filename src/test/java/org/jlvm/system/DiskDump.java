package org.jlvm.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what LVM keeps on a disk, one fact a line. Written apart from the product's decoder on
 * purpose: a mistake there must not hide itself here.
 */
final class DiskDump {

  private static final int SECTOR = 512;
  private static final int TEXT_LIMIT = 64 << 20;

  private final FileChannel disk;
  private final List<String> lines = new ArrayList<>();

  private DiskDump(FileChannel disk) {
    this.disk = disk;
  }

  static List<String> of(Path image) {
    try (FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
      DiskDump dump = new DiskDump(channel);
      dump.label();
      return dump.lines;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + image, e);
    }
  }

  private void label() throws IOException {
    for (int sector = 0; sector < 4; sector++) {
      ByteBuffer label = read((long) sector * SECTOR, SECTOR);
      if (string(label, 0, 8).equals("LABELONE")) {
        lines.add("label in sector " + sector + ", says " + label.getLong(8));
        lines.add("label type " + string(label, 24, 8));
        pvHeader(label, label.getInt(20));
        return;
      }
    }
    lines.add("no label");
  }

  private void pvHeader(ByteBuffer label, int start) throws IOException {
    lines.add("pv " + string(label, start, 32) + ", " + label.getLong(start + 32) + " bytes");
    label.position(start + 40);
    areas(label, "data area");
    List<long[]> metadataAreas = areas(label, "metadata area");
    lines.add("extension version " + label.getInt() + ", flags " + label.getInt());
    areas(label, "boot loader area");
    for (long[] area : metadataAreas) {
      metadataArea(area[0]);
    }
  }

  private List<long[]> areas(ByteBuffer label, String kind) {
    List<long[]> areas = new ArrayList<>();
    while (label.remaining() >= 16) {
      long offset = label.getLong();
      long size = offset == 0 ? 0 : label.getLong();
      if (offset == 0) {
        label.getLong();
        break;
      }
      lines.add(kind + " at " + offset + ", size " + size);
      areas.add(new long[] {offset, size});
    }
    return areas;
  }

  private void metadataArea(long offset) throws IOException {
    ByteBuffer header = read(offset, SECTOR);
    lines.add(
        "area header at %d: magic %s, version %d, start %d, size %d"
            .formatted(
                offset,
                string(header, 4, 16),
                header.getInt(20),
                header.getLong(24),
                header.getLong(32)));
    for (int slot = 0; slot < 2; slot++) {
      int at = 40 + slot * 24;
      long start = header.getLong(at);
      long size = header.getLong(at + 8);
      lines.add(
          "slot %d: %s, flags %d"
              .formatted(slot, start == 0 && size == 0 ? "empty" : "used", header.getInt(at + 20)));
      if (start != 0 && size > 0 && size < TEXT_LIMIT) {
        text(offset, header.getLong(32), start, (int) size);
      }
    }
  }

  private void text(long area, long areaSize, long start, int size) throws IOException {
    lines.add("text " + (start % SECTOR == 0 ? "aligned" : "unaligned at " + start));
    int first = (int) Math.min(size, areaSize - start);
    StringBuilder text = new StringBuilder(string(read(area + start, first), 0, first));
    if (first < size) {
      text.append(string(read(area + SECTOR, size - first), 0, size - first));
    }
    lines.addAll(text.toString().lines().toList());
  }

  private ByteBuffer read(long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && disk.read(buffer, offset + buffer.position()) > 0) {
      // Until full, or the end of the disk: the rest stays zero.
    }
    return buffer.clear();
  }

  private static String string(ByteBuffer buffer, int at, int length) {
    return new String(buffer.array(), at, length, StandardCharsets.UTF_8).replace("\0", "");
  }
}
