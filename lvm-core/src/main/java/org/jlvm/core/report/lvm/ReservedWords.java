package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.report.field.Field;
import org.jlvm.core.report.field.ReservedValue;

/** Words that selections may use for values, in lvm2's order. */
final class ReservedWords {
  static final List<ReservedValue> ALL = all();

  private ReservedWords() {}

  private static List<ReservedValue> all() {
    List<ReservedValue> words = new ArrayList<>(96);
    words.add(ReservedValue.strictNumber(Cell.number(-1), "-1", "unknown", "undefined", "undef"));
    flag(words, PvField.PV_ALLOCATABLE, "allocatable");
    flag(words, PvField.PV_EXPORTED, "exported");
    flag(words, PvField.PV_MISSING, "missing");
    flag(words, PvField.PV_IN_USE, "used", "in use");
    flag(words, PvField.PV_DUPLICATE, "duplicate");
    flag(words, VgField.VG_EXTENDABLE, "extendable");
    flag(words, VgField.VG_EXPORTED, "exported");
    flag(words, VgField.VG_PARTIAL, "partial");
    flag(words, VgField.VG_CLUSTERED, "clustered");
    flag(words, VgField.VG_SHARED, "shared");
    text(words, VgField.VG_PERMISSIONS, "writeable", "rw", "read-write");
    text(words, VgField.VG_PERMISSIONS, "read-only", "r", "ro");
    words.add(ReservedValue.strict(VgField.VG_MDA_COPIES, Cell.number(-1), "unmanaged"));
    addLvWords(words);
    addSegmentWords(words);
    return List.copyOf(words);
  }

  private static void addLvWords(List<ReservedValue> words) {
    flag(words, LvField.LV_INITIAL_IMAGE_SYNC, "initial image sync", "sync");
    flag(words, LvField.LV_IMAGE_SYNCED, "image synced", "synced");
    flag(words, LvField.LV_MERGING, "merging");
    flag(words, LvField.LV_CONVERTING, "converting");
    flag(words, LvField.LV_ALLOCATION_LOCKED, "allocation locked", "locked");
    flag(words, LvField.LV_FIXED_MINOR, "fixed minor", "fixed");
    flag(words, LvField.LV_ACTIVE, "active");
    flag(words, LvField.LV_ACTIVE_LOCALLY, "active locally", "active", "locally");
    flag(words, LvField.LV_ACTIVE_REMOTELY, "active remotely", "active", "remotely");
    flag(words, LvField.LV_ACTIVE_EXCLUSIVELY, "active exclusively", "active", "exclusively");
    flag(words, LvDeviceField.LV_MERGE_FAILED, "merge failed", "failed");
    flag(words, LvDeviceField.LV_SNAPSHOT_INVALID, "snapshot invalid", "invalid");
    flag(words, LvDeviceField.LV_SUSPENDED, "suspended");
    flag(words, LvDeviceField.LV_LIVE_TABLE, "live table present", "live table", "live");
    flag(
        words,
        LvDeviceField.LV_INACTIVE_TABLE,
        "inactive table present",
        "inactive table",
        "inactive");
    flag(words, LvDeviceField.LV_DEVICE_OPEN, "open");
    flag(words, LvField.LV_SKIP_ACTIVATION, "skip activation", "skip");
    flag(words, SegmentField.ZERO, "zero");
    flag(words, LvDeviceField.LV_CHECK_NEEDED, "check needed", "needed");
    flag(words, SegmentField.VDO_COMPRESSION, "enabled");
    flag(words, SegmentField.VDO_DEDUPLICATION, "enabled");
    flag(words, SegmentField.VDO_USE_METADATA_HINTS, "enabled");
    flag(words, SegmentField.VDO_USE_SPARSE_INDEX, "enabled");
    text(words, LvDeviceField.LV_PERMISSIONS, "writeable", "rw", "read-write");
    text(words, LvDeviceField.LV_PERMISSIONS, "read-only", "r", "ro");
    text(
        words,
        LvDeviceField.LV_PERMISSIONS,
        "read-only-override",
        "ro-override",
        "r-override",
        "R");
    words.add(
        ReservedValue.strict(LvField.LV_READ_AHEAD, Cell.size("auto", Double.MAX_VALUE), "auto"));
    text(words, LvField.LV_WHEN_FULL, "error", "error when full", "error if no space");
    text(words, LvField.LV_WHEN_FULL, "queue", "queue when full", "queue if no space");
    undefined(words, LvField.LV_WHEN_FULL);
  }

  private static void addSegmentWords(List<ReservedValue> words) {
    undefined(words, SegmentField.CACHE_POLICY);
    undefined(words, SegmentField.SEG_MONITOR);
    undefined(words, LvDeviceField.LV_HEALTH_STATUS);
    undefined(words, LvDeviceField.KERNEL_DISCARDS);
    undefined(words, SegmentField.VDO_WRITE_POLICY);
  }

  private static void flag(List<ReservedValue> words, Field field, String... names) {
    words.add(ReservedValue.named(field, Cell.number(1), with(names, "yes")));
    words.add(ReservedValue.named(field, Cell.number(0), with(names, "no")));
  }

  private static String[] with(String[] names, String last) {
    String[] all = new String[names.length + 1];
    System.arraycopy(names, 0, all, 0, names.length);
    all[names.length] = last;
    return all;
  }

  private static void text(
      List<ReservedValue> words, Field field, String value, String... otherNames) {
    List<String> names = new ArrayList<>(List.of(otherNames));
    names.add(0, value);
    words.add(ReservedValue.named(field, Cell.text(value), names.toArray(String[]::new)));
  }

  private static void undefined(List<ReservedValue> words, Field field) {
    words.add(ReservedValue.strict(field, Cell.EMPTY, "", "undefined"));
  }
}
