package org.jlvm.core.device;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.units.Bytes;

/**
 * A device in memory for tests. It records every write and flush, so that a test can rebuild what a
 * power cut at any moment would have left, and fails on demand.
 */
public final class MemoryBlockDevice implements BlockDevice {
  private static final int SECTOR = 512;

  /** What was done to the device, in order. */
  public sealed interface Event {}

  /** A write; the data must not be changed. */
  public record Write(long offset, byte[] data) implements Event {}

  public record Flush() implements Event {}

  private final String name;
  private final int blockSize;
  private final byte[] contents;
  private byte[] recordedFrom;
  private final List<Event> events = new ArrayList<>();
  private int failFrom = Integer.MAX_VALUE;

  public MemoryBlockDevice(String name, long size) {
    this(name, new byte[Math.toIntExact(size)], SECTOR);
  }

  public MemoryBlockDevice(String name, byte[] contents, int blockSize) {
    this.name = name;
    this.contents = contents;
    this.recordedFrom = contents.clone();
    this.blockSize = blockSize;
  }

  /** The live contents, not a copy. */
  public byte[] contents() {
    return contents;
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Starts recording anew, from the present contents. */
  public void forgetEvents() {
    events.clear();
    recordedFrom = contents.clone();
  }

  /** From the {@code count}th event from now on, writes and flushes fail and do nothing. */
  public void failAfter(int count) {
    failFrom = events.size() + count;
  }

  /** The device as after the first {@code count} events, nothing lost. */
  public MemoryBlockDevice after(int count) {
    return rebuilt(count, Set.of(), -1);
  }

  /** As {@link #after}, but of the last of those events, a write, only some sectors arrived. */
  public MemoryBlockDevice tornAfter(int count, int sectors) {
    return rebuilt(count, Set.of(), sectors);
  }

  /**
   * As {@link #after}, but some writes never arrived. Only those since the last flush can be lost.
   *
   * @param lost indices into {@link #events()}
   */
  public MemoryBlockDevice losing(int count, Set<Integer> lost) {
    if (!unflushed(count).containsAll(lost)) {
      throw new IllegalArgumentException("a flushed write cannot be lost: " + lost);
    }
    return rebuilt(count, lost, -1);
  }

  /** Indices of the writes among the first {@code count} events that no flush follows. */
  public List<Integer> unflushed(int count) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (events.get(i) instanceof Flush) {
        found.clear();
      } else {
        found.add(i);
      }
    }
    return found;
  }

  private MemoryBlockDevice rebuilt(int count, Set<Integer> lost, int lastSectors) {
    byte[] image = recordedFrom.clone();
    for (int i = 0; i < count; i++) {
      if (events.get(i) instanceof Write write && !lost.contains(i)) {
        boolean torn = i == count - 1 && lastSectors >= 0;
        int length = write.data().length;
        int arrived = torn ? Math.min(length, tornLength(write, lastSectors)) : length;
        System.arraycopy(write.data(), 0, image, (int) write.offset(), arrived);
      }
    }
    return new MemoryBlockDevice(name, image, blockSize);
  }

  private static int tornLength(Write write, int sectors) {
    return sectors == 0 ? 0 : sectors * SECTOR - (int) (write.offset() % SECTOR);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public Bytes size() {
    return Bytes.of(contents.length);
  }

  @Override
  public int logicalBlockSize() {
    return blockSize;
  }

  @Override
  public int physicalBlockSize() {
    return blockSize;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public Optional<DeviceNumber> number() {
    return Optional.empty();
  }

  @Override
  public DeviceHandle open(Access access) {
    return new Handle(access);
  }

  private void record(Event event) {
    if (events.size() >= failFrom) {
      throw new DeviceException(name + ": injected failure");
    }
    events.add(event);
  }

  private final class Handle implements DeviceHandle {
    private final Access access;
    private boolean open = true;

    Handle(Access access) {
      this.access = access;
    }

    @Override
    public Bytes size() {
      return MemoryBlockDevice.this.size();
    }

    @Override
    public void read(long offset, ByteBuffer target) {
      requireInside(offset, target.remaining());
      target.put(contents, (int) offset, target.remaining());
    }

    @Override
    public void write(long offset, ByteBuffer source) {
      byte[] data = new byte[source.remaining()];
      requireInside(offset, data.length);
      if (access != Access.READ_WRITE) {
        throw new DeviceException(name + ": write failed: opened for reading");
      }
      source.get(data);
      record(new Write(offset, data));
      System.arraycopy(data, 0, contents, (int) offset, data.length);
    }

    @Override
    public void zero(long offset, long length) {
      write(offset, ByteBuffer.allocate((int) length));
    }

    @Override
    public boolean discard(long offset, long length) {
      requireInside(offset, length);
      return false;
    }

    @Override
    public void flush() {
      record(new Flush());
    }

    @Override
    public void close() {
      open = false;
    }

    private void requireInside(long offset, long length) {
      if (!open) {
        throw new DeviceException(name + ": closed");
      }
      if (offset < 0 || length < 0 || offset > contents.length - length) {
        throw new DeviceException(name + ": " + length + " bytes at " + offset + " do not fit");
      }
    }
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(unflushed(events.size()).toArray());
  }
}
