package org.jlvm.dm.scenario;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.RecordedMessages;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.ioctl.DriverSettings;
import org.jlvm.dm.ioctl.IoctlDeviceMapper;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.MirrorStatus;
import org.jlvm.dm.table.RaidStatus;
import org.jlvm.dm.table.SnapshotStatus;
import org.jlvm.dm.table.StatusLine;

/** The kernel's device-mapper over the loop devices of the virtual machine. */
final class KernelWorld implements World {
  private static final int CHUNK = 1 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final IoctlDeviceMapper mapper =
      IoctlDeviceMapper.open(DriverSettings.DEFAULT, Map.of(), new RecordedMessages());
  private final Map<DmName, FileChannel> opened = new HashMap<>();

  KernelWorld() throws IOException {
    for (String type : List.of("snapshot", "mirror", "raid", "zero")) {
      mapper.target(type);
    }
    for (int disk = 0; disk < DISKS; disk++) {
      for (long at = 0; at < EMPTY_SECTORS; at += CHUNK / 512) {
        write(Optional.empty(), disk, at, new byte[CHUNK]);
      }
    }
  }

  @Override
  public DeviceMapper mapper() {
    return mapper;
  }

  @Override
  public DeviceNumber disk(int index) {
    return new DeviceNumber(7, index);
  }

  private Path node(Optional<DmName> device, int disk) {
    // nodes that the kernel makes itself are there while a device is suspended, too
    return device
        .map(name -> Path.of("/dev/dm-" + mapper.info(name).orElseThrow().number().minor()))
        .orElse(Path.of("/dev/loop" + disk));
  }

  @Override
  public byte[] read(Optional<DmName> device, int disk, long sector, int length)
      throws IOException {
    ByteBuffer data = aligned(length);
    try (FileChannel channel =
        FileChannel.open(node(device, disk), StandardOpenOption.READ, ExtendedOpenOption.DIRECT)) {
      while (data.hasRemaining() && channel.read(data, sector * 512 + data.position()) > 0) {
        continue;
      }
    }
    if (data.hasRemaining()) {
      throw new IOException("short read");
    }
    byte[] bytes = new byte[length];
    data.flip().get(bytes);
    return bytes;
  }

  @Override
  public void write(Optional<DmName> device, int disk, long sector, byte[] data)
      throws IOException {
    ByteBuffer buffer = aligned(data.length).put(data).flip();
    try (FileChannel channel =
        FileChannel.open(node(device, disk), StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT)) {
      while (buffer.hasRemaining()) {
        channel.write(buffer, sector * 512 + buffer.position());
      }
    }
  }

  private static ByteBuffer aligned(int length) {
    return ByteBuffer.allocateDirect(length + BLOCK).alignedSlice(BLOCK).limit(length);
  }

  @Override
  public void open(DmName name) throws IOException {
    opened.put(name, FileChannel.open(node(Optional.of(name), 0), StandardOpenOption.READ));
  }

  @Override
  public void closeOpened(DmName name) throws IOException {
    opened.remove(name).close();
    // the kernel removes in its own time
    long end = System.nanoTime() + LIMIT.toNanos();
    while (mapper.info(name).map(DmInfo::deferredRemove).orElse(false)) {
      if (System.nanoTime() > end) {
        throw new IOException(name + " is not removed");
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void awaitWork(DmName name) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      long events = mapper.info(name).orElseThrow().eventNumber();
      if (isDone(mapper.status(name, QueryMode.ACTIVE).orElseThrow())) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IOException("work of " + name + " does not end");
      }
      mapper.awaitEvent(name, events, LOOK_AGAIN); // some targets end their work without one
    }
  }

  private static boolean isDone(StatusReport report) {
    for (StatusLine line : report.lines()) {
      boolean done = true;
      if (line.status() instanceof MirrorStatus mirror) {
        done = mirror.regions().complete();
      } else if (line.status() instanceof RaidStatus raid) {
        done = raid.synced().complete();
      } else if (line.status() instanceof SnapshotStatus snapshot) {
        done = !line.targetType().equals("snapshot-merge") || snapshot.merged();
      }
      if (!done) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : opened.values()) {
      channel.close();
    }
    boolean again = true;
    for (int round = 0; again && round < 10; round++) {
      again = false;
      for (DmListEntry entry : mapper.list()) {
        again = true;
        try {
          mapper.clear(entry.name());
          if (mapper.info(entry.name()).orElseThrow().suspended()) {
            mapper.resume(entry.name(), UdevNotice.NONE);
          }
          mapper.remove(entry.name(), RemoveMode.ONCE, UdevNotice.NONE);
        } catch (DmException e) {
          if (!e.is(Errno.EBUSY) && !e.is(Errno.EINVAL)) {
            throw e;
          }
        }
      }
    }
    mapper.settle(mapper.beginChanges());
    mapper.close();
  }
}
