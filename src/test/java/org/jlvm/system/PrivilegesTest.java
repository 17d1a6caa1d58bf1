package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commands say and do for a user who may not use the devices, the locks or the settings. */
class PrivilegesTest {

  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private Tools tools;
  private Machine machine;

  @BeforeEach
  void makeGroup() {
    tools = Tools.findOrSkip();
    machine = new Machine(tools.newFolder(), tools.oracle());
    machine.addDisks(new Scenario.Disks("", 2, "64M", 512));
    assertThat(machine.lvm(List.of("vgcreate", "vg", "/dev/sda"), "").status()).isZero();
    machine.shell("chmod 755 $T $T/etc $T/dev; chmod 644 $T/etc/*; chmod 700 $T/lock");
  }

  @AfterEach
  void removeGroup() {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void locksOfRoot() throws Exception {
    for (String command : List.of("vgs", "pvs", "lvs vg", "vgchange --addtag x vg")) {
      same(command);
    }
  }

  @Test
  void devicesOfRoot() throws Exception {
    machine.shell("chmod 777 $T/lock");
    for (String command :
        List.of("vgs", "pvs", "pvdisplay", "vgs --nolocking", "vgchange --addtag x vg")) {
      same(command);
    }
    assertThat(run(jlvm(), List.of("pvcreate", machine.folder() + "/dev/sdb")).status())
        .isEqualTo(5);
  }

  @Test
  void settingsOfRoot() throws Exception {
    machine.shell("chmod 000 $T/etc/lvm.conf");
    CommandResult expected = run(tools.oracle(), List.of("vgs"));
    CommandResult result = run(jlvm(), List.of("vgs"));
    assertThat(result.status()).isEqualTo(expected.status()).isEqualTo(4);
    // The line before it has changed between versions.
    assertThat(result.err().lines().reduce((a, b) -> b))
        .isEqualTo(expected.err().lines().reduce((a, b) -> b));
  }

  private void same(String command) throws Exception {
    List<String> words = List.of(command.split(" "));
    CommandResult expected = run(tools.oracle(), words);
    CommandResult result = run(jlvm(), words);
    assertThat(result.status()).as(command).isEqualTo(expected.status());
    assertThat(result.out()).as(command).isEqualTo(expected.out());
    assertThat(told(result)).as(command).isEqualTo(told(expected));
  }

  /** Without what lvm2's device-mapper library says of its node. */
  private static List<String> told(CommandResult result) {
    return result.err().lines().filter(line -> !line.contains("/mapper/control")).toList();
  }

  private CommandResult run(ProcessRunner runner, List<String> arguments) {
    List<String> program = new ArrayList<>(AS_NOBODY);
    program.addAll(runner.program());
    return new ProcessRunner(program)
        .run(arguments, new LvmRunner.Surroundings(machine.environment(), ""));
  }

  /** The classes under test, where anyone can read them. */
  private ProcessRunner jlvm() throws Exception {
    List<String> program = new ArrayList<>(tools.jlvmProcess().program());
    int classPath = program.indexOf("-cp") + 1;
    if (classPath > 0) {
      List<String> copies = new ArrayList<>();
      for (String entry : program.get(classPath).split(":")) {
        copies.add(copy(Path.of(entry)).toString());
      }
      program.set(classPath, String.join(":", copies));
    }
    return new ProcessRunner(program);
  }

  private Path copy(Path entry) throws Exception {
    String name = entry.toString().replace('/', '_');
    Path target = Files.createDirectories(machine.folder().resolve("classes")).resolve(name);
    if (!Files.exists(target) && Files.exists(entry)) {
      if (Files.isDirectory(entry)) {
        LoopDisks.shell("cp -r '%s' '%s'".formatted(entry, target));
      } else {
        Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING);
      }
      LoopDisks.shell("chmod -R a+rX '%s'".formatted(target.getParent()));
    }
    return target;
  }
}
