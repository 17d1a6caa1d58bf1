package org.jlvm.core.device.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.RecordedMessages;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.discovery.DeviceCatalog;
import org.jlvm.core.device.id.DeviceIds;
import org.junit.jupiter.api.Test;

/** Which devices {@code --devices} leaves to a command. */
class DevicesFileLimitTest {
  private final RecordedMessages messages = new RecordedMessages();
  private final Machine machine = Machine.here(messages);
  private final LinuxDevice one = device(1, "/dev/fake1");
  private final LinuxDevice two = device(2, "/dev/fake2");
  private final DeviceCatalog catalog = new DeviceCatalog(List.of(one, two));

  private LinuxDevice device(int minor, String name) {
    return new LinuxDevice(List.of(name), new DeviceNumber(240, minor), machine.sysfs());
  }

  private DeviceScanner.Limit limit(Optional<String> only) {
    DeviceScanner scanner = new DeviceScanner(DeviceSettings.DEFAULT, machine);
    DeviceIds ids = new DeviceIds(machine.sysfs(), scanner.types(), machine.mappedDevices());
    List<String> listed = List.of("/dev/fake1", "/dev/fake2", "/dev/fake3");
    return new DevicesFileLimit(
            scanner, ids, new DevicesFileLimit.NameFilters(false, false), messages)
        .resolve(
            new DevicesFileLimit.Wishes(listed, only, Optional.empty(), false, false, false),
            catalog)
        .limit();
  }

  @Test
  void listedDevicesAreUsedAndThoseThatAreNotThereTold() {
    assertThat(limit(Optional.empty()))
        .isEqualTo(new DeviceScanner.DevicesList(Set.of(one.deviceNumber(), two.deviceNumber())));
    assertThat(messages.shown()).containsExactly("Device not found for /dev/fake3.");
  }

  @Test
  void commandOnOneDeviceFindsNoOther() {
    assertThat(limit(Optional.of("/dev/fake2")))
        .isEqualTo(new DeviceScanner.DevicesList(Set.of(two.deviceNumber())));
    assertThat(messages.shown())
        .containsExactly("Device not found for /dev/fake1.", "Device not found for /dev/fake3.");
  }
}
