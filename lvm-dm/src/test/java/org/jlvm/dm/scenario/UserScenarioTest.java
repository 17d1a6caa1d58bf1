package org.jlvm.dm.scenario;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Device-mapper in Java does what the kernel did in the same scenarios. */
class UserScenarioTest {
  @ParameterizedTest
  @MethodSource("org.jlvm.dm.scenario.Scenarios#names")
  void doesWhatTheKernelDid(String name) throws Exception {
    List<String> expected = Scenarios.lines(name);
    try (World world = new UserWorld()) {
      Scenarios.assertSame(new ScenarioRunner(world).run(expected), expected);
    }
  }
}
