package org.jlvm.core.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.units.Bytes;
import org.jspecify.annotations.Nullable;

/** A handle over a channel, for files and device nodes alike; safe for concurrent reads. */
final class ChannelHandle implements DeviceHandle {
  private static final int ZEROS = 128 * 1024;

  private final String name;
  private final FileChannel channel;
  private final Bytes size;

  /**
   * @param size the channel of a block device reports 0 on some kernels, so it is told
   */
  ChannelHandle(String name, FileChannel channel, Bytes size) {
    this.name = name;
    this.channel = channel;
    this.size = size;
  }

  @Override
  public Bytes size() {
    return size;
  }

  @Override
  public void read(long offset, ByteBuffer target) {
    requireInside(offset, target.remaining(), "read");
    long at = offset;
    try {
      while (target.hasRemaining()) {
        int count = channel.read(target, at);
        if (count < 0) {
          throw failed("read", offset, "end of device at " + at, null);
        }
        at += count;
      }
    } catch (IOException e) {
      throw failed("read", offset, reason(e), e);
    }
  }

  @Override
  public void write(long offset, ByteBuffer source) {
    requireInside(offset, source.remaining(), "write");
    long at = offset;
    try {
      while (source.hasRemaining()) {
        at += channel.write(source, at);
      }
    } catch (IOException e) {
      throw failed("write", offset, reason(e), e);
    }
  }

  @Override
  public void zero(long offset, long length) {
    requireInside(offset, length, "write");
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(length, ZEROS));
    for (long done = 0; done < length; done += zeros.limit()) {
      zeros.position(0).limit((int) Math.min(length - done, zeros.capacity()));
      write(offset + done, zeros);
    }
  }

  /** The request is an ioctl (or fallocate), which Java has no call for. */
  @Override
  public boolean discard(long offset, long length) {
    return false;
  }

  @Override
  public void flush() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw new DeviceException(name + ": fsync failed: " + reason(e), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DeviceException(name + ": close failed: " + reason(e), e);
    }
  }

  private void requireInside(long offset, long length, String verb) {
    if (offset < 0 || length < 0 || offset > size.count() - length) {
      throw failed(verb, offset, length + " bytes end beyond the device", null);
    }
  }

  private DeviceException failed(String verb, long offset, String why, @Nullable Throwable cause) {
    return new DeviceException(name + ": " + verb + " failed at " + offset + ": " + why, cause);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
