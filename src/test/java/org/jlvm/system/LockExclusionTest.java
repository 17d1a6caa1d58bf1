package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While one of the two holds a volume group, the other waits for it or gives up. */
class LockExclusionTest extends OneGroup {

  private static final List<String> WRITES = List.of("vgchange", "--addtag", "t", "vg");

  @Test
  void jlvmGivesUpWhileLvm2HoldsTheGroup() throws Exception {
    givesUpAndSucceedsLater(tools.jlvmProcess());
  }

  @Test
  void lvm2GivesUpWhileAnyoneHoldsTheGroup() throws Exception {
    givesUpAndSucceedsLater(tools.oracle());
  }

  @Test
  void jlvmWaitsForLvm2() throws Exception {
    waits(tools.jlvmProcess());
  }

  @Test
  void lvm2GivesUpWhileJlvmHoldsTheGroup() throws Exception {
    try (Background holder = start(tools.jlvmProcess(), List.of("vgremove", "vg"))) {
      assertThat(Background.await(this::isHeld)).as("jlvm locks the group and asks").isTrue();
      machine.runner(tools.oracle());
      assertThat(machine.lvm(withoutWaiting(), "").status()).isEqualTo(5);
      holder.finish("n\n");
    }
    assertThat(machine.lvm(withoutWaiting(), "").status()).isZero();
  }

  /** The lock file held with flock(2), as lvm2 does, by a program of neither. */
  private Background holdLock() {
    return Background.start(List.of("flock", lockFile().toString(), "cat"), Map.of());
  }

  private void givesUpAndSucceedsLater(LvmRunner runner) throws Exception {
    try (Background holder = holdLock()) {
      assertThat(Background.await(this::isHeld)).isTrue();
      machine.runner(runner);
      CommandResult refused = machine.lvm(withoutWaiting(), "");
      assertThat(refused.status()).isEqualTo(5);
      assertThat(refused.err()).contains("Can't get lock for vg");
      holder.finish("");
    }
    assertThat(machine.lvm(withoutWaiting(), "").status()).isZero();
  }

  private void waits(ProcessRunner runner) throws Exception {
    try (Background holder = holdLock();
        Background waiter = start(runner, WRITES)) {
      assertThat(waiter.endsWithin(1_000_000)).as("ended while the group was held").isFalse();
      holder.finish("");
      assertThat(waiter.finish("")).isZero();
    }
  }

  private Background start(ProcessRunner runner, List<String> arguments) {
    return Background.start(runner.command(arguments), machine.environment());
  }

  private static List<String> withoutWaiting() {
    return List.of("vgchange", "--addtag", "t", "vg", "--config", "global/wait_for_locks=0");
  }

  private Path lockFile() {
    return machine.folder().resolve("lock/V_vg");
  }

  private boolean isHeld() {
    String probe = "test -e '%1$s' && ! flock -n '%1$s' true && echo held || echo free";
    return LoopDisks.shell(probe.formatted(lockFile())).equals("held");
  }
}
