package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A signal while a command waits, for a lock or an answer, ends it as it ends lvm2's. */
class InterruptTest extends OneGroup {

  @Test
  void whileWaitingForALock() throws Exception {
    try (Background holder =
        Background.start(List.of("flock", lockFile("V_vg").toString(), "cat"), Map.of())) {
      assertThat(Background.await(() -> isHeld("V_vg"))).isTrue();
      List<String> command = List.of("vgchange", "--addtag", "t", "vg");
      for (String signal : List.of("INT", "TERM")) {
        CommandResult expected = signalled(tools.oracle(), command, signal, "V_vg:aux");
        CommandResult result = signalled(tools.jlvmProcess(), command, signal, "V_vg:aux");
        assertThat(result).isEqualTo(expected);
        assertThat(result.err()).contains("Giving up waiting for lock.");
      }
      holder.finish("");
    }
    assertThat(machine.lvm(List.of("vgs", "-otags", "--noheadings", "vg"), "").out()).isBlank();
  }

  @Test
  void whileAsking() throws Exception {
    List<String> command = List.of("vgremove", "vg");
    for (String signal : List.of("INT", "TERM")) {
      CommandResult expected = signalled(tools.oracle(), command, signal, "V_vg");
      CommandResult result = signalled(tools.jlvmProcess(), command, signal, "V_vg");
      assertThat(result).isEqualTo(expected);
      assertThat(result.err()).contains("Volume group \"vg\" not removed");
    }
    assertThat(machine.lvm(List.of("lvs", "vg/lv"), "").status()).isZero();
  }

  /** Sends the signal when the command holds that lock, and has begun to wait for what comes. */
  private CommandResult signalled(
      ProcessRunner runner, List<String> arguments, String signal, String lock) throws Exception {
    // Whoever runs the tests may ignore signals, which a process that is started then does too.
    List<String> localized = new ArrayList<>(List.of("env", "--default-signal=" + signal));
    localized.addAll(runner.command(arguments));
    ProcessBuilder builder = new ProcessBuilder(localized);
    builder.environment().putAll(machine.environment());
    Process process = builder.start();
    try {
      assertThat(Background.await(() -> isHeld(lock))).as("%s waits", localized).isTrue();
      // The lock comes just before the wait; nothing outside tells when it has begun.
      Background.await(() -> isAsleep(process));
      LoopDisks.shell("kill -" + signal + " " + process.pid());
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("%s ends", localized).isTrue();
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return new CommandResult(process.exitValue(), "", err);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Whether the process has used no processor time between two looks. */
  private static boolean isAsleep(Process process) {
    String times = "sed 's/.*) //' /proc/%d/stat | cut -d' ' -f12,13".formatted(process.pid());
    String before = LoopDisks.shell(times + "; sleep 0.3");
    return before.equals(LoopDisks.shell(times));
  }

  private Path lockFile(String name) {
    return machine.folder().resolve("lock").resolve(name);
  }

  private boolean isHeld(String name) {
    String probe = "test -e '%1$s' && ! flock -n '%1$s' true && echo held || echo free";
    return LoopDisks.shell(probe.formatted(lockFile(name))).equals("held");
  }
}
