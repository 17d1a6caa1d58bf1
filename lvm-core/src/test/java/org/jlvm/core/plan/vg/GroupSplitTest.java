package org.jlvm.core.plan.vg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.junit.jupiter.api.Test;

class GroupSplitTest {
  private static final String IDS = "-0000-0000-0000-0000-0000-000000";

  /** One volume on the first disk, one on both. */
  private static VolumeGroup group(String type) {
    return VgTextReader.readFile(
            """
            contents = "Text Format Volume Group"
            version = 1
            description = ""
            creation_host = "h"
            creation_time = 1
            v0 {
              id = "vg0000%1$s"
              seqno = 1
              format = "lvm2"
              status = ["RESIZEABLE", "READ", "WRITE"]
              flags = []
              extent_size = 8192
              max_lv = 0
              max_pv = 0
              metadata_copies = 0
              physical_volumes {
                pv0 { id = "pv0000%1$s" device = "/dev/a" status = ["ALLOCATABLE"] flags = []
                  dev_size = 131072 pe_start = 2048 pe_count = 15 }
                pv1 { id = "pv1111%1$s" device = "/dev/b" status = ["ALLOCATABLE"] flags = []
                  dev_size = 131072 pe_start = 2048 pe_count = 15 }
              }
              logical_volumes {
                both { id = "lv0000%1$s" status = ["READ", "WRITE", "VISIBLE"] flags = []
                  segment_count = 1
                  segment1 { start_extent = 0 extent_count = 2 type = "striped" stripe_count = 2
                    stripe_size = 128 stripes = ["pv0", 0, "pv1", 0] } }
                one { id = "lv1111%1$s" status = ["READ", "WRITE", "VISIBLE"] flags = []
                  segment_count = 1
                  segment1 { start_extent = 0 extent_count = 1 type = "striped" stripe_count = 1
                    stripes = ["%2$s", 4] } }
              }
            }
            """
                .formatted(IDS, type)
                .getBytes(StandardCharsets.UTF_8))
        .vg();
  }

  private static VolumeGroup empty(VolumeGroup like) {
    return like.toBuilder().pvs(List.of()).lvs(List.of()).build();
  }

  @Test
  void volumesOnOneSideAreAskedForBeforeLaterOnesAreFoundTorn() {
    VolumeGroup from = group("pv1");
    Set<LvmId> second = Set.of(from.pvs().get(1).id());
    List<LogicalVolume> reversed = new ArrayList<>(from.lvs());
    Collections.reverse(reversed);
    VolumeGroup oneFirst = from.toBuilder().lvs(reversed).build();
    FailedException refused =
        assertThrows(
            FailedException.class,
            () ->
                GroupSplit.of(
                    oneFirst,
                    empty(from),
                    second,
                    lv -> {
                      throw new FailedException("asked for " + lv.name());
                    }));
    assertEquals("asked for one", refused.getMessage());
  }

  @Test
  void tornVolumesAreNamed() {
    VolumeGroup from = group("pv1");
    Set<LvmId> second = Set.of(from.pvs().get(1).id());
    FailedException refused =
        assertThrows(
            FailedException.class, () -> GroupSplit.of(from, empty(from), second, lv -> {}));
    assertEquals("Can't split Logical Volume both between two Volume Groups", refused.getMessage());
  }

  @Test
  void eachVolumeThatMovesIsAskedForOnce() {
    VolumeGroup from = group("pv0");
    Set<LvmId> all = Set.of(from.pvs().get(0).id(), from.pvs().get(1).id());
    List<String> asked = new ArrayList<>();
    GroupSplit split = GroupSplit.of(from, empty(from), all, lv -> asked.add(lv.name().toString()));
    assertEquals(List.of("both", "one"), asked);
    assertEquals(2, split.moved().size());
  }
}
