package org.jlvm.core.engine.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.core.engine.store.FileWriter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.VgName;

/**
 * The locks of one command: the global one ({@code P_global}) before any group's ({@code V_NAME}),
 * groups in alphabetical order where several are held, as lvm2. Closing gives all back.
 */
public final class Locks implements AutoCloseable {
  private static final String GLOBAL = "P_global";
  private static final String GLOBAL_RESOURCE = "#global";
  private static final String VG_PREFIX = "V_";
  private static final String AUXILIARY_SUFFIX = ":aux";
  private static final String NO_LOCKING = "File locking initialisation failed.";

  private final Path directory;
  private final FileLocker locker;
  private final LockPolicy policy;
  private final Messages messages;
  private final boolean directoryUsable;
  private final Map<String, Taken> taken = new HashMap<>();
  private final List<Runnable> whenExclusive = new ArrayList<>();

  /** A lock that is held; closing gives it back. */
  public interface Lock extends AutoCloseable {
    @Override
    void close();
  }

  private record Taken(LockMode mode, Optional<FileLocker.Held> held, int[] depth) {}

  /**
   * Prepares the locking directory.
   *
   * @throws FailedException if it cannot be made or written, unless the policy allows that
   */
  public Locks(Path directory, FileLocker locker, LockPolicy policy, Messages messages) {
    this.directory = directory;
    this.locker = locker;
    this.policy = policy;
    this.messages = messages;
    directoryUsable = policy.noLocking() || prepare();
  }

  private boolean prepare() {
    Optional<String> obstacle = obstacle();
    if (obstacle.isEmpty()) {
      return true;
    }
    if (policy.sysinit()) {
      return false;
    }
    if (!obstacle.get().isEmpty()) {
      messages.error(obstacle.get());
    }
    if (policy.ignoreFailure()) {
      messages.error(NO_LOCKING);
      return false;
    }
    throw new FailedException(NO_LOCKING);
  }

