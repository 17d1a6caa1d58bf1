package org.jlvm.core.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that another thread does while this one goes on. A bare thread: an executor would
 * load classes for longer than most pieces take.
 *
 * @param <T> what comes of it
 */
public final class Aside<T> implements Runnable {
  private final Supplier<T> work;
  private final Thread thread;
  private @Nullable T result;
  private @Nullable RuntimeException exception;
  private @Nullable Error error;

  private Aside(Supplier<T> work) {
    this.work = work;
    thread = new Thread(this, "aside");
    thread.setDaemon(true);
  }

  /**
   * Whether there is a processor that another thread could have. One is busy compiling for as long
   * as most commands run, and what is not yet compiled costs each thread the same again.
   */
  public static boolean isWorthwhile() {
    return Runtime.getRuntime().availableProcessors() > 2;
  }

  /** Begins it. */
  public static <T> Aside<T> start(Supplier<T> work) {
    Aside<T> aside = new Aside<>(work);
    aside.thread.start();
    return aside;
  }

  @Override
  public void run() {
    try {
      result = work.get();
    } catch (RuntimeException e) {
      exception = e;
    } catch (Error e) {
      error = e;
    }
  }

  /**
   * Waits for the end.
   *
   * @return what came of it
   * @throws RuntimeException what the work threw
   */
  public T join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a thread", e);
    }
    if (exception != null) {
      throw exception;
    }
    if (error != null) {
      throw error;
    }
    T value = result;
    if (value == null) {
      throw new IllegalStateException("nothing came of it");
    }
    return value;
  }
}
