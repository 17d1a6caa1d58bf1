package org.jlvm.dm.udev;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jlvm.core.message.Messages;
import org.jlvm.dm.DmException;
import org.jlvm.dm.Errno;
import org.jlvm.dm.UdevCookie;
import org.jlvm.dm.jna.SystemSemaphores;

/**
 * The semaphores with which udev's rules say that they are done. A cookie is the key of one: it
 * begins at 1, each change of a device adds 1 and the rules (or dmsetup udevcomplete) take 1 away;
 * who waits takes away the first and waits for zero. Upper half of the key: DM_COOKIE_MAGIC of
 * libdevmapper.h.
 */
public final class UdevCookies {
  private static final int MAGIC = 0x0D4D;
  private static final int BASE_MASK = 0xffff;
  private static final int ATTEMPTS = 1000;

  /** Between the last event and the removal by who waits. */
  private static final long REMOVAL_SECONDS = 2;

  private final SystemSemaphores semaphores;
  private final Messages messages;
  private final Duration limit;
  // only to seldom meet a key that is taken; a secure source would cost more than the command
  private final Random random = new Random(System.nanoTime());

  /**
   * @param limit how long rules may take before they are given up
   */
  public UdevCookies(SystemSemaphores semaphores, Messages messages, Duration limit) {
    this.semaphores = semaphores;
    this.messages = messages;
    this.limit = limit;
  }

  /**
   * Makes a cookie that no one uses. That it begins at 1 the kernel takes back if this process is
   * killed: at zero it is known to be abandoned.
   */
  public UdevCookie create() {
    removeAbandoned(System.currentTimeMillis() / 1000);
    for (int i = 0; i < ATTEMPTS; i++) {
      int base = random.nextInt(BASE_MASK) + 1;
      int key = MAGIC << 16 | base;
      int id = semaphores.create(key);
      if (id >= 0) {
        check(semaphores.incrementWhileAlive(id), "initialise", key);
        messages.debug(text("Udev cookie ", key, " created"));
        return new UdevCookie(key);
      }
      if (-id == Errno.ENOSPC.number()) {
        throw DmException.unavailable(
            "Limit for the maximum number of semaphores reached. You can check and set the limits"
                + " in /proc/sys/kernel/sem.");
      }
      if (-id != Errno.EEXIST.number()) {
        check(id, "create", key);
      }
    }
    throw DmException.unavailable("Failed to create notification semaphore: all keys are in use.");
  }

  /**
   * Removes cookies of commands that were killed: all events have come, and nobody waits.
   *
   * @param now in seconds since 1970
   */
  void removeAbandoned(long now) {
    int highest = semaphores.highestIndex();
    for (int i = 0; i <= highest; i++) {
      Optional<SystemSemaphores.Status> found = semaphores.at(i);
      if (found.isPresent() && isAbandoned(found.get(), now)) {
        messages.debug(text("Udev cookie ", found.get().key(), " was abandoned"));
        semaphores.remove(found.get().id());
      }
    }
  }

  private boolean isAbandoned(SystemSemaphores.Status status, long now) {
    return status.key() >>> 16 == MAGIC
        && status.lastOperation() > 0
        && status.lastOperation() + REMOVAL_SECONDS < now
        && semaphores.value(status.id()) == 0;
  }

  /** One more event is to be waited for. */
  public void increment(UdevCookie cookie) {
    int id = check(semaphores.find(cookie.value()), "access", cookie.value());
    check(semaphores.increment(id), "increment", cookie.value());
  }

  /** An event that was announced does not come, or is done. */
  public void complete(UdevCookie cookie) {
    int id = check(semaphores.find(cookie.value()), "access", cookie.value());
    check(semaphores.decrement(id), "decrement", cookie.value());
  }

  /**
   * Waits for all events and removes the semaphore, whatever happens.
   *
   * @return false if they did not come in time, which has been said then
   */
  public boolean await(UdevCookie cookie) {
    int key = cookie.value();
    int id = semaphores.find(key);
    if (-id == Errno.ENOENT.number()) {
      messages.debug(text("Udev cookie ", key, " is gone already"));
      return true;
    }
    check(id, "access", key);
    int result = semaphores.decrementWhileAlive(id);
    if (result >= 0) {
      result = awaitZero(id);
    }
    if (-result == Errno.EIDRM.number()) {
      return true;
    }
    semaphores.remove(id);
    if (-result == Errno.EAGAIN.number()) {
      messages.warn(
          text("WARNING: udev did not complete its rules for cookie ", key, " within ")
              + limit.toSeconds()
              + " seconds, going on without.");
      return false;
    }
    check(result, "wait for", key);
    messages.debug(text("Udev cookie ", key, " done"));
    return true;
  }

  private int awaitZero(int id) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      int result = semaphores.awaitZero(id, rest);
      // the virtual machine's own signals interrupt the wait
      if (-result != Errno.EINTR.number()) {
        return result;
      }
    }
  }

  private static int check(int result, String doing, int key) {
    if (result < 0) {
      String reason = new Errno(-result).text();
      throw DmException.unavailable(
          text(
                  "Failed to " + doing + " notification semaphore identified by cookie value ",
                  key,
                  "")
              + ": "
              + reason);
    }
    return result;
  }

  private static String text(String before, int key, String after) {
    return before + "0x" + Integer.toHexString(key) + after;
  }
}
