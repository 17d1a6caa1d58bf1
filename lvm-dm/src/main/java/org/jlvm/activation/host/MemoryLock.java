package org.jlvm.activation.host;

import java.util.Optional;
import org.jlvm.activation.live.CriticalSection;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmName;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.jna.Libc;

/**
 * Keeps the whole process in memory while devices are suspended, among which could be the one that
 * holds the JVM, its archive or the classes. What will be done is done once before, on a device
 * that does not exist, so that every class is loaded and every page touched.
 */
public final class MemoryLock implements CriticalSection {
  private final Libc libc;
  private final DeviceMapper driver;
  private int depth;
  private boolean rehearsed;

  public MemoryLock(Libc libc, DeviceMapper driver) {
    this.libc = libc;
    this.driver = driver;
  }

  @Override
  public void enter() {
    if (depth++ > 0) {
      return;
    }
    rehearse();
    libc.mlockall(Libc.MCL_CURRENT | Libc.MCL_FUTURE);
  }

  private void rehearse() {
    if (rehearsed) {
      return;
    }
    rehearsed = true;
    DmName nobody = new DmName("jlvm-rehearsal");
    refused(() -> driver.suspend(nobody, SuspendMode.FLUSH));
    refused(() -> driver.resume(nobody, UdevNotice.NONE));
    refused(() -> driver.rename(nobody, nobody, UdevNotice.NONE));
    refused(() -> driver.clear(nobody));
    refused(() -> driver.remove(nobody, RemoveMode.ONCE, UdevNotice.NONE));
    driver.info(nobody);
  }

  /** The refusal is what is rehearsed: the same way back that a failure would take. */
  private static Optional<DmException> refused(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (DmException e) {
      return Optional.of(e);
    }
  }

  @Override
  public void leave() {
    if (depth > 0 && --depth == 0) {
      libc.munlockall();
    }
  }
}
