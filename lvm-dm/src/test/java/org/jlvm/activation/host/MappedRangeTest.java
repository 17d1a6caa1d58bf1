package org.jlvm.activation.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappedRangeTest {
  @Test
  void linesOfTheKernel() {
    MappedRange file =
        MappedRange.of("7f00a000-7f00c000 r-xp 00002000 08:01 1234    /lib/x y.so (deleted)");
    assertThat(file.from()).isEqualTo(0x7f00a000L);
    assertThat(file.length()).isEqualTo(0x2000);
    assertThat(file.isReadableFile()).isTrue();
    assertThat(file.path()).isEqualTo("/lib/x y.so (deleted)");
    for (String none :
        List.of(
            "e0000000-f0000000 rw-p 00000000 00:00 0",
            "55d0-55d1 rw-p 00000000 00:00 0   [heap]",
            "7f00a000-7f00c000 ---p 00002000 08:01 1234    /lib/x.so",
            "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0   [vsyscall]")) {
      assertThat(MappedRange.of(none).isReadableFile()).as(none).isFalse();
    }
  }

  @Test
  void filesOfThisProcess() throws IOException {
    List<String> files =
        Files.readAllLines(Path.of("/proc/self/maps")).stream()
            .map(MappedRange::of)
            .filter(MappedRange::isReadableFile)
            .map(MappedRange::path)
            .toList();
    assertThat(files).anyMatch(path -> path.endsWith("libjvm.so"));
  }
}
