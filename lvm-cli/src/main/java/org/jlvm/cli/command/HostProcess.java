package org.jlvm.cli.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command may know of the process it runs in; tests put their own.
 *
 * @param environment environment variables
 * @param directory the current directory
 * @param clock the time
 * @param gate keeps signals out of what must not be interrupted
 */
public record HostProcess(
    Map<String, String> environment, Path directory, Clock clock, SignalGate gate) {

  /** A process that gets no signals. */
  public HostProcess(Map<String, String> environment, Path directory, Clock clock) {
    this(environment, directory, clock, new SignalGate());
  }

  /** The process's own. */
  public static HostProcess current() {
    return new HostProcess(System.getenv(), Path.of(""), new HostClock());
  }

  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }
}
