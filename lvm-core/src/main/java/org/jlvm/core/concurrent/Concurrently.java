package org.jlvm.core.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work on many devices at once, for each of them keeps one waiting. */
public final class Concurrently {
  /** Fewer than this are not worth starting threads for. */
  private static final int MANY = 16;

  private static final int THREADS = 8;

  private Concurrently() {}

  /**
   * Does something for each item, in no particular order; the first failure ends it.
   *
   * <p>Bare threads: a command that reads a handful of devices loads half as many classes as with
   * an executor.
   */
  public static <T> void forEach(List<T> items, Consumer<T> action) {
    if (items.size() < MANY) {
      items.forEach(action);
      return;
    }
    Worker<T> worker = new Worker<>(items, action);
    List<Thread> threads = new ArrayList<>(THREADS);
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(worker, "devices-" + i);
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      join(thread);
    }
    worker.rethrow();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading devices", e);
    }
  }

  /** Takes the next item until none is left or one failed. */
  private static final class Worker<T> implements Runnable {
    private final List<T> items;
    private final Consumer<T> action;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Worker(List<T> items, Consumer<T> action) {
      this.items = items;
      this.action = action;
    }

    @Override
    public void run() {
      int index = next.getAndIncrement();
      while (index < items.size() && failure.get() == null) {
        try {
          action.accept(items.get(index));
        } catch (RuntimeException | Error e) {
          failure.compareAndSet(null, e);
        }
        index = next.getAndIncrement();
      }
    }

    void rethrow() {
      Throwable thrown = failure.get();
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
    }
  }
}
