package org.jlvm.dm.ioctl;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.dm.DmName;
import org.jlvm.dm.UdevCookie;
import org.jlvm.dm.UdevFlags;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.jna.Libc;
import org.jlvm.dm.jna.SystemSemaphores;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.udev.DeviceNodes;
import org.jlvm.dm.udev.UdevCookies;
import org.jlvm.dm.udev.UdevState;

/** What is told to udev with a request, and the nodes that follow it. */
final class UdevPort {
  private static final int FLAGS_SHIFT = 16;
  private static final int COOKIE_MASK = 0xffff;

  private final Optional<UdevCookies> cookies;
  private final DeviceNodes nodes;

  UdevPort(DriverSettings settings, Libc libc, Map<String, String> environment, Messages messages) {
    SystemSemaphores semaphores = new SystemSemaphores();
    boolean wait =
        UdevState.isWaitedFor(settings.waitForUdev(), environment, messages)
            && semaphores.supported();
    this.cookies =
        wait
            ? Optional.of(new UdevCookies(semaphores, messages, settings.udevLimit()))
            : Optional.empty();
    this.nodes =
        new DeviceNodes(settings.deviceDirectory(), libc, messages, wait && settings.warnOfUdev());
  }

  boolean isWaitedFor() {
    return cookies.isPresent();
  }

  UdevCookie begin() {
    return cookies.isPresent() ? cookies.get().create() : UdevCookie.NONE;
  }

  void settle(UdevCookie cookie) {
    if (cookies.isPresent() && !cookie.isNone()) {
      cookies.get().await(cookie);
    }
    nodes.update();
  }

  Path node(DmName name) {
    return nodes.path(name);
  }

  /** The nodes that are there and that udev has not made. */
  Map<DmName, DeviceNumber> presentNodes() {
    return nodes.present();
  }

  /** Puts flags and cookie into a request and announces its event. */
  void announce(Request request, UdevNotice notice) {
    UdevFlags flags = notice.flags().with(UdevFlags.PRIMARY_SOURCE);
    UdevCookie cookie = notice.cookie();
    if (cookies.isPresent()) {
      if (cookie.isNone()) {
        // nobody waits, so nodes are made here and udev must not interfere
        flags = flags.with(UdevFlags.DISABLE_DM_RULES).with(UdevFlags.DISABLE_SUBSYSTEM_RULES);
      } else {
        cookies.get().increment(cookie);
      }
    }
    request.setEventNumber(flags.bits() << FLAGS_SHIFT | cookie.value() & COOKIE_MASK);
  }

  /** The event that was announced will not come. */
  void withdraw(UdevNotice notice) {
    if (cookies.isPresent() && !notice.cookie().isNone()) {
      cookies.get().complete(notice.cookie());
    }
  }

  void nodeAdded(DmName name, DeviceNumber number, UdevNotice notice) {
    if (nodesAreOurs(notice)) {
      nodes.add(name, number, udevShouldHave(notice));
    }
  }

  void nodeRemoved(DmName name, UdevNotice notice) {
    if (nodesAreOurs(notice)) {
      nodes.remove(name, udevShouldHave(notice));
    }
  }

  private boolean nodesAreOurs(UdevNotice notice) {
    return !notice.flags().contains(UdevFlags.DISABLE_LIBRARY_FALLBACK);
  }

  private static boolean udevShouldHave(UdevNotice notice) {
    return !notice.cookie().isNone() && !notice.flags().contains(UdevFlags.DISABLE_DM_RULES);
  }
}
