package org.jlvm.dm.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jlvm.dm.KernelTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kernel does in the scenarios what is written down there. With results left out, or to see
 * what another kernel does: transcripts are in the output folder, lvm-dm/target/kernel-reports.
 */
@KernelTest
class KernelScenarioTest {
  private static final Path OUTPUT = Path.of("/vm/host/out");

  @ParameterizedTest
  @MethodSource("org.jlvm.dm.scenario.Scenarios#names")
  void doesWhatIsWrittenDown(String name) throws Exception {
    List<String> expected = Scenarios.lines(name);
    try (World world = new KernelWorld()) {
      List<String> transcript = new ScenarioRunner(world).run(expected);
      Files.write(OUTPUT.resolve(name), transcript);
      Scenarios.assertSame(transcript, expected);
    }
  }
}
