package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jlvm.cli.table.CommandTable;
import org.junit.jupiter.api.Test;

/**
 * The table of options in docs/compatibility.md tells what {@link OptionScenarios} tries. {@code
 * -Djlvm.write=true} writes it anew.
 */
class OptionTableTest {
  private static final String HEAD = "| command | options tried beside lvm2 | other options |\n";
  private static final String RULE = "|---|---|---|\n";

  @Test
  void tableIsThatOfTheScenarios() throws IOException {
    Path page = Tools.project().resolve("docs/compatibility.md");
    String text = Files.readString(page);
    int start = text.indexOf(HEAD);
    int end = text.indexOf("\n\n", start) + 1;
    String wanted = HEAD + RULE + rows();
    if (Boolean.getBoolean("jlvm.write")) {
      Files.writeString(page, text.substring(0, start) + wanted + text.substring(end));
    } else {
      assertThat(text.substring(start, end)).isEqualTo(wanted);
    }
  }

  private static String rows() {
    List<String> rows = CommandTable.names().stream().map(OptionScenarios::tableRow).toList();
    return String.join("\n", rows) + "\n";
  }
}
