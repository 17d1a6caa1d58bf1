package org.jlvm.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.core.model.LvmId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveVolumesTest {
  private static final LvmId VG = new LvmId("a".repeat(32));
  private static final LvmId OTHER = new LvmId("b".repeat(32));

  @Test
  void findsDevicesOfTheGroupOnly(@TempDir Path sys) throws IOException {
    Path dm = Files.createDirectories(sys.resolve("dm-0/dm"));
    Files.writeString(dm.resolve("uuid"), "LVM-" + VG.value() + "c".repeat(32) + "\n");
    assertThat(ActiveVolumes.existFor(sys, VG)).isTrue();
    assertThat(ActiveVolumes.existFor(sys, OTHER)).isFalse();
    assertThat(ActiveVolumes.existFor(sys.resolve("none"), VG)).isFalse();
  }
}
