package org.jlvm.dm.jna;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/** System V semaphores, sets of one; every method returns a negative errno on failure. */
public final class SystemSemaphores {
  private static final int IPC_CREAT = 0x200;
  private static final int IPC_EXCL = 0x400;
  private static final int IPC_RMID = 0;
  private static final int GETVAL = 12;
  private static final int SETVAL = 16;
  private static final int SEM_STAT = 18;
  private static final int SEM_INFO = 19;
  private static final short IPC_NOWAIT = 0x800;
  private static final short SEM_UNDO = 0x1000;
  private static final int SEMBUF_SIZE = 6;
  private static final int TIMESPEC_SIZE = 16;
  private static final int SEMINFO_SIZE = 40;
  // struct semid64_ds of 64-bit kernels: ipc64_perm with the key first, then sem_otime
  private static final int STATUS_SIZE = 104;
  private static final int LAST_OPERATION = 48;

  private final NativeFunctions functions = new NativeFunctions();

  /** Whether the kernel has semaphores. */
  public boolean supported() {
    ByteBuffer info = ByteBuffer.allocateDirect(SEMINFO_SIZE);
    return functions.call("semctl", 0, 0, SEM_INFO, info) >= 0;
  }

  /**
   * One of the kernel's list.
   *
   * @param lastOperation in seconds since 1970; 0 if there was none
   */
  public record Status(int id, int key, long lastOperation) {}

  /** The highest index that {@link #at} may know. */
  public int highestIndex() {
    ByteBuffer info = ByteBuffer.allocateDirect(SEMINFO_SIZE);
    return functions.call("semctl", 0, 0, SEM_INFO, info);
  }

  /** What has this index in the kernel's list; empty if it is free, or not ours to look at. */
  public Optional<Status> at(int index) {
    ByteBuffer status = ByteBuffer.allocateDirect(STATUS_SIZE).order(ByteOrder.nativeOrder());
    int id = functions.call("semctl", index, 0, SEM_STAT, status);
    return id < 0
        ? Optional.empty()
        : Optional.of(new Status(id, status.getInt(0), status.getLong(LAST_OPERATION)));
  }

  /**
   * Makes a semaphore that nobody has, readable and writable for the owner.
   *
   * @return its identifier, or -EEXIST
   */
  public int create(int key) {
    return functions.call("semget", key, 1, IPC_CREAT | IPC_EXCL | 0600);
  }

  public int find(int key) {
    return functions.call("semget", key, 1, 0);
  }

  public int set(int id, int value) {
    return functions.call("semctl", id, 0, SETVAL, (long) value);
  }

  public int value(int id) {
    return functions.call("semctl", id, 0, GETVAL);
  }

  public int increment(int id) {
    return functions.call("semop", id, operation((short) 1, (short) 0), 1L);
  }

  /** Does not wait: -EAGAIN if it is zero already. */
  public int decrement(int id) {
    return functions.call("semop", id, operation((short) -1, IPC_NOWAIT), 1L);
  }

  /** As {@link #increment}; the kernel takes it back when this process ends, in whatever way. */
  public int incrementWhileAlive(int id) {
    return functions.call("semop", id, operation((short) 1, SEM_UNDO), 1L);
  }

  /** Takes back what {@link #incrementWhileAlive} has added; does not wait. */
  public int decrementWhileAlive(int id) {
    return functions.call("semop", id, operation((short) -1, (short) (IPC_NOWAIT | SEM_UNDO)), 1L);
  }

  /** -EAGAIN if it was not zero in time, -EIDRM if it was removed, -EINTR after a signal. */
  public int awaitZero(int id, Duration limit) {
    ByteBuffer timespec = ByteBuffer.allocateDirect(TIMESPEC_SIZE).order(ByteOrder.nativeOrder());
    timespec.putLong(0, limit.toSeconds()).putLong(Long.BYTES, limit.toNanosPart());
    return functions.call("semtimedop", id, operation((short) 0, (short) 0), 1L, timespec);
  }

  public int remove(int id) {
    return functions.call("semctl", id, 0, IPC_RMID, 0L);
  }

  private static ByteBuffer operation(short change, short flags) {
    ByteBuffer sembuf = ByteBuffer.allocateDirect(SEMBUF_SIZE).order(ByteOrder.nativeOrder());
    return sembuf.putShort(0, (short) 0).putShort(2, change).putShort(4, flags);
  }
}
