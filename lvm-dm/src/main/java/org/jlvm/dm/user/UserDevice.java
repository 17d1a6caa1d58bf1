package org.jlvm.dm.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.DeviceNumber;

/**
 * One device: its names, its two tables, and the gate that accesses pass. While it is suspended
 * they wait there; suspending waits until none is under way.
 */
final class UserDevice implements Storage {
  private final DeviceNumber number;
  private final Duration patience;
  private DmName name;
  private Optional<DmUuid> uuid;
  private Optional<UserTable> active = Optional.empty();
  private Optional<UserTable> inactive = Optional.empty();
  private final List<UserDevice> holders = new ArrayList<>();
  private int handles;
  private long pastEvents;
  private boolean deferredRemove;

  private boolean suspended;
  private int underWay;

  /**
   * @param patience how long an access waits for a suspended device before it is taken as stuck
   */
  UserDevice(DmName name, Optional<DmUuid> uuid, DeviceNumber number, Duration patience) {
    this.name = name;
    this.uuid = uuid;
    this.number = number;
    this.patience = patience;
  }

  DeviceNumber number() {
    return number;
  }

  synchronized DmName name() {
    return name;
  }

  synchronized void setName(DmName name) {
    this.name = name;
  }

  synchronized Optional<DmUuid> uuid() {
    return uuid;
  }

  synchronized void setUuid(DmUuid uuid) {
    this.uuid = Optional.of(uuid);
  }

  synchronized Optional<UserTable> active() {
    return active;
  }

  synchronized Optional<UserTable> inactive() {
    return inactive;
  }

  synchronized void setInactive(Optional<UserTable> table) {
    inactive = table;
  }

  /** Handles, and devices whose tables use it, however many of their tables do. */
  synchronized int openCount() {
    return handles + new HashSet<>(holders).size();
  }

  synchronized void opened() {
    handles++;
  }

  synchronized void closed() {
    handles--;
  }

  synchronized void heldBy(UserDevice owner) {
    holders.add(owner);
  }

  synchronized void releasedBy(UserDevice owner) {
    holders.remove(owner);
  }

  synchronized void removeWhenClosed() {
    deferredRemove = true;
  }

  synchronized boolean isToGo() {
    return deferredRemove && openCount() == 0;
  }

  synchronized boolean suspended() {
    return suspended;
  }

  /** Puts the inactive table in use and returns the one it takes the place of. */
  synchronized Optional<UserTable> swapTables() {
    if (inactive.isEmpty()) {
      return Optional.empty();
    }
    Optional<UserTable> old = active;
    pastEvents += old.map(UserTable::events).orElse(0L);
    active = inactive;
    inactive = Optional.empty();
    return old;
  }

  synchronized void suspend() {
    suspended = true;
    try {
      while (underWay > 0) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void resume() {
    suspended = false;
    notifyAll();
  }

  private synchronized UserTable enter() throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (suspended) {
      long rest = (end - System.nanoTime()) / 1_000_000;
      if (rest <= 0) {
        throw new IOException("access to suspended device " + name + " waited too long");
      }
      try {
        wait(rest);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for suspended device " + name, e);
      }
    }
    if (active.isEmpty()) {
      throw new IOException("device " + name + " has no table");
    }
    underWay++;
    return active.get();
  }

  private synchronized void leave() {
    underWay--;
    notifyAll();
  }

  @Override
  public synchronized Sectors size() {
    return active.isPresent() ? active.get().size() : Sectors.ZERO;
  }

  @Override
  public void read(long sector, ByteBuffer target) throws IOException {
    UserTable table = enter();
    try {
      table.read(sector, target);
    } finally {
      leave();
    }
  }

  @Override
  public void write(long sector, ByteBuffer source) throws IOException {
    UserTable table = enter();
    try {
      table.write(sector, source);
    } finally {
      leave();
    }
  }

  @Override
  public void flush() throws IOException {
    UserTable table = enter();
    try {
      table.flush();
    } finally {
      leave();
    }
  }

  synchronized DmInfo info() {
    return new DmInfo(
        name,
        uuid,
        number,
        openCount(),
        pastEvents + active.map(UserTable::events).orElse(0L),
        active.map(table -> table.table().lines().size()).orElse(0),
        suspended,
        active.isPresent() && active.get().readOnly(),
        active.isPresent(),
        inactive.isPresent(),
        deferredRemove,
        false);
  }
}
