package org.jlvm.cli.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmException;
import org.jlvm.dm.user.CallListener;
import org.jlvm.dm.user.Storage;

/**
 * Storage of the driver in Java as a device of the engine. A listener hears of each write and
 * flush, and may prevent it.
 */
record WorldDisk(String name, Optional<DeviceNumber> number, Storage storage, CallListener listener)
    implements BlockDevice {
  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public Bytes size() {
    return storage.size().toBytes();
  }

  @Override
  public int logicalBlockSize() {
    return Sectors.BYTES;
  }

  @Override
  public int physicalBlockSize() {
    return Sectors.BYTES;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public DeviceHandle open(Access access) {
    return handle(() -> {});
  }

  /**
   * @param whenClosed done when the handle is closed
   */
  DeviceHandle handle(Runnable whenClosed) {
    return new Handle(whenClosed);
  }

  private interface Transfer {
    void run() throws IOException;
  }

  private final class Handle implements DeviceHandle {
    private final Runnable whenClosed;

    Handle(Runnable whenClosed) {
      this.whenClosed = whenClosed;
    }

    @Override
    public Bytes size() {
      return WorldDisk.this.size();
    }

    @Override
    public void read(long offset, ByteBuffer target) {
      ByteBuffer sectors = sectors(offset, target.remaining());
      transfer(() -> storage.read(offset / Sectors.BYTES, sectors));
      sectors.flip().position((int) (offset % Sectors.BYTES));
      sectors.limit(sectors.position() + target.remaining());
      target.put(sectors);
    }

    @Override
    public void write(long offset, ByteBuffer source) {
      tell("write", offset + " " + source.remaining());
      ByteBuffer sectors = sectors(offset, source.remaining());
      transfer(() -> storage.read(offset / Sectors.BYTES, sectors));
      sectors.position((int) (offset % Sectors.BYTES));
      sectors.put(source).rewind();
      transfer(() -> storage.write(offset / Sectors.BYTES, sectors));
    }

    /** Whole sectors around some bytes. */
    private ByteBuffer sectors(long offset, int length) {
      if (offset < 0 || offset + length > size().count()) {
        throw new DeviceException(name + ": access past the end");
      }
      long end = offset % Sectors.BYTES + length;
      return ByteBuffer.allocate(Math.toIntExact((end + 511) / 512 * 512));
    }

    @Override
    public void zero(long offset, long length) {
      write(offset, ByteBuffer.allocate((int) length));
    }

    @Override
    public boolean discard(long offset, long length) {
      return false;
    }

    @Override
    public void flush() {
      tell("flush", "");
      transfer(storage::flush);
    }

    private void tell(String command, String details) {
      try {
        listener.before(command, name, details);
      } catch (DmException e) {
        throw new DeviceException(name + ": " + command + " failed", e);
      }
    }

    private void transfer(Transfer work) {
      try {
        work.run();
      } catch (IOException e) {
        throw new DeviceException(name + ": " + e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      whenClosed.run();
    }
  }
}
