package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jlvm.core.units.Sectors;

/** An open device: it cannot be removed until this is closed. */
public final class UserHandle implements Storage, AutoCloseable {
  private final UserDevice device;
  private final Consumer<UserDevice> whenClosed;
  private boolean open = true;

  UserHandle(UserDevice device, Consumer<UserDevice> whenClosed) {
    this.device = device;
    this.whenClosed = whenClosed;
  }

  @Override
  public Sectors size() {
    return device.size();
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    device.read(sector, target);
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    device.write(sector, source);
  }

  @Override
  public void flush() throws IOException {
    device.flush();
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      whenClosed.accept(device);
    }
  }
}
