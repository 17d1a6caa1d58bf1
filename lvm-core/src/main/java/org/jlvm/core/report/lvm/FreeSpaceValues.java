package org.jlvm.core.report.lvm;

import org.jlvm.core.report.field.Cell;

/**
 * What fields of volumes and segments show of free space: lvm2 takes it for a nameless visible
 * volume of no size with a segment of type {@code free}.
 */
final class FreeSpaceValues {
  /** lvm2 counts down from no copies at all. */
  private static final long NO_PARITY = 0xFFFFFFFFL;

  private final Rendering rendering;
  private final boolean driver;

  FreeSpaceValues(Rendering rendering, boolean driver) {
    this.rendering = rendering;
    this.driver = driver;
  }

  Cell cell(LvField field, LvmRow row) {
    return switch (field) {
      case LV_FULL_NAME -> Cell.text(groupName(row) + '/');
      case LV_PATH -> path("", groupName(row), "/");
      case LV_DM_PATH -> path("mapper/", groupName(row).replace("-", "--"), "-");
      case LV_LAYOUT -> Cell.text("unknown");
      case LV_ROLE -> Cell.text("public");
      case LV_ALLOCATION_POLICY -> Cell.text("unknown");
      case LV_INITIAL_IMAGE_SYNC,
          LV_IMAGE_SYNCED,
          LV_MERGING,
          LV_CONVERTING,
          LV_ALLOCATION_LOCKED,
          LV_FIXED_MINOR,
          LV_SKIP_ACTIVATION,
          LV_HISTORICAL ->
          rendering.flag(false, "");
      case LV_AUTOACTIVATION -> rendering.flag(true, "enabled");
      case LV_ACTIVE, LV_ACTIVE_LOCALLY, LV_ACTIVE_REMOTELY, LV_ACTIVE_EXCLUSIVELY ->
          driver ? rendering.flag(false, "") : rendering.unknownFlag();
      case LV_MAJOR, LV_MINOR, RAIDINTEGRITYBLOCKSIZE, WRITECACHE_BLOCK_SIZE -> Cell.number(-1);
      case LV_READ_AHEAD, LV_SIZE -> rendering.size(0);
      case SEG_COUNT -> Cell.number(0);
      case ORIGIN_SIZE, LV_TIME, LV_TIME_REMOVED -> Cell.number("", 0);
      case LV_METADATA_SIZE,
          RAID_MISMATCH_COUNT,
          RAID_WRITE_BEHIND,
          RAID_MIN_RECOVERY_RATE,
          RAID_MAX_RECOVERY_RATE,
          INTEGRITYMISMATCHES ->
          Cell.UNDEFINED;
      default -> Cell.EMPTY;
    };
  }

  private static String groupName(LvmRow row) {
    return row.vg().isPresent() ? row.vg().get().vg().name().value() : "";
  }

  private Cell path(String folder, String group, String joint) {
    return group.isEmpty()
        ? Cell.EMPTY
        : Cell.text(rendering.deviceDirectory() + folder + group + joint);
  }

  Cell cell(SegmentField field, LvmRow row) {
    return switch (field) {
      case SEGTYPE -> Cell.text("free");
      case STRIPES, DATA_STRIPES, SEG_START_PE -> Cell.number(0);
      case SEG_SIZE_PE -> Cell.number(length(row));
      case SEG_SIZE -> rendering.size(length(row) * extentSize(row));
      case STRIPE_SIZE, REGION_SIZE, CHUNK_SIZE, SEG_START -> rendering.size(0);
      case PARITY_CHUNKS -> Cell.number(NO_PARITY);
      case ZERO -> rendering.unknownFlag();
      default -> field.type().isText() ? Cell.EMPTY : Cell.UNDEFINED;
    };
  }

  private static long length(LvmRow row) {
    return row.run().isPresent() ? row.run().get().length() : 0;
  }

  private static long extentSize(LvmRow row) {
    return row.vg().isPresent() ? row.vg().get().vg().extentSize().count() : 0;
  }
}
