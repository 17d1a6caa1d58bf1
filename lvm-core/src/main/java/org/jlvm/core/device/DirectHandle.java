package org.jlvm.core.device;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.units.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads past the page cache: what the device holds now, and its errors (O_DIRECT of open(2)). While
 * somebody keeps a device open, the cache would answer for a disk that has failed since, or that
 * another machine has written to.
 */
final class DirectHandle implements DeviceHandle {
  private static final int LONGEST = 1 << 20;

  private final String name;
  private final FileChannel channel;
  private final Bytes size;
  private final int alignment;

  private DirectHandle(String name, FileChannel channel, Bytes size, int alignment) {
    this.name = name;
    this.channel = channel;
    this.size = size;
    this.alignment = alignment;
  }

  /**
   * @throws IOException if the device cannot be opened
   * @throws UnsupportedOperationException if it cannot be opened in this way
   */
  static DirectHandle open(Path node, String name, Bytes size) throws IOException {
    int alignment = Math.toIntExact(Files.getFileStore(node).getBlockSize());
    FileChannel channel =
        FileChannel.open(node, StandardOpenOption.READ, ExtendedOpenOption.DIRECT);
    return new DirectHandle(name, channel, size, alignment);
  }

  @Override
  public Bytes size() {
    return size;
  }

  @Override
  public void read(long offset, ByteBuffer target) {
    if (offset < 0 || offset > size.count() - target.remaining()) {
      throw failed(offset, target.remaining() + " bytes end beyond the device", null);
    }
    long at = offset;
    while (target.hasRemaining()) {
      at += readSome(at, target);
    }
  }

  /** Whole blocks around what is wanted, as much at once as is sensible; how much came of it. */
  private int readSome(long at, ByteBuffer target) {
    long first = at / alignment * alignment;
    int inBlock = (int) (at - first);
    long wanted = Math.min((long) inBlock + target.remaining(), LONGEST);
    int whole = (int) ((wanted + alignment - 1) / alignment * alignment);
    ByteBuffer blocks =
        ByteBuffer.allocateDirect(whole + alignment).alignedSlice(alignment).limit(whole);
    try {
      channel.read(blocks, first);
    } catch (IOException e) {
      throw failed(at, String.valueOf(e.getMessage()), e);
    }
    int count = Math.min(blocks.position() - inBlock, target.remaining());
    if (count <= 0) {
      throw failed(at, "end of device", null);
    }
    target.put(blocks.slice(inBlock, count));
    return count;
  }

  @Override
  public void write(long offset, ByteBuffer source) {
    throw readOnly();
  }

  @Override
  public void zero(long offset, long length) {
    throw readOnly();
  }

  @Override
  public boolean discard(long offset, long length) {
    return false;
  }

  @Override
  public void flush() {
    throw readOnly();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DeviceException(name + ": close failed: " + e.getMessage(), e);
    }
  }

  private IllegalStateException readOnly() {
    return new IllegalStateException(name + " was opened for reading");
  }

  private DeviceException failed(long at, String why, @Nullable Throwable cause) {
    return new DeviceException(name + ": read failed at " + at + ": " + why, cause);
  }
}
