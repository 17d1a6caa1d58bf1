package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.dm.table.RaidParams;
import org.jlvm.dm.table.RaidStatus;
import org.jlvm.dm.table.Ratio;
import org.jlvm.dm.table.TargetStatus;

/**
 * Level raid1 of target raid, as far as activating it needs: writes go to all members, and it is in
 * sync from the beginning. The metadata devices are not written.
 *
 * @param members data devices, absent ones missing
 * @param length sectors
 */
record RaidTarget(RaidParams params, List<Optional<Storage>> members, long length)
    implements UserTarget {
  RaidTarget {
    members = List.copyOf(members);
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    for (Optional<Storage> member : members) {
      if (member.isPresent()) {
        member.get().read(sector, target);
        return;
      }
    }
    throw new IOException("no member of the array is there");
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
