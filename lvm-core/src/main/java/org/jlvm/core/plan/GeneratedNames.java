package org.jlvm.core.plan;

import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.VolumeGroup;

/** Names for volumes that the user did not name. */
public final class GeneratedNames {
  private static final int MOST_DIGITS = 9;

  private GeneratedNames() {}

  /** The prefix with the number after the highest that is in use. */
  public static LvName next(VolumeGroup vg, String prefix) {
    long next = 0;
    for (LogicalVolume lv : vg.lvs()) {
      String name = lv.name().value();
      if (name.startsWith(prefix)) {
        next = Math.max(next, numberAfter(name, prefix.length()) + 1);
      }
    }
    return new LvName(prefix + next);
  }

  private static long numberAfter(String name, int from) {
    long number = 0;
    int i = from;
    while (i < name.length() && Character.isDigit(name.charAt(i)) && i < from + MOST_DIGITS) {
      number = number * 10 + (name.charAt(i) - '0');
      i++;
    }
    return i == from ? -1 : number;
  }
}
