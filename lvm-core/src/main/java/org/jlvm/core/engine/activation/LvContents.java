package org.jlvm.core.engine.activation;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Bytes;

/**
 * The contents of a linear, striped, zero or error volume, reached through its segments without any
 * driver. Not thread-safe.
 */
public final class LvContents implements DeviceHandle {
  private static final int ZERO_CHUNK = 64 * 1024;

  private final VgState state;
  private final LogicalVolume lv;
  private final Map<LvmId, DeviceHandle> handles = new HashMap<>();

  private LvContents(VgState state, LogicalVolume lv) {
    this.state = state;
    this.lv = lv;
  }

  public static LvContents open(VgState state, LvmId lv) {
    return new LvContents(state, state.vg().lv(lv));
  }

  @Override
  public Bytes size() {
    return lv.size(state.vg().extentSize()).toBytes();
  }

  @Override
  public void read(long offset, ByteBuffer target) {
    transfer(offset, target, false);
  }

  @Override
  public void write(long offset, ByteBuffer source) {
    transfer(offset, source, true);
  }

  @Override
  public void zero(long offset, long length) {
    long done = 0;
    while (done < length) {
      int part = (int) Math.min(ZERO_CHUNK, length - done);
      write(offset + done, ByteBuffer.allocate(part));
      done += part;
    }
  }

  @Override
  public boolean discard(long offset, long length) {
    return false;
  }

  @Override
  public void flush() {
    for (DeviceHandle handle : handles.values()) {
      handle.flush();
    }
  }

  @Override
  public void close() {
    for (DeviceHandle handle : handles.values()) {
      handle.close();
    }
    handles.clear();
  }

  /** Where a run of bytes of the volume lies. */
  private record Place(Segment segment, int area, long areaOffset, long length) {}

  private void transfer(long offset, ByteBuffer buffer, boolean write) {
    if (offset < 0 || offset > size().count() - buffer.remaining()) {
      throw new DeviceException("Access past the end of " + name() + '.');
    }
    long at = offset;
    int end = buffer.limit();
    while (buffer.position() < end) {
      Place place = place(at);
      int part = (int) Math.min(place.length(), end - buffer.position());
      buffer.limit(buffer.position() + part);
      transfer(place, buffer, write);
      buffer.limit(end);
      at += part;
    }
  }

  private void transfer(Place place, ByteBuffer buffer, boolean write) {
    if (place.segment() instanceof VirtualSegment virtual) {
      if (virtual.type() == VirtualType.ERROR) {
        throw new DeviceException("I/O error on " + name() + ": error segment.");
      }
      while (!write && buffer.hasRemaining()) {
        buffer.put((byte) 0);
      }
      buffer.position(buffer.limit());
      return;
    }
    Area area = place.segment().areas().get(place.area());
    if (!(area instanceof Area.OnPv onPv)) {
      throw new DeviceException(
          name() + ": volumes on hidden volumes cannot be written without a driver.");
    }
    PhysicalVolume pv = state.vg().pv(onPv.pv());
    long extentStart = state.vg().extentSize().times(onPv.extent()).toBytes().count();
    long deviceOffset = pv.peStart().toBytes().count() + extentStart + place.areaOffset();
    if (write) {
      handle(pv).write(deviceOffset, buffer);
    } else {
      handle(pv).read(deviceOffset, buffer);
    }
  }

  private Place place(long offset) {
    long extent = state.vg().extentSize().toBytes().count();
    for (Segment segment : lv.segments()) {
      long start = segment.start() * extent;
      long length = segment.length() * extent;
      if (offset < start + length) {
        return place(segment, offset - start, length);
      }
    }
    throw new DeviceException("Access past the end of " + name() + '.');
  }

  private Place place(Segment segment, long offset, long segmentLength) {
    int stripes = segment.areas().size();
    if (stripes <= 1) {
      return new Place(segment, 0, offset, segmentLength - offset);
    }
    if (!(segment instanceof StripedSegment striped)) {
      throw new DeviceException(
          name() + ": " + segment.displayName() + " volumes cannot be written without a driver.");
    }
    long stripe = striped.stripe().toBytes().count();
    long row = offset / (stripe * stripes);
    long inRow = offset % (stripe * stripes);
    long inStripe = inRow % stripe;
    return new Place(segment, (int) (inRow / stripe), row * stripe + inStripe, stripe - inStripe);
  }

  private DeviceHandle handle(PhysicalVolume pv) {
    DeviceHandle open = handles.get(pv.id());
    if (open == null) {
      ScannedPv device =
          state
              .device(pv.id())
              .orElseThrow(
                  () -> new DeviceException(name() + ": a physical volume of it is missing."));
      open = device.device().open(BlockDevice.Access.READ_WRITE);
      handles.put(pv.id(), open);
    }
    return open;
  }

  private String name() {
    return state.vg().name() + "/" + lv.name();
  }
}