  /** Why the directory cannot be used; an empty text where lvm2 says no more. */
  private Optional<String> obstacle() {
    try {
      FileWriter.prepareDirectory(directory);
      return FileWriter.isOnReadOnlyFileSystem(directory) ? Optional.of("") : Optional.empty();
    } catch (FailedException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * Takes the lock of a group. Taking one that is held already in the same or a stronger mode only
   * counts.
   *
   * @throws FailedException if it is refused or held by another and not to be waited for
   */
  public Lock lockVg(VgName name, LockMode mode) {
    return lock(VG_PREFIX + name, name.value(), mode, false);
  }

  /** As {@link #lockVg} for a command that only activates, which read-only start-up may do. */
  public Lock lockVgForActivation(VgName name) {
    return lock(VG_PREFIX + name, name.value(), LockMode.EXCLUSIVE, true);
  }

  /** Takes the lock that guards the list of groups, orphan PVs and the devices file. */
  public Lock lockGlobal(LockMode mode) {
    Lock lock = lock(GLOBAL, GLOBAL_RESOURCE, mode, false);
    if (mode == LockMode.EXCLUSIVE) {
      for (Runnable action : whenExclusive) {
        action.run();
      }
    }
    return lock;
  }

  /** Has something done whenever the global lock was taken to change things. */
  public void whenGlobalIsExclusive(Runnable action) {
    whenExclusive.add(action);
  }

  /**
   * Makes the global lock exclusive, whether it is held shared or not at all. Where it was shared,
   * others may get it in between.
   */
  public Lock convertGlobalToExclusive() {
    Taken before = taken.get(GLOBAL);
    if (before != null && before.mode() == LockMode.SHARED) {
      taken.remove(GLOBAL);
      before.held().ifPresent(FileLocker.Held::close);
    }
    return lockGlobal(LockMode.EXCLUSIVE);
  }

  /**
   * As {@link #lockGlobal}, without waiting: for taking it again while a group's lock is held,
   * which is not the usual order.
   *
   * @return empty if another holds it
   */
  public Optional<Lock> tryLockGlobal(LockMode mode) {
    if (policy.blocking() && taken.get(GLOBAL) == null && needsFile(mode, false, GLOBAL_RESOURCE)) {
      Optional<FileLocker.Held> held = locker.lock(directory.resolve(GLOBAL), mode, false);
      if (held.isEmpty() || !held.get().isCurrent()) {
        held.ifPresent(FileLocker.Held::close);
        return Optional.empty();
      }
      taken.put(GLOBAL, new Taken(mode, held, new int[] {1}));
      return Optional.of(() -> unlock(GLOBAL));
    }
    return Optional.of(lockGlobal(mode));
  }

  /** Takes the lock of a devices file. */
  public Lock lockDevicesFile(String name, LockMode mode) {
    return lock("D_" + name, name, mode, false);
  }

  /** Gives a group's lock back while something long is done, and then takes it again. */
  public <T> T whileReleased(VgName name, Supplier<T> work) {
    String file = VG_PREFIX + name;
    Taken before = taken.get(file);
    if (before == null || before.held().isEmpty()) {
      return work.get();
    }
    before.held().get().close();
    taken.put(file, new Taken(before.mode(), Optional.empty(), before.depth()));
    try {
      return work.get();
    } finally {
      FileLocker.Held again = take(directory.resolve(file), before.mode(), name.value());
      taken.put(file, new Taken(before.mode(), Optional.of(again), before.depth()));
    }
  }

  public boolean holdsGlobal() {
    return taken.containsKey(GLOBAL);
  }

  public boolean holdsVg(VgName name) {
    return taken.containsKey(VG_PREFIX + name);
  }

  private Lock lock(String fileName, String resource, LockMode mode, boolean activating) {
    Taken before = taken.get(fileName);
    if (before != null && (before.mode() == LockMode.EXCLUSIVE || mode == LockMode.SHARED)) {
      before.depth()[0]++;
      return () -> unlock(fileName);
    }
    if (before != null) {
      throw new IllegalStateException("lock " + resource + " is held shared");
    }
    Optional<FileLocker.Held> held = Optional.empty();
    if (needsFile(mode, activating, resource)) {
      held = Optional.of(take(directory.resolve(fileName), mode, resource));
    }
    taken.put(fileName, new Taken(mode, held, new int[] {1}));
    return () -> unlock(fileName);
  }

  private boolean needsFile(LockMode mode, boolean activating, String resource) {
    if (policy.noLocking()) {
      return false;
    }
    boolean lenient = policy.sysinit() || policy.ignoreFailure();
    if (!directoryUsable && lenient) {
      if (mode == LockMode.SHARED || activating) {
        return false;
      }
      throw new FailedException("Cannot lock for writing: " + directory + " is not usable.");
    }
    if (policy.readOnly()) {
      if (mode == LockMode.SHARED) {
        return false;
      }
      if (policy.sysinit() && activating) {
        messages.warn("Allowing activation with --readonly --sysinit.");
        return false;
      }
      throw refused("Operation prohibited while --readonly is set.", resource);
    }
    if (policy.metadataReadOnly() && mode == LockMode.EXCLUSIVE) {
      throw refused("Operation prohibited while global/metadata_read_only is set.", resource);
    }
    return true;
  }

  /** Of a group's lock it is also said that it was not got. */
  private FailedException refused(String reason, String resource) {
    if (resource.equals(GLOBAL_RESOURCE)) {
      return new FailedException(reason);
    }
    messages.error(reason);
    return new FailedException("Can't get lock for " + resource + '.');
  }

  private FileLocker.Held take(Path file, LockMode mode, String resource) {
    messages.show(
        Level.VERY_VERBOSE,
        "Locking "
            + file
            + ' '
            + (mode == LockMode.EXCLUSIVE ? 'W' : 'R')
            + (policy.blocking() ? 'B' : ' '));
    if (!policy.prioritiseWriters()) {
      return current(file, mode, resource);
    }
    Path auxiliary = file.resolveSibling(file.getFileName() + AUXILIARY_SUFFIX);
    FileLocker.Held gate = current(auxiliary, LockMode.EXCLUSIVE, resource);
    if (mode == LockMode.EXCLUSIVE) {
      try (gate) {
        return current(file, mode, resource);
      }
    }
    gate.close();
    return current(file, mode, resource);
  }

  /** A lock file is removed when given back, so one that was waited for may be gone: take anew. */
  private FileLocker.Held current(Path file, LockMode mode, String resource) {
    while (true) {
      FileLocker.Held held = locked(file, mode, resource);
      if (held.isCurrent()) {
        return held;
      }
      held.close();
    }
  }

  private FileLocker.Held locked(Path file, LockMode mode, String resource) {
    Optional<FileLocker.Held> held;
    try {
      held = locker.lock(file, mode, policy.blocking());
    } catch (FailedException e) {
      if (resource.equals(GLOBAL_RESOURCE)) {
        throw e;
      }
      messages.error(e.getMessage());
      throw new FailedException("Can't get lock for " + resource + '.', e);
    }
    return held.orElseThrow(() -> new FailedException(busy(file, resource)));
  }

  private static String busy(Path file, String resource) {
    String holder = LockHolder.describe(file).map(who -> " It is held by " + who + ".").orElse("");
    return "Can't get lock for " + resource + "." + holder;
  }

  private void unlock(String fileName) {
    Taken lock = taken.get(fileName);
    if (lock == null || --lock.depth()[0] > 0) {
      return;
    }
    taken.remove(fileName);
    lock.held().ifPresent(FileLocker.Held::close);
  }

  @Override
  public void close() {
    for (Taken lock : taken.values()) {
      lock.held().ifPresent(FileLocker.Held::close);
    }
    taken.clear();
  }
}
