package org.jlvm.dm.ioctl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jlvm.dm.DmException;
import org.jlvm.dm.Errno;
import org.jlvm.dm.jna.Libc;
import org.jlvm.dm.table.DeviceNumber;

/**
 * The control node of the kernel's driver, {@code mapper/control} below the device directory. It is
 * made if it is missing, and opening it makes the kernel load the driver.
 */
final class ControlDevice implements ControlPort {
  /** The number that is reserved for it (MAPPER_CTRL_MINOR of linux/miscdevice.h). */
  private static final DeviceNumber NUMBER = new DeviceNumber(10, 236);

  private static final int OWNER_READ_WRITE = 0600;
  private static final int TYPE_MASK = 0xf000;

  private final Libc libc;
  private final int fd;

  private ControlDevice(Libc libc, int fd) {
    this.libc = libc;
    this.fd = fd;
  }

  /**
   * @throws DmException if there is no driver or no right to use it
   */
  static ControlDevice open(Path deviceDirectory, Libc libc) {
    Path node = deviceDirectory.resolve("mapper").resolve("control");
    try {
      make(node, libc);
    } catch (IOException e) {
      throw failure(node + ": " + e, libc);
    }
    int fd = libc.open(node.toString(), Libc.O_RDWR, 0);
    if (fd < 0) {
      throw failure(node + ": open failed: " + new Errno(-fd).text(), libc);
    }
    return new ControlDevice(libc, fd);
  }

  private static void make(Path node, Libc libc) throws IOException {
    if (Files.exists(node)) {
      int mode = (Integer) Files.getAttribute(node, "unix:mode");
      long device = (Long) Files.getAttribute(node, "unix:rdev");
      if ((mode & TYPE_MASK) == Libc.S_IFCHR && device == NUMBER.encode()) {
        return;
      }
      Files.delete(node);
    }
    Files.createDirectories(node.getParent());
    int mode = Libc.S_IFCHR | OWNER_READ_WRITE;
    int result = libc.mknod(node.toString(), mode, NUMBER.encode());
    if (result < 0 && -result != Errno.EEXIST.number()) {
      throw failure(node + ": mknod failed: " + new Errno(-result).text(), libc);
    }
  }

  private static DmException failure(String cause, Libc libc) {
    String message = cause + "\nFailure to communicate with kernel device-mapper driver.";
    if (libc.geteuid() == 0) {
      message += "\nCheck that device-mapper is available in the kernel.";
    }
    return DmException.unavailable(message);
  }

  @Override
  public int request(long request, ByteBuffer buffer) {
    return libc.ioctl(fd, request, buffer);
  }

  @Override
  public boolean awaitEvent(Duration limit) {
    return libc.pollForRead(fd, limit) > 0;
  }

  @Override
  public void close() {
    libc.close(fd);
  }
}
