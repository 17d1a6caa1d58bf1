package org.jlvm.system;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The two programs under comparison.
 *
 * @param oracle the real lvm2: {@code lvm}, or what LVM_ORACLE names
 * @param jlvm jlvm, in process unless JLVM names a program
 * @param jlvmProcess jlvm as a process of its own
 */
record Tools(
    ProcessRunner oracle,
    LvmRunner jlvm,
    ProcessRunner jlvmProcess,
    String oracleVersion,
    AtomicInteger folders) {

  private static final Pattern VERSION = Pattern.compile("LVM version: +([0-9.]+)");

  /** Finds both, or skips the test that asks with the reason why it cannot run here. */
  static Tools findOrSkip() {
    Optional<String> obstacle = obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle.orElse(""));
    ProcessRunner oracle = oracleProcess();
    ProcessRunner process =
        new ProcessRunner(setting("JLVM").map(List::of).orElseGet(Tools::javaCommand));
    LvmRunner usual = setting("JLVM").isPresent() ? process : new InProcessRunner();
    return new Tools(oracle, usual, process, version(oracle), new AtomicInteger());
  }

  /** Why comparisons cannot run here, if they cannot. */
  static Optional<String> obstacle() {
    if (!LoopDisks.shell("id -u").equals("0")) {
      return Optional.of("comparing with lvm2 needs root, for loop devices");
    }
    if (!LoopDisks.shell("losetup -f >/dev/null 2>&1 && echo yes || echo no").equals("yes")) {
      return Optional.of("there are no loop devices here");
    }
    ProcessRunner oracle = oracleProcess();
    if (version(oracle).isEmpty()) {
      return Optional.of("there is no lvm2 to compare with: " + oracle.program());
    }
    return Optional.empty();
  }

  /** For test factories, which cannot be skipped themselves: a test that is. */
  static Stream<DynamicTest> skipped(String reason) {
    return Stream.of(DynamicTest.dynamicTest("skipped", () -> abort(reason)));
  }

  private static ProcessRunner oracleProcess() {
    return new ProcessRunner(List.of(setting("LVM_ORACLE").orElse("lvm")));
  }

  /** A short path, the same length every time: it becomes part of what the commands print. */
  Path newFolder() {
    Path folder =
        Path.of(
            "/tmp/jlvm-%07d-%04d"
                .formatted(ProcessHandle.current().pid(), folders.incrementAndGet()));
    try {
      return Files.createDirectory(folder);
    } catch (IOException e) {
      throw new IllegalStateException("cannot make " + folder, e);
    }
  }

  /** An environment variable that is set to something. */
  static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  /** The top of the source tree. */
  static Path project() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("lvm-core"))) {
      here = Optional.ofNullable(here.getParent()).orElseThrow();
    }
    return here;
  }

  /** The classes under test, not what scripts/lvm may have put aside earlier. */
  private static List<String> javaCommand() {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
    return List.of(
        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classes,
        "org.jlvm.cli.Main",
        "lvm");
  }

  private static String version(ProcessRunner oracle) {
    try {
      CommandResult result =
          oracle.run(List.of("version"), new LvmRunner.Surroundings(Map.of(), ""));
      Matcher matcher = VERSION.matcher(result.out());
      return matcher.find() ? matcher.group(1) : "";
    } catch (UncheckedIOException e) {
      return "";
    }
  }
}
