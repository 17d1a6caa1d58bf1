package org.jlvm.core.device.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.ondisk.layout.Topology;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTopologyTest {
  @TempDir Path sys;

  private final RecordedMessages messages = new RecordedMessages();

  private void attribute(String name, String value) throws IOException {
    Path file = sys.resolve("dev/block/9:0").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, value + "\n");
  }

  private Topology topology() {
    LinuxDevice device =
        new LinuxDevice(List.of("/dev/md0"), new DeviceNumber(9, 0), new Sysfs(sys));
    return DeviceTopology.of(device, messages);
  }

  @Test
  void readsIoSizesInSectors() throws IOException {
    attribute("queue/minimum_io_size", "4096");
    attribute("queue/optimal_io_size", "786432");
    attribute("alignment_offset", "3584");
    assertThat(topology())
        .isEqualTo(new Topology(Sectors.ZERO, Sectors.of(8), Sectors.of(1536), Sectors.of(7)));
    assertThat(messages.shown()).isEmpty();
  }

  @Test
  void aSizeThatIsNoMultipleOf4KibCountsAs4Kib() throws IOException {
    attribute("queue/optimal_io_size", String.valueOf(32767 * 512));
    assertThat(topology().optimalIo()).isEqualTo(Sectors.of(8));
    assertThat(messages.shown())
        .containsExactly(
            "WARNING: Ignoring queue/optimal_io_size = 16776704 for device /dev/md0"
                + " (not divisible by 4KiB).");
  }

  @Test
  void aSizeBelowASectorIsOne() throws IOException {
    attribute("queue/minimum_io_size", "100");
    assertThat(topology().minimumIo()).isEqualTo(Sectors.of(1));
    assertThat(messages.shown())
        .containsExactly(
            "WARNING: Device /dev/md0: queue/minimum_io_size is 100 and is unexpectedly less than"
                + " sector.");
  }

  @Test
  void stripesOfAnArrayAreItsChunksOnDisksWithData() throws IOException {
    attribute("md/chunk_size", "65536");
    attribute("md/raid_disks", "4");
    assertThat(width("raid0")).isEqualTo(512);
    assertThat(width("raid5")).isEqualTo(384);
    assertThat(width("raid6")).isEqualTo(256);
    assertThat(width("raid1")).isEqualTo(128);
    assertThat(width("raid10")).as("as lvm2 counts it").isEqualTo(128);
    assertThat(width("linear")).isZero();
  }

  private long width(String level) throws IOException {
    attribute("md/level", level);
    return topology().mdStripeWidth().count();
  }
}
