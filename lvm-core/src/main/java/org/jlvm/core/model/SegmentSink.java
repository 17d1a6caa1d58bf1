package org.jlvm.core.model;

import java.util.List;
import org.jlvm.core.units.Sectors;

/** Takes the keys of one segment section in the order in which they are to be printed. */
public interface SegmentSink {
  void number(String key, long value);

  /** A number with a comment behind it in commented output; an empty comment is none. */
  void number(String key, long value, String comment);

  /** A size, with its readable form as comment in commented output. */
  void size(String key, long value, Sectors size);

  void lv(String key, LvmId lv);

  /** A list of name/extent pairs, one a line. */
  void areas(String key, List<Area> areas);

  /** A list of lines, each with one or two LV names. */
  void lvLines(String key, List<List<LvmId>> lines);

  void foreignText(ForeignText text);

  /** Size of an extent of the group that is being written. */
  Sectors extentSize();
}
