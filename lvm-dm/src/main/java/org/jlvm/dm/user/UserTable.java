package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.StatusLine;
import org.jlvm.dm.table.TargetLine;

/**
 * A table with the targets that serve its lines.
 *
 * @param owner the device whose table it is
 * @param users devices among those of the table that count who has them open
 */
record UserTable(
    UserDevice owner,
    DmTable table,
    List<UserTarget> targets,
    Set<UserDevice> users,
    boolean readOnly) {
  private interface Access {
    void run(UserTarget target, long sector, ByteBuffer buffer) throws IOException;
  }

  UserTable {
    targets = List.copyOf(targets);
    users = Set.copyOf(users);
  }

  /** As the targets see it now: a snapshot's chunk size is its store's. */
  DmTable current() {
    List<TargetLine> lines = new ArrayList<>(targets.size());
    for (int i = 0; i < targets.size(); i++) {
      TargetLine line = table.lines().get(i);
      lines.add(new TargetLine(line.start(), line.length(), targets.get(i).params()));
    }
    return new DmTable(lines);
  }

  Sectors size() {
    return table.size();
  }

  void read(long sector, ByteBuffer target) throws IOException {
    each(sector, target, UserTarget::read);
  }

  void write(long sector, ByteBuffer source) throws IOException {
    if (readOnly) {
      throw new IOException("device is read-only");
    }
    each(sector, source, UserTarget::write);
  }

  void flush() throws IOException {
    for (UserTarget target : targets) {
      target.flush();
    }
  }

  private void each(long sector, ByteBuffer buffer, Access access) throws IOException {
    long at = Extent.of(sector, buffer, size()).start();
    for (int i = 0; i < targets.size() && buffer.hasRemaining(); i++) {
      TargetLine line = table.lines().get(i);
      if (at < line.end().count()) {
        long left = buffer.remaining() / Sectors.BYTES;
        long count = Math.min(left, line.end().count() - at);
        ByteBuffer piece = Pieces.take(buffer, count);
        access.run(targets.get(i), at - line.start().count(), piece);
        at += count;
      }
    }
  }

  List<StatusLine> status() {
    List<StatusLine> lines = new ArrayList<>(targets.size());
    for (int i = 0; i < targets.size(); i++) {
      TargetLine line = table.lines().get(i);
      String type = line.params().targetType();
      lines.add(new StatusLine(line.start(), line.length(), type, targets.get(i).status()));
    }
    return lines;
  }

  void suspend() throws IOException {
    for (UserTarget target : targets) {
      target.suspend();
    }
  }

  void prepareResume() throws RefusedException {
    for (UserTarget target : targets) {
      target.prepareResume();
    }
  }

  void resume() throws RefusedException, IOException {
    for (UserTarget target : targets) {
      target.resume();
    }
  }

  /** Does all that the targets would do on their own. */
  void workToTheEnd() throws IOException {
    for (UserTarget target : targets) {
      boolean more = true;
      while (more) {
        more = target.work();
      }
    }
  }

  long events() {
    long events = 0;
    for (UserTarget target : targets) {
      events += target.events();
    }
    return events;
  }

  /** Nothing uses it any more. */
  void retire() {
    for (UserTarget target : targets) {
      target.retire();
    }
    for (UserDevice user : users) {
      user.releasedBy(owner);
    }
  }
}
