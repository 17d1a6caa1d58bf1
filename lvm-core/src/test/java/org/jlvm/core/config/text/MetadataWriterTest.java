package org.jlvm.core.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataWriterTest {
  @Test
  void filesAreIndentedAndCommentsLineUp() {
    MetadataWriter writer = new MetadataWriter(MetadataWriter.Layout.FILE);
    write(writer);
    assertThat(writer.text())
        .isEqualTo(
            """
            vg {
            	extent_size = 8192		# 4 Megabytes

            	status = ["READ", "WRITE"]
            	pv0 {
            		creation_time = 1700000000	# 2023-11-14 22:13:20 +0000
            		descr = "a \\"b\\""
            	}
            }
            """);
  }

  @Test
  void metadataAreasHaveNeitherIndentNorComment() {
    MetadataWriter writer = new MetadataWriter(MetadataWriter.Layout.DISK);
    write(writer);
    assertThat(writer.text())
        .isEqualTo(
            """
            vg {
            extent_size = 8192

            status = ["READ", "WRITE"]
            pv0 {
            creation_time = 1700000000
            descr = "a \\"b\\""
            }
            }
            """);
  }

  private static void write(MetadataWriter writer) {
    writer.open("vg");
    writer.value("extent_size", 8192, "# 4 Megabytes");
    writer.newLine();
    writer.strings("status", List.of("READ", "WRITE"));
    writer.open("pv0");
    writer.value("creation_time", 1700000000L, "# 2023-11-14 22:13:20 +0000");
    writer.value("descr", "a \"b\"");
    writer.close();
    writer.close();
  }
}
