package org.jlvm.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsTest {
  @Test
  void nothingIsLeftThatLvm2WouldBelieve(@TempDir Path directory) throws Exception {
    Path run = directory.resolve("lvm");
    Hints hints = new Hints(run);
    hints.announce();
    assertThat(run.resolve("nohints")).exists();
    Files.writeString(hints.file(), "hints_version: 2.1\nscan:/dev/sda pvid:x devn:8:0 vg:vg\n");
    hints.clear("vgcreate pid 17 Sun Nov 22 15:52:58 2026");
    assertThat(run.resolve("nohints")).doesNotExist();
    assertThat(run.resolve("newhints")).exists();
    assertThat(hints.file())
        .content()
        .isEqualTo("# Created empty by vgcreate pid 17 Sun Nov 22 15:52:58 2026\n");
  }
}
