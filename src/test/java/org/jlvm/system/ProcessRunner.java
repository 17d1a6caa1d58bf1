package org.jlvm.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs an {@code lvm} binary as a process of its own.
 *
 * @param program the words before the arguments
 */
record ProcessRunner(List<String> program) implements LvmRunner {

  static final int TIMEOUT_SECONDS = 60;

  @Override
  public CommandResult run(List<String> arguments, Surroundings surroundings) {
    return execute(command(arguments), surroundings);
  }

  /** The whole command line. */
  List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(program);
    command.addAll(arguments);
    return command;
  }

  /** Runs any program to its end. */
  static CommandResult execute(List<String> command, Surroundings surroundings) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(surroundings.environment());
    try {
      Process process = builder.start();
      CompletableFuture<String> out = drain(process.getInputStream());
      CompletableFuture<String> err = drain(process.getErrorStream());
      feed(process, surroundings.standardInput());
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + TIMEOUT_SECONDS + " s: " + command);
      }
      return new CommandResult(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void feed(Process process, String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A command need not read its input, and may be gone by now; its status tells the rest.
    }
  }

  private static CompletableFuture<String> drain(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        command -> {
          Thread thread = new Thread(command, "drain");
          thread.setDaemon(true);
          thread.start();
        });
  }
}
