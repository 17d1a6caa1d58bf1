package org.jlvm.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A command that runs while others do: its input stays open until told otherwise. */
final class Background implements AutoCloseable {

  private final Process process;

  private Background(Process process) {
    this.process = process;
  }

  static Background start(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return new Background(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the condition holds, ten seconds at most; returns whether it does. */
  static boolean await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return true;
  }

  /** Gives the answer and waits for the end; returns the exit status. */
  int finish(String answer) throws IOException, InterruptedException {
    try (var input = process.outputWriter()) {
      input.write(answer);
    }
    process.waitFor(ProcessRunner.TIMEOUT_SECONDS, TimeUnit.SECONDS);
    return process.exitValue();
  }

  /** Kills it after that time unless it has ended by then; returns whether it had. */
  boolean endsWithin(long microseconds) throws InterruptedException {
    return process.waitFor(microseconds, TimeUnit.MICROSECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
