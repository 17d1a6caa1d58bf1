package org.jlvm.cli.session;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.config.settings.DevicesSettings;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.config.text.StringValue;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/** {@code devices/types}: names of drivers, each followed by the most partitions of a disk. */
final class ConfiguredDeviceTypes {
  private static final String WHERE = " in devices/types in config file";

  private ConfiguredDeviceTypes() {}

  /**
   * @throws FailedException if the list is not of that form; what is wrong is told before
   */
  static List<DeviceTypes.Extra> read(DevicesSettings devices, Messages messages) {
    List<ConfigValue> words = devices.types().orElse(List.of());
    List<DeviceTypes.Extra> types = new ArrayList<>(words.size() / 2);
    for (int i = 0; i < words.size(); i += 2) {
      if (!(words.get(i) instanceof StringValue name)) {
        throw refused(messages, "Expecting string" + WHERE);
      }
      if (i + 1 == words.size() || !(words.get(i + 1) instanceof ConfigValue.IntegerValue minors)) {
        throw refused(messages, "Max partition count missing for " + name.value() + WHERE);
      }
      if (minors.value() <= 0 || minors.value() > Integer.MAX_VALUE) {
        throw refused(messages, "Zero partition count invalid for " + name.value() + WHERE);
      }
      types.add(new DeviceTypes.Extra(name.value(), Math.toIntExact(minors.value())));
    }
    return types;
  }

  private static FailedException refused(Messages messages, String text) {
    messages.error(text);
    return new FailedException("Updated config file invalid. Aborting.");
  }
}
