package org.jlvm.cli.event;

import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.report.PvScanList;

/** {@code pvscan}: lists physical volumes, or takes note that some have come or gone. */
public final class PvScanVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    return command.formId().equals("pvscan_display")
        ? new PvScanList().run(context, command)
        : new PvEvent(context, command).run();
  }
}
