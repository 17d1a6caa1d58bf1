package org.jlvm.system;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test: records where the newest lvm2, a binary named by {@code -Djlvm.record}, differs from
 * the one that the scenarios are usually compared with.
 */
@EnabledIfSystemProperty(
    named = "jlvm.record",
    matches = ".+",
    disabledReason = "records on request")
class ScenarioRecorder {

  @TestFactory
  Stream<DynamicTest> record() {
    Tools found = Tools.findOrSkip();
    ProcessRunner newest = new ProcessRunner(List.of(System.getProperty("jlvm.record", "")));
    Tools tools =
        new Tools(found.oracle(), newest, newest, found.oracleVersion(), new AtomicInteger());
    return ScenarioTest.scenarioFiles(System.getProperty("jlvm.scenario", "")).stream()
        .map(
            file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> one(file, tools)));
  }

  private static void one(Path file, Tools tools) throws Exception {
    Scenario scenario = Scenario.read(file);
    List<Difference> differences = Comparison.allDifferences(scenario, tools);
    Recording.write(scenario.name(), differences);
  }
}
