package org.jlvm.core.device.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.MappedDevices;
import org.jlvm.core.device.Sysfs;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceIdsTest {
  @TempDir Path sys;

  /** A disk behind two ports has an id for each in its vital product data (SPC-4, page 0x83). */
  @Test
  void aDiskMayHaveSeveralIdsOfOneKind() throws IOException {
    Path device = Files.createDirectories(sys.resolve("dev/block/8:0/device"));
    String one = "600a098038303877413f4e7049592e6e";
    String two = "600a098000000002ac18542400000dbd";
    Files.write(
        device.resolve("vpd_pg83"),
        HexFormat.of().parseHex("00830028" + "01030010" + one + "01030010" + two));
    Sysfs sysfs = new Sysfs(sys);
    DeviceIds ids =
        new DeviceIds(
            sysfs,
            DeviceTypes.parse("Block devices:\n  8 sd\n", List.of()),
            MappedDevices.of(sysfs));
    assertThat(ids.wwids(new LinuxDevice(List.of("/dev/sda"), new DeviceNumber(8, 0), sysfs)))
        .containsExactly(
            new DeviceId(IdType.WWID_NAA, "naa." + one),
            new DeviceId(IdType.WWID_NAA, "naa." + two));
  }
}
