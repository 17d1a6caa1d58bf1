package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Optional;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.MirrorLog;

/**
 * Which regions of a mirror are in sync; on a device in the kernel's format (drivers/md/dm-log.c),
 * little-endian: u32 magic "MiRr", u32 version 2, u64 number of regions; from sector 2 on a bit for
 * each region, set if it is clean.
 */
final class MirrorLogStore {
  private static final int MAGIC = 0x4D695272;
  private static final int VERSION = 2;
  private static final int BITS_START = 2 * Sectors.BYTES;

  private final MirrorLog log;
  private final Optional<Storage> device;
  private final int regions;
  private final BitSet clean = new BitSet();
  private boolean failed;

  MirrorLogStore(MirrorLog log, Optional<Storage> device, int regions) {
    this.log = log;
    this.device = device;
    this.regions = regions;
    if (isNoSync()) {
      clean.set(0, regions);
    }
  }

  private boolean isNoSync() {
    return log.sync().equals(Optional.of(MirrorLog.Sync.NOSYNC));
  }

  int regions() {
    return regions;
  }

  int cleanRegions() {
    return clean.cardinality();
  }

  boolean isClean(int region) {
    return clean.get(region);
  }

  boolean failed() {
    return failed;
  }

  /** Takes over what the device says, unless told how to begin. */
  void read() {
    if (device.isEmpty()) {
      return;
    }
    try {
      ByteBuffer contents = buffer();
      device.get().read(0, contents);
      int known = 0;
      if (log.sync().isEmpty() && contents.getInt(0) == MAGIC) {
        long recorded = contents.getLong(8);
        known = Long.compareUnsigned(recorded, regions) < 0 ? (int) recorded : regions;
      }
      clean.clear();
      for (int region = 0; region < regions; region++) {
        byte bits = contents.get(BITS_START + region / Byte.SIZE);
        boolean isClean = region < known ? (bits >> region % Byte.SIZE & 1) != 0 : isNoSync();
        clean.set(region, isClean);
      }
      failed = false;
      write();
    } catch (IOException e) {
      failed = true;
    }
  }

  /** Notes that a region is being written, or that the legs agree again, on the device too. */
  void set(int region, boolean isClean) {
    if (clean.get(region) != isClean) {
      clean.set(region, isClean);
      write();
    }
  }

  private void write() {
    if (device.isEmpty()) {
      return;
    }
    ByteBuffer contents = buffer();
    contents.putInt(0, MAGIC).putInt(4, VERSION).putLong(8, regions);
    contents.put(BITS_START, clean.toByteArray());
    try {
      device.get().write(0, contents);
      device.get().flush();
    } catch (IOException e) {
      failed = true;
    }
  }

  private ByteBuffer buffer() {
    int bytes = BITS_START + (regions + Byte.SIZE - 1) / Byte.SIZE;
    int sectors = (bytes + Sectors.BYTES - 1) / Sectors.BYTES;
    return ByteBuffer.allocate(sectors * Sectors.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
