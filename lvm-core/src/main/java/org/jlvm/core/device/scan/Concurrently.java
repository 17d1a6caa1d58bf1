package org.jlvm.core.device.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work on many devices at once, for they wait on their own. */
final class Concurrently {
  /** Fewer than this are not worth starting threads for. */
  private static final int MANY = 16;

  private static final int THREADS = 8;

  private Concurrently() {}

  /** Applies a function to all items; the results are in the items' order. */
  static <T, R> List<R> map(List<T> items, Function<T, R> function) {
    List<R> results = new ArrayList<>(items.size());
    if (items.size() < MANY) {
      for (T item : items) {
        results.add(function.apply(item));
      }
      return results;
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<R>> futures = new ArrayList<>(items.size());
      for (T item : items) {
        futures.add(threads.submit(() -> function.apply(item)));
      }
      for (Future<R> future : futures) {
        results.add(get(future));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading devices", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
