package org.jlvm.system;

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
    return ScenarioTest.scenarios(System.getProperty("jlvm.scenario", "")).stream()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> one(scenario, tools)));
  }

  private static void one(Scenario scenario, Tools tools) throws Exception {
    List<Difference> differences = Comparison.allDifferences(scenario, tools);
    Recording.write(scenario.name(), differences);
  }
}
