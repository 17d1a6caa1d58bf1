package org.jlvm.core.device.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceTypesTest {
  private static final DeviceTypes TYPES =
      DeviceTypes.parse(
          "Character devices:\n 10 misc\n\nBlock devices:\n  8 sd\n254 device-mapper\n", List.of());

  @Test
  void theMajorNumberOfADriverIsFoundByItsName() {
    assertThat(TYPES.major("device-mapper")).hasValue(254);
    assertThat(TYPES.major("device")).isEmpty();
    assertThat(TYPES.major("misc")).isEmpty();
  }
}
