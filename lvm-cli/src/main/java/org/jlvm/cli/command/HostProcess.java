package org.jlvm.cli.command;

import java.io.IOException;
import java.nio.file.Files;
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
 * @param privileged whether it runs as root
 */
public record HostProcess(
    Map<String, String> environment,
    Path directory,
    Clock clock,
    SignalGate gate,
    Optional<DeviceWorld> devices,
    boolean privileged) {

  /** A process of root's that gets no signals, on the machine's devices. */
  public HostProcess(Map<String, String> environment, Path directory, Clock clock) {
    this(environment, directory, clock, new SignalGate(), Optional.empty());
  }

  /** A process of root's. */
  public HostProcess(
      Map<String, String> environment,
      Path directory,
      Clock clock,
      SignalGate gate,
      Optional<DeviceWorld> devices) {
    this(environment, directory, clock, gate, devices, true);
  }

  /** The process's own. */
  public static HostProcess current() {
    return new HostProcess(
        System.getenv(),
        Path.of(""),
        new HostClock(),
        new SignalGate(),
        Optional.empty(),
        isRoots());
  }

  /** Where that is not known it does not matter. */
  private static boolean isRoots() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }

  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }
}
