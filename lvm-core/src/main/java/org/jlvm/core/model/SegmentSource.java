package org.jlvm.core.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.units.Sectors;

/**
 * The keys of one segment section, with names of volumes resolved. Every method throws a
 * FormatException that says where the text is wrong.
 */
public interface SegmentSource {
  boolean has(String key);

  /** A number that must be there, 0 to 2^32-1. */
  long number(String key);

  OptionalLong findNumber(String key);

  /** A size that must be there. */
  default Sectors sectors(String key) {
    return Sectors.of(number(key));
  }

  /** The LV that the value of a key names; it must be there. */
  LvmId lv(String key);

  Optional<LvmId> findLv(String key);

  /** A list of name/extent pairs, which must be there and have the given number of pairs. */
  List<Area> areas(String key, long count);

  /** A list of LV names, which must be there. */
  List<LvmId> lvList(String key);

  /** The name that an LV has in this text. */
  String nameOf(LvmId lv);

  /** Everything not asked for by key, as text; for types that are not known. */
  ForeignText foreignText();
}
