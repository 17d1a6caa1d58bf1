package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that begin with one group of one disk and one volume, made by lvm2. */
abstract class OneGroup {
  Tools tools;
  Machine machine;

  @BeforeEach
  void makeGroup() {
    tools = Tools.findOrSkip();
    machine = new Machine(tools.newFolder(), tools.oracle());
    machine.addDisks(new Scenario.Disks("", 1, "64M", 512));
    assertThat(machine.lvm(List.of("vgcreate", "vg", "/dev/sda"), "").status()).isZero();
    assertThat(machine.lvm(List.of("lvcreate", "-l1", "-n", "lv", "vg"), "").status()).isZero();
  }

  @AfterEach
  void removeGroup() {
    if (machine != null) {
      machine.close();
    }
  }
}
