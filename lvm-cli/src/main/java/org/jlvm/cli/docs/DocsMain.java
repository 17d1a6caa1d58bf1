package org.jlvm.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.cli.table.CommandTable;

/** Writes manual pages and the completion script into a directory; scripts/install runs it. */
public final class DocsMain {
  private DocsMain() {}

  /** The argument is the directory, which gets {@code man8} and {@code completion}. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Path pages = Files.createDirectories(directory.resolve("man8"));
    for (String name : CommandTable.names()) {
      CommandTable table = CommandTable.of(name).orElseThrow();
      Files.writeString(pages.resolve(ManualPage.fileName(name)), ManualPage.of(table));
    }
    Path completion = Files.createDirectories(directory.resolve("completion"));
    Files.writeString(completion.resolve("lvm"), Completion.script());
  }
}
