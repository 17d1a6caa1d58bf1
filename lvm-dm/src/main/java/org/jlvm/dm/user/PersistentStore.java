package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.Errno;
import org.jlvm.dm.table.SnapshotStatus.Usage;

/**
 * The kernel's persistent exception store (drivers/md/dm-snap-persistent.c), little-endian:
 *
 * <pre>
 * chunk 0             header: u32 magic "SnAp", u32 valid, u32 version 1, u32 sectors in a chunk
 * chunk 1             area 0: as many exceptions as fit, each u64 old chunk, u64 new chunk
 * chunks 2 ..         data, as many chunks as an area has exceptions
 * next chunk          area 1, and so on
 * </pre>
 *
 * The first exception whose new chunk is 0 ends the list. An area is written as a whole; before the
 * last exception of one is, the next area is wiped.
 */
final class PersistentStore implements ExceptionStore {
  static final int MAGIC = 0x70416e53;
  private static final int VERSION = 1;
  private static final int HEADER_CHUNKS = 1;
  private static final int EXCEPTION_SIZE = 16;

  private final Storage device;
  private final boolean fresh;
  private final long chunkSize;
  private final int perArea;
  private ByteBuffer area;
  private long currentArea;
  private int committed;
  private long nextFree = HEADER_CHUNKS + 1;
  private boolean valid = true;

  private PersistentStore(Storage device, boolean fresh, boolean valid, long chunkSize) {
    this.device = device;
    this.fresh = fresh;
    this.valid = valid;
    this.chunkSize = chunkSize;
    this.perArea = Math.toIntExact(chunkSize * Sectors.BYTES / EXCEPTION_SIZE);
    this.area = emptyChunk();
  }

  /**
   * Reads the header.
   *
   * @param chunkSize sectors, for a store that is new
   * @throws RefusedException if there is something else on the device
   */
  static PersistentStore open(Storage device, long chunkSize) throws RefusedException, IOException {
    ByteBuffer header = ByteBuffer.allocate(Sectors.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    device.read(0, header);
    int magic = header.getInt(0);
    if (magic == 0) {
      return new PersistentStore(device, true, true, chunkSize);
    }
    if (magic != MAGIC || header.getInt(8) != VERSION) {
      throw new RefusedException(Errno.ENXIO, "invalid or corrupt snapshot store");
    }
    int size = header.getInt(12);
    if (size <= 0 || Integer.bitCount(size) != 1) {
      throw new RefusedException(Errno.EINVAL, "snapshot store has chunk size " + size);
    }
    return new PersistentStore(device, false, header.getInt(4) != 0, size);
  }

  private ByteBuffer emptyChunk() {
    int bytes = Math.toIntExact(chunkSize * Sectors.BYTES);
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public long chunkSize() {
    return chunkSize;
  }

  @Override
  public boolean valid() {
    return valid;
  }

  @Override
  public Map<Long, Long> load() throws IOException {
    Map<Long, Long> exceptions = new HashMap<>();
    if (fresh) {
      writeHeader();
      writeChunk(areaChunk(0), emptyChunk());
      return exceptions;
    }
    boolean full = valid;
    for (currentArea = 0; full; currentArea++) {
      readArea();
      full = addExceptions(exceptions);
    }
    currentArea = Math.max(0, currentArea - 1);
    skipMetadata();
    return exceptions;
  }

  /** Takes up the exceptions of the area in memory; whether it has no end. */
  private boolean addExceptions(Map<Long, Long> exceptions) {
    for (committed = 0; committed < perArea; committed++) {
      long newChunk = area.getLong(committed * EXCEPTION_SIZE + Long.BYTES);
      if (newChunk == 0) {
        return false;
      }
      exceptions.put(area.getLong(committed * EXCEPTION_SIZE), newChunk);
      nextFree = Math.max(nextFree, newChunk + 1);
    }
    return true;
  }

  @Override
  public OptionalLong allocate() {
    if (device.size().count() < (nextFree + 1) * chunkSize) {
      return OptionalLong.empty();
    }
    long chunk = nextFree++;
    skipMetadata();
    return OptionalLong.of(chunk);
  }

  private void skipMetadata() {
    if (nextFree % (perArea + 1) == HEADER_CHUNKS) {
      nextFree++;
    }
  }

  @Override
  public void commit(long oldChunk, long newChunk) throws IOException {
    area.putLong(committed * EXCEPTION_SIZE, oldChunk);
    area.putLong(committed * EXCEPTION_SIZE + Long.BYTES, newChunk);
    committed++;
    boolean full = committed == perArea;
    if (full) {
      writeChunk(areaChunk(currentArea + 1), emptyChunk());
    }
    writeArea();
    if (full) {
      committed = 0;
      currentArea++;
      area = emptyChunk();
    }
  }

  @Override
  public void invalidate() throws IOException {
    valid = false;
    writeHeader();
  }

  /** All chunks before the next free one, of which one an area and the header are metadata. */
  @Override
  public Usage usage() {
    return new Usage(
        Sectors.of(nextFree * chunkSize),
        device.size(),
        Sectors.of((currentArea + 1 + HEADER_CHUNKS) * chunkSize));
  }

  @Override
  public MergeRun nextMerge() throws IOException {
    if (committed == 0) {
      if (currentArea == 0) {
        return new MergeRun(0, 0, 0);
      }
      currentArea--;
      readArea();
      committed = perArea;
    }
    long lastOld = oldChunk(committed - 1);
    long lastNew = newChunk(committed - 1);
    int count = 1;
    while (count < committed
        && oldChunk(committed - 1 - count) == lastOld - count
        && newChunk(committed - 1 - count) == lastNew - count) {
      count++;
    }
    return new MergeRun(lastOld, lastNew, count);
  }

  private long oldChunk(int index) {
    return area.getLong(index * EXCEPTION_SIZE);
  }

  private long newChunk(int index) {
    return area.getLong(index * EXCEPTION_SIZE + Long.BYTES);
  }

  @Override
  public void commitMerge(long count) throws IOException {
    for (int i = 0; i < count; i++) {
      committed--;
      area.putLong(committed * EXCEPTION_SIZE, 0);
      area.putLong(committed * EXCEPTION_SIZE + Long.BYTES, 0);
    }
    writeArea();
    nextFree = areaChunk(currentArea) + committed + 1;
  }

  private long areaChunk(long index) {
    return HEADER_CHUNKS + (perArea + 1) * index;
  }

  private void readArea() throws IOException {
    area = emptyChunk();
    device.read(areaChunk(currentArea) * chunkSize, area);
  }

  private void writeArea() throws IOException {
    writeChunk(areaChunk(currentArea), area);
  }

  private void writeHeader() throws IOException {
    ByteBuffer header = emptyChunk();
    header.putInt(0, MAGIC).putInt(4, valid ? 1 : 0).putInt(8, VERSION);
    header.putInt(12, Math.toIntExact(chunkSize));
    writeChunk(0, header);
  }

  private void writeChunk(long chunk, ByteBuffer contents) throws IOException {
    device.write(chunk * chunkSize, contents.duplicate().rewind());
    device.flush();
  }
}
