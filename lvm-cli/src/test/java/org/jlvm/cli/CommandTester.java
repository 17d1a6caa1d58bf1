package org.jlvm.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.command.DeviceWorld;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.command.SignalGate;
import org.jlvm.cli.console.Streams;

/** Runs real command lines in process and keeps what they print. */
public final class CommandTester {
  /** 2026-01-02 03:04:05 UTC. */
  public static final Instant NOW = Instant.ofEpochSecond(1767323045);

  private final Map<String, String> environment = new HashMap<>();
  private final Path directory;
  private String input = "";
  private Optional<DeviceWorld> devices = Optional.empty();
  private SignalGate gate = new SignalGate();

  public CommandTester() {
    this(Path.of("/nonexistent"));
  }

  /**
   * @param directory the current directory of the commands, and of their configuration
   */
  public CommandTester(Path directory) {
    this.directory = directory;
    environment.put("LVM_SYSTEM_DIR", directory.toString());
  }

  /** What a command printed, and how it ended. */
  public record Result(int status, String out, String err) {}

  public CommandTester set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Devices that the commands are to use instead of the machine's. */
  public CommandTester on(DeviceWorld world) {
    devices = Optional.of(world);
    return this;
  }

  /** Who decides how long the commands wait. */
  public CommandTester waiting(SignalGate gate) {
    this.gate = gate;
    return this;
  }

  /** What the next commands find on standard input. */
  public CommandTester type(String text) {
    this.input = text;
    return this;
  }

  public Result lvm(String... arguments) {
    return run("lvm", List.of(arguments));
  }

  public Result run(String program, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = run(program, arguments, stream(out), stream(err));
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Standard output and standard error as a terminal shows them, in their order. */
  public String shown(String... arguments) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    PrintStream stream = stream(both);
    run("lvm", List.of(arguments), stream, stream);
    return both.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  private int run(String program, List<String> arguments, PrintStream out, PrintStream err) {
    Streams streams =
        new Streams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
    HostProcess process =
        new HostProcess(
            Map.copyOf(environment), directory, Clock.fixed(NOW, ZoneOffset.UTC), gate, devices);
    return new Lvm(streams, process).run(program, arguments);
  }
}
