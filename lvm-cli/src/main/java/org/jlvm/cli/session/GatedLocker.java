package org.jlvm.cli.session;

import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.cli.command.SignalGate;
import org.jlvm.core.engine.lock.FileLocker;
import org.jlvm.core.engine.lock.LockMode;

/** Keeps signals out as long as an exclusive lock is held. */
final class GatedLocker implements FileLocker {
  private final FileLocker locker;
  private final SignalGate gate;

  GatedLocker(FileLocker locker, SignalGate gate) {
    this.locker = locker;
    this.gate = gate;
  }

  @Override
  public Optional<Held> lock(Path file, LockMode mode, boolean wait) {
    Optional<Held> held = locker.lock(file, mode, wait);
    if (mode != LockMode.EXCLUSIVE || held.isEmpty()) {
      return held;
    }
    gate.enter();
    return Optional.of(new Gated(held.get(), gate));
  }

  private record Gated(Held held, SignalGate gate) implements Held {
    @Override
    public boolean isCurrent() {
      return held.isCurrent();
    }

    @Override
    public void close() {
      try {
        held.close();
      } finally {
        gate.leave();
      }
    }
  }
}
