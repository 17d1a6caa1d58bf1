package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * lvm2 and jlvm take turns on the same disks: whatever either wrote, both must find sound and read
 * alike. {@code -Djlvm.seeds} as for {@link RandomDriverTest}.
 */
class InterchangeTest {

  private static final List<String> REPORT =
      Words.split(
          "pvs --segments --units b --noheadings --separator | -o pv_name,pv_uuid,pv_attr,pv_size,"
              + "pe_start,pv_tags,vg_name,vg_uuid,vg_attr,vg_extent_size,vg_free_count,vg_seqno,"
              + "vg_tags,lv_name,lv_uuid,lv_size,lv_tags,pvseg_start,pvseg_size,segtype,stripes");

  @TestFactory
  Stream<DynamicTest> eitherGoesOnFromTheOther() {
    Optional<String> obstacle = Tools.obstacle();
    if (obstacle.isPresent()) {
      return Tools.skipped(obstacle.get());
    }
    Tools tools = Tools.findOrSkip();
    String[] seeds = System.getProperty("jlvm.seeds", "101-104").split("-");
    int length = Integer.getInteger("jlvm.length", 60);
    return LongStream.rangeClosed(Long.parseLong(seeds[0]), Long.parseLong(seeds[seeds.length - 1]))
        .mapToObj(
            seed -> DynamicTest.dynamicTest("seed " + seed, () -> takeTurns(tools, seed, length)));
  }

  private static void takeTurns(Tools tools, long seed, int length) {
    RandomCommands commands = new RandomCommands(seed, 4);
    Random turn = new Random(seed);
    List<String> done = new ArrayList<>();
    try (Machine machine = new Machine(tools.newFolder(), tools.oracle())) {
      machine.addDisks(new Scenario.Disks("", 4, "64M", 512));
      for (int i = 0; i < length; i++) {
        boolean oracles = turn.nextBoolean();
        Scenario.Step step =
            Scenario.parseStep(commands.next(DiskState.of(machine.disks().values())));
        done.add((oracles ? "lvm2: " : "jlvm: ") + step.text());
        machine.runner(oracles ? tools.oracle() : tools.jlvm());
        machine.lvm(((Scenario.Command) step).arguments(), "");
        assertThat(view(machine, tools.jlvm()))
            .as("seed %d: what jlvm finds, against what lvm2 finds, after%n%s", seed, tail(done))
            .isEqualTo(view(machine, tools.oracle()));
      }
    }
  }

  /** What a tool sees on the disks, and whether it finds them sound. */
  private static String view(Machine machine, LvmRunner runner) {
    machine.runner(runner);
    CommandResult report = machine.lvm(REPORT, "");
    CommandResult check = machine.lvm(List.of("vgck"), "");
    String attributes = "(?<=[|][rw][z-][x-][p-][a-z-][sc-])-(?=[|])";
    return "vgck: "
        + check.status()
        + "\npvs: "
        + report.status()
        + "\n"
        + report.out().replaceAll(attributes, "");
  }

  private static String tail(List<String> done) {
    return String.join("\n", done.subList(Math.max(0, done.size() - 15), done.size()));
  }
}
