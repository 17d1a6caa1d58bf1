package org.jlvm.core.format;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.text.MetadataWriter;
import org.jlvm.core.config.text.MetadataWriter.Position;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;

/**
 * Where the logical volumes of a group are in its text, so that the next text copies those that are
 * still the same objects. The lines of a volume depend on it, on the order of the physical volumes
 * and the extent size; those that name other logical volumes are always written anew.
 */
final class WrittenVolumes {
  /** How far a volume is looked for behind where it should be: some were removed before it. */
  private static final int LOOK_AHEAD = 16;

  /** Strings have no line ends, so that this is no part of one. */
  private static final String FIRST_LINE = "\nlogical_volumes {\n";

  private final MetadataWriter out;
  private final VolumeGroup vg;
  private final ZoneId zone;
  private final Optional<WrittenVolumes> earlier;

  private final List<LogicalVolume> lvs;
  private final List<Position> starts;
  private final List<Boolean> copyable;
  private final List<Integer> fresh = new ArrayList<>();

  /** The place in the earlier text where the next volume should be. */
  private int next;

  /**
   * @param zone of the dates in comments
   * @param earlier a text of the same group
   */
  WrittenVolumes(
      MetadataWriter out, VolumeGroup vg, ZoneId zone, Optional<WrittenVolumes> earlier) {
    this.out = out;
    this.vg = vg;
    this.zone = zone;
    this.earlier = earlier.filter(this::isAlike);
    int count = vg.lvs().size();
    lvs = new ArrayList<>(count);
    starts = new ArrayList<>(count + 1);
    copyable = new ArrayList<>(count);
  }

  private boolean isAlike(WrittenVolumes other) {
    if (!vg.extentSize().equals(other.vg.extentSize())
        || !zone.equals(other.zone)
        || vg.pvs().size() != other.vg.pvs().size()) {
      return false;
    }
    for (int i = 0; i < vg.pvs().size(); i++) {
      PhysicalVolume pv = vg.pvs().get(i);
      if (!pv.id().equals(other.vg.pvs().get(i).id())) {
        return false;
      }
    }
    return true;
  }

  /** Begins with the first volume. */
  void start() {
    starts.add(out.position());
  }

  /** Copies the lines of a volume, if the earlier text has them. */
  boolean copies(LogicalVolume lv) {
    if (earlier.isEmpty()) {
      return false;
    }
    WrittenVolumes source = earlier.get();
    int limit = Math.min(source.lvs.size(), next + LOOK_AHEAD);
    for (int i = next; i < limit; i++) {
      if (source.lvs.get(i) == lv) {
        next = i + 1;
        if (!source.copyable.get(i)) {
          return false;
        }
        out.copy(source.out, source.starts.get(i), source.starts.get(i + 1));
        add(lv, true);
        return true;
      }
    }
    return false;
  }

  /**
   * Notes a volume that was written.
   *
   * @param refersToVolumes whether its lines name other logical volumes, which may be renamed
   */
  void wrote(LogicalVolume lv, boolean refersToVolumes) {
    fresh.add(lvs.size());
    add(lv, !refersToVolumes);
  }

  private void add(LogicalVolume lv, boolean canBeCopied) {
    lvs.add(lv);
    starts.add(out.position());
    copyable.add(canBeCopied);
  }

  /** Whether every volume was written anew. */
  boolean areAllFresh() {
    return fresh.size() == lvs.size();
  }

  /**
   * A text for disks without the volumes that were copied.
   *
   * @param text what was written, with these volumes in it
   */
  byte[] withoutCopies(byte[] text) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(text, 0, starts.get(0).disk());
    for (int i : fresh) {
      int from = starts.get(i).disk();
      rest.write(text, from, starts.get(i + 1).disk() - from);
    }
    int end = starts.get(lvs.size()).disk();
    rest.write(text, end, text.length - end);
    return rest.toByteArray();
  }

  /** Whether the volumes stand in the same bytes in a text for disks. */
  boolean areIn(byte[] diskText) {
    if (lvs.isEmpty()) {
      return false;
    }
    int at = indexOf(diskText, FIRST_LINE);
    return at >= 0
        && out.hasOnDisk(starts.get(0), starts.get(lvs.size()), diskText, at + FIRST_LINE.length());
  }

  private static int indexOf(byte[] text, String line) {
    for (int at = 0; at <= text.length - line.length(); at++) {
      int same = 0;
      while (same < line.length() && text[at + same] == line.charAt(same)) {
        same++;
      }
      if (same == line.length()) {
        return at;
      }
    }
    return -1;
  }
}
