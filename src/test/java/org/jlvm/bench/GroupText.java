package org.jlvm.bench;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jlvm.core.format.TextHeader;

/** The metadata text of a group with many volumes. */
final class GroupText {
  static final TextHeader HEADER =
      new TextHeader(
          "jlvm",
          "",
          "bench",
          "Linux bench 6.1 x86_64",
          Optional.empty(),
          1_700_000_000L,
          ZoneOffset.UTC);

  private GroupText() {}

  /** The text of a group with so many volumes of one extent, and room for some more. */
  static byte[] of(int volumes) {
    StringBuilder text = new StringBuilder(volumes * 300 + 2000);
    text.append(head(volumes + 1000));
    for (int i = 0; i < volumes; i++) {
      text.append(volume(i));
    }
    return text.append("}\n}\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String head(int extents) {
    return """
        contents = "Text Format Volume Group"
        version = 1
        vg {
        id = "vgvgvg-vgvg-vgvg-vgvg-vgvg-vgvg-vgvgvg"
        seqno = 1
        format = "lvm2"
        status = ["RESIZEABLE", "READ", "WRITE"]
        flags = []
        extent_size = 128
        max_lv = 0
        max_pv = 0
        metadata_copies = 0
        physical_volumes {
        pv0 {
        id = "aaaaaa-aaaa-aaaa-aaaa-aaaa-aaaa-aaaaaa"
        device = "/dev/sda"
        status = ["ALLOCATABLE"]
        flags = []
        dev_size = %d
        pe_start = 2048
        pe_count = %d
        }
        }
        logical_volumes {
        """
        .formatted(extents * 128L + 4096, extents);
  }

  private static String volume(int number) {
    return """
        lv%1$d {
        id = "LvLvLv-0000-0000-0000-0000-0000-%1$06d"
        status = ["READ", "WRITE", "VISIBLE"]
        flags = []
        creation_time = 1700000000
        creation_host = "bench"
        segment_count = 1
        segment1 {
        start_extent = 0
        extent_count = 1
        type = "striped"
        stripe_count = 1
        stripes = [
        "pv0", %1$d
        ]
        }
        }
        """
        .formatted(number);
  }
}
