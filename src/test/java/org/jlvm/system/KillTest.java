package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** jlvm killed at any moment leaves the volume group as it was before or as it was to become. */
class KillTest {

  private static final int ROUNDS = 25;
  private static final List<String> SEQUENCE =
      List.of("vgs", "--noheadings", "-o", "vg_seqno,lv_count", "vg");

  @Test
  void killedAtAnyMomentTheGroupIsOldOrNew() throws Exception {
    Tools tools = Tools.findOrSkip();
    long seed = 20260101;
    Random random = new Random(seed);
    try (Machine machine = new Machine(tools.newFolder(), tools.oracle())) {
      machine.addDisks(new Scenario.Disks("", 3, "64M", 512));
      machine.lvm(List.of("vgcreate", "-s", "64k", "vg", "/dev/sda", "/dev/sdb", "/dev/sdc"), "");
      long longest = time(tools, machine);
      for (int round = 0; round < ROUNDS; round++) {
        String before = state(machine);
        try (Background command = create(tools, machine, "lv" + round)) {
          command.endsWithin(random.nextLong(longest));
        }
        String after = state(machine);
        assertThat(after).as("seed %d, round %d", seed, round).isIn(before, next(before));
        assertThat(machine.lvm(List.of("vgck", "vg"), "").status()).isZero();
      }
    }
  }

  /** How long the command takes undisturbed, in microseconds. */
  private static long time(Tools tools, Machine machine) throws Exception {
    long start = System.nanoTime();
    try (Background command = create(tools, machine, "first")) {
      assertThat(command.finish("")).isZero();
    }
    return (System.nanoTime() - start) / 1000;
  }

  private static Background create(Tools tools, Machine machine, String name) {
    List<String> arguments = List.of("lvcreate", "-y", "-l1", "-n", name, "vg");
    return Background.start(tools.jlvmProcess().command(arguments), machine.environment());
  }

  private static String state(Machine machine) {
    CommandResult result = machine.lvm(SEQUENCE, "");
    assertThat(result.status()).isZero();
    return result.out().strip().replaceAll(" +", " ");
  }

  private static String next(String state) {
    String[] numbers = state.split(" ");
    return (Integer.parseInt(numbers[0]) + 1) + " " + (Integer.parseInt(numbers[1]) + 1);
  }
}
