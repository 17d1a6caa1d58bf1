package org.jlvm.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceRef;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.user.UserDeviceMapper;
import org.jlvm.dm.user.UserHandle;

/**
 * Keeps a device open, as a mounted file system does, and writes and reads it: a block of a known
 * stamp each time it gets a turn and would not have to wait. Knows what must be on the device.
 */
final class VolumeUser {
  private static final Sectors BLOCK = Sectors.of(8);

  private final UserDeviceMapper mapper;
  private final DeviceRef device;
  private final Optional<DmUuid> uuid;
  private final UserHandle handle;
  private final Random random;
  private final List<Long> stamps = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private List<Long> frozen = List.of();
  private long turns;

  private VolumeUser(UserDeviceMapper mapper, DmName name, Random random) {
    this.mapper = mapper;
    DmInfo info = mapper.info(name).orElseThrow();
    device = new DeviceRef.Numbered(info.number(), Optional.empty());
    uuid = info.uuid();
    handle = mapper.open(device);
    this.random = random;
  }

  /** Opens a device and fills it. */
  VolumeUser(UserDeviceMapper mapper, DmName name, long seed) {
    this(mapper, name, new Random(seed));
    long blocks = handle.size().count() / BLOCK.count();
    for (int i = 0; i < blocks; i++) {
      stamps.add(0L);
      write(i);
    }
  }

  /** The same user with the device opened anew. */
  VolumeUser reopen(DmName name) {
    VolumeUser again = new VolumeUser(mapper, name, random);
    again.stamps.addAll(stamps);
    again.turns = turns;
    return again;
  }

  /** What the device is known by, whatever its name. */
  Optional<DmUuid> uuid() {
    return uuid;
  }

  /** A turn, before a change of some device. */
  void before(String command, String what) {
    if (isAccessible(device)) {
      write(random.nextInt(stamps.size()));
      check(handle, random.nextInt(stamps.size()), stamps);
    }
    if (command.equals("suspend") && what.contains(number().toString())) {
      frozen = List.copyOf(stamps);
    }
  }

  private DeviceNumber number() {
    return ((DeviceRef.Numbered) device).number();
  }

  private boolean isAccessible(DeviceRef ref) {
    Optional<DmInfo> info = mapper.info(ref);
    if (info.isEmpty()) {
      return true; // a disk
    }
    if (info.get().suspended() || !info.get().activeTable()) {
      return false;
    }
    for (DeviceNumber below : mapper.dependencies(ref, QueryMode.ACTIVE_NO_FLUSH)) {
      if (!isAccessible(new DeviceRef.Numbered(below, Optional.empty()))) {
        return false;
      }
    }
    return true;
  }

  private void write(int block) {
    turns++;
    ByteBuffer data = ByteBuffer.allocate((int) BLOCK.toBytes().count());
    data.putLong(block).putLong(turns).putLong(data.capacity() - 8, turns).rewind();
    try {
      handle.write(block * BLOCK.count(), data);
      stamps.set(block, turns);
    } catch (IOException e) {
      errors.add("write of block " + block + ": " + e.getMessage());
    }
  }

  private void check(UserHandle from, int block, List<Long> expected) {
    ByteBuffer data = ByteBuffer.allocate((int) BLOCK.toBytes().count());
    try {
      from.read(block * BLOCK.count(), data);
      data.rewind();
      long stored = data.getLong();
      long stamp = data.getLong();
      if (stored != block
          || stamp != expected.get(block)
          || data.getLong(data.capacity() - 8) != stamp) {
        errors.add("block " + block + ": " + expected.get(block) + " expected, is " + stamp);
      }
    } catch (IOException e) {
      errors.add("read of block " + block + ": " + e.getMessage());
    }
  }

  /** Everything that was written is there, and no access has failed. */
  void verify() {
    verify(handle, stamps);
  }

  /** What the device held when it was last suspended is what another one holds. */
  void verifyFrozen(DmName snapshot) {
    assertThat(frozen).isNotEmpty();
    try (UserHandle other = mapper.open(snapshot)) {
      verify(other, frozen);
    }
  }

  private void verify(UserHandle from, List<Long> expected) {
    for (int i = 0; i < expected.size(); i++) {
      check(from, i, expected);
    }
    assertThat(errors).isEmpty();
  }

  void close() {
    handle.close();
  }
}
