package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jlvm.core.units.Sectors;

/** The sectors of a file, or of a block device. */
public final class FileStorage implements Storage, AutoCloseable {
  private final FileChannel channel;
  private final Sectors size;

  private FileStorage(FileChannel channel, Sectors size) {
    this.channel = channel;
    this.size = size;
  }

  public static FileStorage open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new FileStorage(channel, Sectors.of(channel.size() / Sectors.BYTES));
  }

  @Override
  public Sectors size() {
    return size;
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    long position = Extent.of(sector, target, size).start() * Sectors.BYTES;
    while (target.hasRemaining()) {
      int count = channel.read(target, position);
      if (count < 0) {
        throw new IOException("file ends at byte " + position);
      }
      position += count;
    }
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    long position = Extent.of(sector, source, size).start() * Sectors.BYTES;
    while (source.hasRemaining()) {
      position += channel.write(source, position);
    }
  }

  @Override
  public void flush() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
