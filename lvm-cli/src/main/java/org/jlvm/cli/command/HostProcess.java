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
 * @param devices devices that take the place of the machine's
 */
public record HostProcess(
    Map<String, String> environment,
    Path directory,
    Clock clock,
    SignalGate gate,
    Optional<DeviceWorld> devices) {

  /** A process that gets no signals, on the machine's devices. */
  public HostProcess(Map<String, String> environment, Path directory, Clock clock) {
    this(environment, directory, clock, new SignalGate(), Optional.empty());
  }

  /** The process's own. */
  public static HostProcess current() {
    return new HostProcess(System.getenv(), Path.of(""), new HostClock());
  }

  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }
}
