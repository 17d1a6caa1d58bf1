package org.jlvm.activation.node;

import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VgName;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;

/**
 * Names and uuids of devices as lvm2 gives them: {@code vg-lv[-layer]} with the hyphens of each
 * part doubled, and {@code LVM-} followed by the ids of group and volume without hyphens.
 */
public final class DeviceNames {
  private static final String UUID_PREFIX = "LVM-";

  private DeviceNames() {}

  /**
   * @param suffix layer, or empty
   */
  public static DmName name(VgName vg, LvName lv, String suffix) {
    StringBuilder name = new StringBuilder();
    appendDoubled(name, vg.value());
    name.append('-');
    appendDoubled(name, lv.value());
    if (!suffix.isEmpty()) {
      name.append('-').append(suffix);
    }
    return new DmName(name.toString());
  }

  private static void appendDoubled(StringBuilder name, String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      name.append(c);
      if (c == '-') {
        name.append(c);
      }
    }
  }

  /**
   * @param suffix layer, or empty
   */
  public static DmUuid uuid(LvmId vg, LvmId lv, String suffix) {
    String uuid = UUID_PREFIX + vg.value() + lv.value();
    return new DmUuid(suffix.isEmpty() ? uuid : uuid + '-' + suffix);
  }

  /** What the uuids of all devices of a group begin with. */
  public static String prefix(LvmId vg) {
    return UUID_PREFIX + vg.value();
  }
}
