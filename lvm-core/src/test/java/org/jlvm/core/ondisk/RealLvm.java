package org.jlvm.core.ondisk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Real lvm2 on loop devices, with a configuration of its own that sees nothing else. The binary is
 * the one that {@code JLVM_REAL_LVM} names, else the installed one.
 */
public final class RealLvm implements AutoCloseable {
  private final String binary;
  private final Path directory;
  private final List<String> loops = new ArrayList<>();

  /** What a command printed. */
  public record Output(int status, String text) {}

  private RealLvm(String binary, Path directory) {
    this.binary = binary;
    this.directory = directory;
  }

  /** Skips the calling test, saying why, where lvm2 or loop devices cannot be had. */
  public static RealLvm orSkip(Path directory) throws IOException {
    Optional<String> binary = find();
    Assumptions.assumeTrue(binary.isPresent(), "needs lvm2 (JLVM_REAL_LVM, or /usr/sbin/lvm)");
    Assumptions.assumeTrue(
        Files.isWritable(Path.of("/dev/loop-control")), "needs root and loop devices");
    return new RealLvm(binary.get(), directory);
  }

  private static Optional<String> find() {
    String named = System.getenv("JLVM_REAL_LVM");
    String binary = named == null ? "/usr/sbin/lvm" : named;
    return Files.isExecutable(Path.of(binary)) ? Optional.of(binary) : Optional.empty();
  }

  /** Attaches a new sparse file of the given size in bytes to a loop device. */
  public String loop(long size) throws IOException {
    Path file = directory.resolve("disk" + loops.size());
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(size);
    }
    Output attached = exec(List.of("losetup", "-f", "--show", file.toString()));
    Assumptions.assumeTrue(attached.status() == 0, "no loop device: " + attached.text());
    loops.add(attached.text().trim());
    writeConfiguration();
    return attached.text().trim();
  }

  private void writeConfiguration() throws IOException {
    StringBuilder filter = new StringBuilder();
    for (String loop : loops) {
      filter.append("\"a|^").append(loop).append("$|\", ");
    }
    Files.writeString(
        directory.resolve("lvm.conf"),
        "devices { filter = [ "
            + filter
            + "\"r|.*|\" ] use_devicesfile = 0 scan = [ \"/dev\" ] hints = \"none\" }\n"
            + "global { locking_dir = \""
            + directory
            + "/lock\" event_activation = 0 }\n"
            + "backup { backup = 0 archive = 0 }\n"
            + "activation { monitoring = 0 udev_sync = 0 udev_rules = 0 }\n");
  }

  public Output run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(binary));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--driverloaded", "n"));
    return exec(command);
  }

  /** Runs another program, which must succeed. */
  public static void shell(String... command) throws IOException {
    Output output = exec(List.of(command), Path.of("/nonexistent"));
    if (output.status() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output.text());
    }
  }

  private Output exec(List<String> command) throws IOException {
    return exec(command, directory);
  }

  private static Output exec(List<String> command, Path systemDirectory) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LVM_SYSTEM_DIR", systemDirectory.toString());
    builder.environment().put("LVM_SUPPRESS_FD_WARNINGS", "1");
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("no end in 60 s: " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return new Output(process.exitValue(), text);
  }

  @Override
  public void close() throws IOException {
    for (String loop : loops) {
      exec(List.of("losetup", "-d", loop));
    }
  }
}
