package org.jlvm.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemRandomTest {
  @TempDir Path directory;

  @Test
  void whatTheDeviceGivesIsTaken() throws IOException {
    Path device = directory.resolve("urandom");
    Files.write(device, ByteBuffer.allocate(256).putLong(42).putLong(-7).array());

    SystemRandom random = new SystemRandom(device);

    assertThat(random.nextLong()).isEqualTo(42);
    assertThat(random.nextLong()).isEqualTo(-7);
  }

  @Test
  void theDeviceIsReadAgainWhenItsBytesAreUsedUp() throws IOException {
    Path device = directory.resolve("urandom");
    Files.write(device, ByteBuffer.allocate(256).putLong(1).array());
    SystemRandom random = new SystemRandom(device);
    for (int i = 0; i < 32; i++) {
      random.nextLong();
    }
    Files.write(device, ByteBuffer.allocate(256).putLong(2).array());

    assertThat(random.nextLong()).isEqualTo(2);
  }

  @Test
  void withoutADeviceOrItsBytesNumbersStillDiffer() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));
    for (Path device : new Path[] {directory.resolve("none"), empty}) {
      SystemRandom random = new SystemRandom(device);
      Set<Long> drawn = new HashSet<>();
      for (int i = 0; i < 100; i++) {
        drawn.add(random.nextLong());
      }
      assertThat(drawn).hasSize(100);
    }
  }
}
