package org.jlvm.dm.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmName;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.user.MemoryStorage;
import org.jlvm.dm.user.Storage;
import org.jlvm.dm.user.UserDeviceMapper;
import org.jlvm.dm.user.UserHandle;

/** Device-mapper in Java over disks in memory. */
final class UserWorld implements World {
  private final UserDeviceMapper mapper = new UserDeviceMapper(Path.of("/none"));
  private final List<Storage> disks = new ArrayList<>();
  private final Map<DmName, UserHandle> opened = new HashMap<>();

  UserWorld() {
    for (int i = 0; i < DISKS; i++) {
      disks.add(new MemoryStorage(Sectors.of(DISK_SECTORS)));
      mapper.attach(disks.get(i));
    }
    mapper.holdWork(true);
  }

  @Override
  public DeviceMapper mapper() {
    return mapper;
  }

  @Override
  public DeviceNumber disk(int index) {
    return new DeviceNumber(7, index);
  }

  @Override
  public byte[] read(Optional<DmName> device, int disk, long sector, int length)
      throws IOException {
    ByteBuffer data = ByteBuffer.allocate(length);
    if (device.isEmpty()) {
      disks.get(disk).read(sector, data);
      return data.array();
    }
    try (UserHandle handle = mapper.open(device.get())) {
      handle.read(sector, data);
    }
    return data.array();
  }

  @Override
  public void write(Optional<DmName> device, int disk, long sector, byte[] data)
      throws IOException {
    if (device.isEmpty()) {
      disks.get(disk).write(sector, ByteBuffer.wrap(data));
      return;
    }
    try (UserHandle handle = mapper.open(device.get())) {
      handle.write(sector, ByteBuffer.wrap(data));
    }
  }

  @Override
  public void open(DmName name) {
    opened.put(name, mapper.open(name));
  }

  @Override
  public void closeOpened(DmName name) {
    opened.remove(name).close();
  }

  @Override
  public void awaitWork(DmName name) throws IOException {
    boolean more = true;
    while (more) {
      more = mapper.work(name);
    }
  }

  @Override
  public void close() {
    mapper.close();
  }
}
