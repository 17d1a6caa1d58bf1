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
 * use; one that fails is left out from then on. The metadata devices are not written.
 */
final class RaidTarget implements UserTarget {
  private static final int COPIED_SECTORS = 64;
  private static final int SECTOR_BYTES = 512;

  /** Does something with a member. */
  @FunctionalInterface
  private interface Access {
    void to(Storage member) throws IOException;
  }

  private final RaidParams params;
  private final List<Optional<Storage>> members;
  private final long length;
  private final boolean[] dead;
  private boolean filled;
  private long events;

  /**
   * @param members data devices, absent ones missing
   * @param length sectors
   */
  RaidTarget(RaidParams params, List<Optional<Storage>> members, long length) {
    this.params = params;
    this.members = List.copyOf(members);
    this.length = length;
    dead = new boolean[members.size()];
  }

  @Override
  public RaidParams params() {
    return params;
  }

  @Override
  public synchronized void resume() throws IOException {
    int source = source();
    filled = source >= 0;
    if (source < 0 || has(RaidOption.Key.NOSYNC, source)) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(COPIED_SECTORS * SECTOR_BYTES);
    for (long sector = 0; sector < length; sector += COPIED_SECTORS) {
      buffer.clear();
      buffer.limit((int) Math.min(COPIED_SECTORS, length - sector) * SECTOR_BYTES);
      members.get(source).orElseThrow().read(sector, buffer);
      buffer.flip();
      long start = sector;
      for (int i = 0; i < members.size(); i++) {
        if (i != source && isAlive(i)) {
          attempt(i, member -> member.write(start, buffer.duplicate()));
        }
      }
    }
  }

  private boolean isAlive(int member) {
    return members.get(member).isPresent() && !dead[member];
  }

  /** Whether it worked; if not, the member is dead. */
  private boolean attempt(int member, Access access) {
    try {
      access.to(members.get(member).orElseThrow());
      return true;
    } catch (IOException e) {
      dead[member] = true;
      events++;
      return false;
    }
  }

  private void toAll(Access access) throws IOException {
    boolean done = false;
    for (int i = 0; i < members.size(); i++) {
      done |= isAlive(i) && attempt(i, access);
    }
    if (!done) {
      throw new IOException("no member of the array is there");
    }
  }

  /** The first member whose data count; negative if there is none. */
  private int source() {
    for (int i = 0; i < members.size(); i++) {
      if (isAlive(i) && (filled || !has(RaidOption.Key.REBUILD, i))) {
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
  public synchronized void read(long sector, ByteBuffer target) throws IOException {
    for (int source = source(); source >= 0; source = source()) {
      if (attempt(source, member -> member.read(sector, target.duplicate()))) {
        target.position(target.limit());
        return;
      }
    }
    throw new IOException("no member of the array is there");
  }

  @Override
  public synchronized void write(long sector, ByteBuffer source) throws IOException {
    toAll(member -> member.write(sector, source.duplicate()));
  }

  @Override
  public synchronized void flush() throws IOException {
    toAll(Storage::flush);
  }

  @Override
  public synchronized long events() {
    return events;
  }

  @Override
  public synchronized TargetStatus status() {
    StringBuilder health = new StringBuilder();
    for (int i = 0; i < members.size(); i++) {
      health.append(isAlive(i) ? 'A' : 'D');
    }
    return new RaidStatus(
        params.level(),
        members.size(),
        health.toString(),
        new Ratio(length, length),
        Optional.of("idle"),
        OptionalLong.of(0),
        OptionalLong.of(0),
        Optional.of("-"));
  }
}
