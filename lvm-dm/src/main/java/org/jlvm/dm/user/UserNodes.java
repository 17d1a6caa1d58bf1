package org.jlvm.dm.user;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jlvm.dm.DmName;
import org.jlvm.dm.table.DeviceNumber;

/** Which nodes there would be: as with real ones, changes show when they are settled. */
final class UserNodes {
  private final Map<DmName, DeviceNumber> present = new LinkedHashMap<>();
  private final Map<DmName, Optional<DeviceNumber>> wanted = new LinkedHashMap<>();

  void add(DmName name, DeviceNumber number) {
    wanted.put(name, Optional.of(number));
  }

  void remove(DmName name) {
    wanted.put(name, Optional.empty());
  }

  void settle() {
    for (Map.Entry<DmName, Optional<DeviceNumber>> entry : wanted.entrySet()) {
      if (entry.getValue().isPresent()) {
        present.put(entry.getKey(), entry.getValue().get());
      } else {
        present.remove(entry.getKey());
      }
    }
    wanted.clear();
  }

  Map<DmName, DeviceNumber> present() {
    return Map.copyOf(present);
  }
}
