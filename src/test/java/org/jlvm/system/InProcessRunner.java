package org.jlvm.system;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jlvm.cli.Lvm;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.console.Streams;

/**
 * Runs jlvm in this JVM: the same as a process of its own, without the time that takes to start.
 */
record InProcessRunner() implements LvmRunner {

  @Override
  public CommandResult run(List<String> arguments, Surroundings surroundings) {
    FutureTask<CommandResult> task = new FutureTask<>(() -> runHere(arguments, surroundings));
    Thread thread = new Thread(task, "lvm " + String.join(" ", arguments));
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(ProcessRunner.TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      AssertionError error = new AssertionError("still running: " + arguments);
      error.setStackTrace(thread.getStackTrace());
      throw error;
    } catch (ExecutionException e) {
      throw new AssertionError("jlvm let something escape: " + arguments, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static CommandResult runHere(List<String> arguments, Surroundings surroundings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    byte[] input = surroundings.standardInput().getBytes(StandardCharsets.UTF_8);
    Streams streams =
        new Streams(
            new ByteArrayInputStream(input),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    HostProcess process =
        new HostProcess(surroundings.environment(), Path.of("/"), Clock.system(ZoneOffset.UTC));
    int status = new Lvm(streams, process).run("lvm", arguments);
    return new CommandResult(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
