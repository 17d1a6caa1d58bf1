package org.jlvm.cli.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps SIGINT and SIGTERM from ending the process while it holds what must not be left half done,
 * as lvm2 does while it has a volume group locked for writing; and lets them end waits for a lock
 * or an answer, so that the command can say so and go its own way out.
 */
public class SignalGate {
  private int shut;
  private int waits;
  private boolean ending;
  private boolean noticed;
  private boolean stuck;

  /** Begins what a signal must not interrupt. Does not return if a signal has come already. */
  public synchronized void enter() {
    while (ending && shut == 0) {
      stuck = true;
      notifyAll();
      waitHere();
    }
    shut++;
  }

  /** Whether a signal has come that wants the process to end. */
  public synchronized boolean isSignalled() {
    return ending;
  }

  /** Ends what {@link #enter} began. */
  public synchronized void leave() {
    shut--;
    notifyAll();
  }

  /**
   * Does something that may take for ever, until a signal comes.
   *
   * @return the result, which is not null; empty if a signal came, and then the work is left alone
   */
  public <T> Optional<T> unlessSignalled(Supplier<T> work) {
    AtomicReference<@Nullable Supplier<T>> outcome = new AtomicReference<>();
    Thread worker =
        new Thread(
            () -> {
              Supplier<T> done = outcomeOf(work);
              synchronized (this) {
                outcome.set(done);
                notifyAll();
              }
            });
    worker.setDaemon(true);
    worker.start();
    Supplier<T> done = await(outcome);
    return done == null ? Optional.empty() : Optional.of(done.get());
  }

  private static <T> Supplier<T> outcomeOf(Supplier<T> work) {
    try {
      T result = work.get();
      return () -> result;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    }
  }

  private synchronized <T> @Nullable Supplier<T> await(
      AtomicReference<@Nullable Supplier<T>> outcome) {
    waits++;
    while (outcome.get() == null && !ending) {
      waitHere();
    }
    waits--;
    noticed |= ending;
    return outcome.get();
  }

  /**
   * Waits for a time, during which a signal only ends the waiting.
   *
   * @return false if one came: the command is to end soon, by itself
   */
  public synchronized boolean pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    shut++;
    long left = time.toNanos();
    while (!ending && left > 0) {
      waitHere(left / 1_000_000 + 1);
      left = end - System.nanoTime();
    }
    if (ending) {
      return false;
    }
    leave();
    return true;
  }

  /**
   * For whoever wants to end the process: returns when it may be ended; never if the signal ended a
   * wait, for then the command ends itself.
   */
  public synchronized void awaitOpen() {
    ending = true;
    notifyAll();
    while (!stuck && (noticed || waits > 0 || shut > 0)) {
      waitHere();
    }
  }

  private void waitHere() {
    waitHere(0);
  }

  /**
   * @param milliseconds 0 for any time
   */
  private void waitHere(long milliseconds) {
    try {
      wait(milliseconds);
    } catch (InterruptedException e) {
      // Threads of this program are not interrupted; whoever does it may go on waiting.
      Thread.currentThread().interrupt();
    }
  }
}
