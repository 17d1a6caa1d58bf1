package org.jlvm.core.alloc;

import java.util.List;

/**
 * Settings of lvm.conf's section {@code allocation} that decide where extents go.
 *
 * @param maximiseCling {@code maximise_cling}
 * @param clingTags {@code cling_tag_list}
 * @param separateLogs {@code mirror_logs_require_separate_pvs}; for pools the setting of that name
 */
public record AllocationSettings(boolean maximiseCling, ClingTags clingTags, boolean separateLogs) {
  /** lvm2's defaults. */
  public static final AllocationSettings DEFAULT =
      new AllocationSettings(true, ClingTags.NONE, false);

  public AllocationSettings withClingTags(List<String> list) {
    return new AllocationSettings(maximiseCling, ClingTags.of(list), separateLogs);
  }
}
