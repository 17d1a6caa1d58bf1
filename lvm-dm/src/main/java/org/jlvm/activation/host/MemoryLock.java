package org.jlvm.activation.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.activation.live.CriticalSection;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
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
 *
 * <p>Files that are mapped are brought in whole. Of the JVM's own memory, most of which a command
 * never uses, only what was touched is kept; for what will be, free memory is set aside until the
 * last moment, so that the kernel need not write anything to a disk to find some.
 */
public final class MemoryLock implements CriticalSection {
  private static final Path MAPS = Path.of("/proc/self/maps");

  /** For the JVM, besides what the settings reserve for lvm2. */
  private static final long JVM_RESERVE = 16L << 20;

  private static final long KIB = 1024;

  private final Libc libc;
  private final DeviceMapper driver;
  private final Messages messages;
  private final int memoryKib;
  private final int stackKib;
  private int depth;
  private boolean rehearsed;

  /**
   * @param memoryKib memory that must be free before devices are suspended ({@code
   *     activation/reserved_memory}), KiB
   * @param stackKib {@code activation/reserved_stack}, KiB; as with lvm2, nothing is locked if it
   *     or the other is zero: then no suspended device may hold what this process needs
   */
  public MemoryLock(
      Libc libc, DeviceMapper driver, Messages messages, int memoryKib, int stackKib) {
    this.libc = libc;
    this.driver = driver;
    this.messages = messages;
    this.memoryKib = memoryKib;
    this.stackKib = stackKib;
  }

  @Override
  public void enter() {
    if (depth++ > 0) {
      return;
    }
    rehearse();
    if (memoryKib == 0 || stackKib == 0) {
      messages.debug(
          "Skipping memory locking (reserved memory: "
              + memoryKib * KIB
              + "  stack: "
              + stackKib * KIB
              + ").");
      return;
    }
    messages.show(Level.VERY_VERBOSE, "Locking memory");
    long reserve = JVM_RESERVE + memoryKib * KIB;
    if (libc.mlockall(Libc.MCL_CURRENT | Libc.MCL_FUTURE | Libc.MCL_ONFAULT) < 0
        || !bringInFiles()) {
      libc.mlockall(Libc.MCL_CURRENT | Libc.MCL_FUTURE);
    }
    long memory = libc.takeMemory(reserve);
    if (memory > 0) {
      libc.giveBackMemory(memory, reserve);
    }
  }

  /** Whether every mapped file is in memory. */
  private boolean bringInFiles() {
    byte[] maps;
    try {
      maps = Files.readAllBytes(MAPS);
    } catch (IOException e) {
      return false;
    }
    int at = 0;
    boolean all = true;
    while (at < maps.length) {
      int end = at;
      while (end < maps.length && maps[end] != '\n') {
        end++;
      }
      MappedRange range = MappedRange.of(new String(maps, at, end - at, StandardCharsets.UTF_8));
      if (range.isReadableFile()) {
        all &= libc.madvise(range.from(), range.length(), Libc.MADV_POPULATE_READ) == 0;
      }
      at = end + 1;
    }
    return all;
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
