package org.jlvm.cli.session;

import java.nio.file.Path;
import java.util.Optional;
import org.jlvm.cli.command.SignalGate;
import org.jlvm.core.engine.lock.FileLocker;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/** Keeps signals out as long as an exclusive lock is held, and lets them end the wait for one. */
final class GatedLocker implements FileLocker {
  private final FileLocker locker;
  private final SignalGate gate;

  private final Messages messages;

  GatedLocker(FileLocker locker, SignalGate gate, Messages messages) {
    this.locker = locker;
    this.gate = gate;
    this.messages = messages;
  }

  @Override
  public Optional<Held> lock(Path file, LockMode mode, boolean wait) {
    Optional<Held> held = locker.lock(file, mode, false);
    if (held.isEmpty() && wait) {
      held = await(file, mode);
    }
    if (mode != LockMode.EXCLUSIVE || held.isEmpty()) {
      return held;
    }
    gate.enter();
    return Optional.of(new Gated(held.get(), gate));
  }

  private Optional<Held> await(Path file, LockMode mode) {
    Optional<Optional<Held>> result = gate.unlessSignalled(() -> locker.lock(file, mode, true));
    if (result.isEmpty()) {
      messages.warn("Interrupted...");
      throw new FailedException("Giving up waiting for lock.");
    }
    return result.get();
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
