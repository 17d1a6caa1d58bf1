package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.dm.table.RaidOption;
import org.jlvm.dm.table.RaidParams;
import org.jlvm.dm.table.RaidStatus;
import org.jlvm.dm.table.Ratio;
import org.jlvm.dm.table.TargetStatus;

/**
 * Level raid1 of target raid: writes go to all members, which are made the same when it is put in
 * use. The metadata devices are not written.
 *
 * @param members data devices, absent ones missing
 * @param length sectors
 */
record RaidTarget(RaidParams params, List<Optional<Storage>> members, long length)
    implements UserTarget {
  private static final int COPIED_SECTORS = 64;
  private static final int SECTOR_BYTES = 512;

  RaidTarget {
    members = List.copyOf(members);
  }

  @Override
  public void resume() throws IOException {
    int source = source();
    if (source < 0 || has(RaidOption.Key.NOSYNC, source)) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(COPIED_SECTORS * SECTOR_BYTES);
    for (long sector = 0; sector < length; sector += COPIED_SECTORS) {
      buffer.clear();
      buffer.limit((int) Math.min(COPIED_SECTORS, length - sector) * SECTOR_BYTES);
      members.get(source).orElseThrow().read(sector, buffer);
      buffer.flip();
      for (int i = 0; i < members.size(); i++) {
        if (i != source && members.get(i).isPresent()) {
          fill(members.get(i).get(), sector, buffer.duplicate());
        }
      }
    }
  }

  private static void fill(Storage member, long sector, ByteBuffer data) {
    try {
      member.write(sector, data);
    } catch (IOException e) {
      // The others serve without it.
    }
  }

  /** The first member whose data count; negative if there is none. */
  private int source() {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).isPresent() && !has(RaidOption.Key.REBUILD, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean has(RaidOption.Key key, int member) {
    for (RaidOption option : params.options()) {
      if (option.key() == key && option.value().orElse(member) == member) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    int source = source();
    if (source < 0) {
      throw new IOException("no member of the array is there");
    }
    members.get(source).orElseThrow().read(sector, target);
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    for (Optional<Storage> member : members) {
      if (member.isPresent()) {
        member.get().write(sector, source.duplicate());
      }
    }
  }

  @Override
  public void flush() throws IOException {
    for (Optional<Storage> member : members) {
      if (member.isPresent()) {
        member.get().flush();
      }
    }
  }

  @Override
  public TargetStatus status() {
    StringBuilder health = new StringBuilder();
    for (Optional<Storage> member : members) {
      health.append(member.isPresent() ? 'A' : 'D');
    }
    return new RaidStatus(
        params.level(),
        health.toString(),
        new Ratio(length, length),
        Optional.of("idle"),
        OptionalLong.of(0),
        OptionalLong.of(0),
        Optional.of("-"));
  }
}
