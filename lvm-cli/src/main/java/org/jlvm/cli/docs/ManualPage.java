package org.jlvm.cli.docs;

import java.util.Locale;
import java.util.Optional;
import org.jlvm.cli.help.HelpTexts;
import org.jlvm.cli.table.CommandTable;

/** The manual page of a command in man(7) format. */
final class ManualPage {
  private static final String EXIT_STATUS =
      """
      .SH EXIT STATUS
      .IP 0
      Done.
      .IP 2
      No such command.
      .IP 3
      The command line was not understood.
      .IP 4
      The configuration or a directory is not usable.
      .IP 5
      The command failed, wholly or in part.
      """;

  private ManualPage() {}

  /** Commands without a program of their own have pages that begin with {@code lvm-}. */
  static String fileName(String command) {
    return (isProgram(command) ? command : "lvm-" + command) + ".8";
  }

  /** Whether a link of the command's name is installed. */
  static boolean isProgram(String command) {
    return (command.startsWith("lv") || command.startsWith("pv") || command.startsWith("vg"))
        && !command.equals("pvdata");
  }

  static String of(CommandTable table) {
    String name = table.name();
    StringBuilder page = new StringBuilder();
    page.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 8 \"\" jlvm\n");
    page.append(".SH NAME\n").append(name).append(" \\- ").append(escaped(table.about()));
    page.append("\n.SH SYNOPSIS\n.B ").append(isProgram(name) ? "" : "lvm ").append(name);
    page.append("\n.RI [ options ] \" \" [ names ]\n");
    page.append(".SH FORMS AND OPTIONS\n.nf\n");
    page.append(escaped(HelpTexts.forms(table, true)));
    page.append(".fi\n.SH VALUES\n.nf\n");
    page.append(escaped(HelpTexts.notes(Optional.of(table))));
    page.append(".fi\n").append(EXIT_STATUS);
    page.append(".SH SEE ALSO\n.BR lvm (8),\n.BR lvm.conf (5)\n");
    return page.toString();
  }

  /** Text as it is: no hyphens to break at, no line that looks like a request. */
  private static String escaped(String text) {
    StringBuilder result = new StringBuilder(text.length() + 64);
    boolean lineStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (lineStart && (c == '.' || c == '\'')) {
        result.append("\\&");
      }
      switch (c) {
        case '\\' -> result.append("\\e");
        case '-' -> result.append("\\-");
        default -> result.append(c);
      }
      lineStart = c == '\n';
    }
    return result.toString();
  }
}
