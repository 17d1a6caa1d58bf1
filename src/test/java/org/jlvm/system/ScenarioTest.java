package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario through lvm2 and through jlvm. {@code -Djlvm.scenario=NAME,NAME} picks some. */
class ScenarioTest {

  private static final ExecutorService WORKERS =
      Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));

  @AfterAll
  static void stopWorkers() {
    WORKERS.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> jlvmDoesAsLvm2Does() {
    Optional<String> obstacle = Tools.obstacle();
    if (obstacle.isPresent()) {
      return Tools.skipped(obstacle.get());
    }
    Tools tools = Tools.findOrSkip();
    KnownDifferences known = knownDifferences(tools);
    NotYetEqual pending = NotYetEqual.load();
    String picked = System.getProperty("jlvm.scenario", "");
    List<DynamicTest> tests = new ArrayList<>();
    for (Scenario scenario : scenarios(picked)) {
      Future<List<Difference>> run = WORKERS.submit(() -> Comparison.run(scenario, tools, known));
      tests.add(
          DynamicTest.dynamicTest(
              scenario.name(), () -> report(pending, scenario.name(), run.get())));
    }
    if (picked.isEmpty()) {
      tests.add(
          DynamicTest.dynamicTest(
              "every known difference still exists",
              () -> {
                assumeTrue(pending.isEmpty(), "some scenarios do not get that far yet");
                assertThat(known.unused())
                    .as("stale entries of known-differences.txt (by line)")
                    .isEmpty();
              }));
    }
    return tests.stream();
  }

  static KnownDifferences knownDifferences(Tools tools) {
    return KnownDifferences.load(
        Tools.project().resolve("src/test/known-differences.txt"), tools.oracleVersion());
  }

  private static void report(NotYetEqual pending, String name, List<Difference> differences) {
    pending.judge(name, differences.isEmpty() ? "" : Difference.describe(differences));
  }

  /** All scenarios, or those named in a list with commas. */
  static List<Scenario> scenarios(String picked) {
    List<String> names = Arrays.asList(picked.split(","));
    List<Scenario> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Tools.project().resolve("src/test/resources/scenarios"))) {
      files
          .filter(file -> file.toString().endsWith(".scenario"))
          .sorted()
          .forEach(file -> all.add(Scenario.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.addAll(OptionScenarios.all());
    return all.stream()
        .filter(scenario -> picked.isEmpty() || names.contains(scenario.name()))
        .toList();
  }
}
