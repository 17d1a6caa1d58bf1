package org.jlvm.activation.node;

import java.util.Optional;
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

  /** The path that users know a device of this name by; empty if it is not named as lvm2 does. */
  public static Optional<Node.Link> link(DmName name) {
    String text = name.value();
    int split = single(text, 0);
    if (split <= 0 || single(text, split + 1) >= 0) {
      return Optional.empty();
    }
    String vg = text.substring(0, split).replace("--", "-");
    String lv = text.substring(split + 1).replace("--", "-");
    return VgName.isValid(vg) && LvName.isValid(lv)
        ? Optional.of(new Node.Link(new VgName(vg), new LvName(lv)))
        : Optional.empty();
  }

  /** {@code VG/LV} of a device, whichever of the volume's it is; empty if lvm2 names none so. */
  public static Optional<String> volume(DmName name) {
    String text = name.value();
    int split = single(text, 0);
    if (split <= 0 || split + 1 == text.length()) {
      return Optional.empty();
    }
    int end = single(text, split + 1);
    String vg = text.substring(0, split).replace("--", "-");
    String lv = text.substring(split + 1, end < 0 ? text.length() : end).replace("--", "-");
    return Optional.of(vg + '/' + lv);
  }

  /** The first hyphen that is not one of two. */
  private static int single(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '-') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '-') {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
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
