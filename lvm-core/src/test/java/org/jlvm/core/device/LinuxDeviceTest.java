package org.jlvm.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.jlvm.core.error.DeviceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a real block device: needs root and a loop device. */
class LinuxDeviceTest {
  private static final int SIZE = 3 * 4096 + 512;

  @TempDir Path folder;
  private Path file;
  private String loop = "";

  @BeforeEach
  void attach() throws IOException, InterruptedException {
    assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "needs root");
    assumeTrue(Files.exists(Path.of("/dev/loop-control")), "needs loop devices");
    file = folder.resolve("disk");
    byte[] contents = new byte[SIZE];
    new Random(1).nextBytes(contents);
    Files.write(file, contents);
    loop = run("losetup", "-f", "--show", file.toString());
  }

  @AfterEach
  void detach() throws IOException, InterruptedException {
    if (!loop.isEmpty()) {
      run("losetup", "-d", loop);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  private byte[] read(long offset, int length) {
    LinuxDevice device =
        new LinuxDevice(List.of(loop), new DeviceNumber(7, 0), new Sysfs(folder.resolve("sys")));
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      ByteBuffer target = ByteBuffer.allocate(length);
      handle.read(offset, target);
      return target.array();
    }
  }

  /** A device that is held open keeps its page cache; the disk below may have changed. */
  @Test
  void readsWhatTheDeviceHoldsNow() throws IOException {
    try (FileChannel holder = FileChannel.open(Path.of(loop), StandardOpenOption.READ)) {
      holder.read(ByteBuffer.allocate(SIZE), 0);
      try (FileChannel below = FileChannel.open(file, StandardOpenOption.WRITE)) {
        below.write(ByteBuffer.wrap("changed".getBytes(StandardCharsets.US_ASCII)), 4096);
        below.force(false);
      }
      assertThat(new String(read(4096, 7), StandardCharsets.US_ASCII)).isEqualTo("changed");
    }
  }

  @Test
  void anyRangeCanBeRead() throws IOException {
    byte[] contents = Files.readAllBytes(file);
    for (int offset : List.of(0, 1, 511, 512, 4095, 4096, 9000, SIZE - 600, SIZE - 1)) {
      for (int length : List.of(1, 512, 600, 4096, 5000, SIZE)) {
        if (offset + length <= SIZE) {
          byte[] wanted = new byte[length];
          System.arraycopy(contents, offset, wanted, 0, length);
          assertThat(read(offset, length)).as(offset + "+" + length).isEqualTo(wanted);
        }
      }
    }
  }

  @Test
  void theEndIsToldWithTheName() {
    assertThatThrownBy(() -> read(SIZE - 10, 11))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining(loop)
        .hasMessageContaining("end");
  }
}
