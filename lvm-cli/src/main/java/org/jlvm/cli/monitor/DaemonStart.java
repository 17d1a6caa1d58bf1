package org.jlvm.cli.monitor;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.activation.monitor.DaemonMonitor;
import org.jlvm.cli.command.OwnProgram;
import org.jlvm.dm.event.EventClient;
import org.jlvm.dm.event.EventException;
import org.jlvm.dm.event.EventPaths;
import org.jlvm.dm.jna.Libc;

/** Starts the daemon as a process of its own. */
public final class DaemonStart implements DaemonMonitor.Starter {
  /** Set in the process that was started, which then leaves the terminal. */
  static final String VARIABLE = "JLVM_BACKGROUND";

  /** Its value where the daemon was wanted for itself, and stays when there is nothing to watch. */
  static final String LASTING = "lasting";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 20;

  private final Optional<String> executable;
  private final List<String> options;
  private final EventPaths paths;

  /**
   * @param executable another daemon that is configured; empty for this program's own
   * @param options of this program's own, if it was wanted by itself
   */
  public DaemonStart(Optional<String> executable, List<String> options, EventPaths paths) {
    this.executable = executable;
    this.options = options;
    this.paths = paths;
  }

  @Override
  public void start() {
    ProcessBuilder builder = new ProcessBuilder(words());
    builder.environment().put(VARIABLE, options.isEmpty() ? "1" : LASTING);
    builder.directory(new File("/"));
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      await(builder.start());
    } catch (IOException e) {
      throw new EventException("Unable to start dmeventd: " + e.getMessage());
    }
  }

  private List<String> words() {
    if (executable.isPresent()) {
      return List.of(executable.get());
    }
    List<String> words =
        new ArrayList<>(
            OwnProgram.commandLine()
                .orElseThrow(
                    () ->
                        new EventException(
                            "Unable to start dmeventd: this program cannot be started again from"
                                + " here.")));
    words.addAll(List.of("lvm", "monitor", "-f"));
    words.addAll(options);
    return words;
  }

  /**
   * dmeventd's first process ends when its second one listens, this program's own goes on; that a
   * FIFO has got a reader is told to nobody who does not hang in opening it.
   */
  private void await(Process process) {
    Libc libc = new Libc();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!EventClient.isServed(libc, paths)) {
      if (!process.isAlive() && process.exitValue() != 0) {
        throw new EventException("Unable to start dmeventd.");
      }
      if (System.nanoTime() > end) {
        throw new EventException("Dmeventd is not serving fifos.");
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EventException("Interrupted while dmeventd starts.");
      }
    }
  }
}
