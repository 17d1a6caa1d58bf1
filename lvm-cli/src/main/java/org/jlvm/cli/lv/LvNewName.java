package org.jlvm.cli.lv;

import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LvName;

/** Names that a user may give to a volume (lvm(8), VALID NAMES). */
public final class LvNewName {
  private static final String[] PREFIXES = {"pvmove", "snapshot"};

  private static final String[] PARTS = {
    "_cdata",
    "_cmeta",
    "_corig",
    "_cvol",
    "_wcorig",
    "_iorig",
    "_imeta",
    "_mimage",
    "_mlog",
    "_pmspare",
    "_rimage",
    "_rmeta",
    "_tdata",
    "_tmeta",
    "_vdata",
    "_vorigin"
  };

  private LvNewName() {}

  /** Whether a name, perhaps with its group, is one of a part of another volume. */
  static boolean isOfComponent(String name) {
    for (String part : PARTS) {
      if (name.contains(part) && !part.equals("_pmspare") && !part.equals("_vorigin")) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param invalid what to say if it is no name at all
   * @throws UsageException if it cannot be used
   */
  public static void requireUsable(String name, String invalid) {
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        throw new UsageException(
            "Names starting \"" + prefix + "\" are reserved. Please choose a different LV name.");
      }
    }
    for (String part : PARTS) {
      if (name.contains(part)) {
        throw new UsageException(
            "Names including \"" + part + "\" are reserved. Please choose a different LV name.");
      }
    }
    if (!LvName.isValid(name)) {
      throw new UsageException(invalid);
    }
  }
}
