package org.jlvm.cli.verb;

import java.util.List;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;

/** Commands of old, which only say what to use instead. */
public final class RemovedVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    for (String line : advice(command.name())) {
      context.console().error(line);
    }
    return ExitStatus.FAILED;
  }

  private static List<String> advice(String name) {
    return switch (name) {
      case "vgconvert" ->
          List.of(
              "The vgconvert command has been removed along with the lvm1 format.",
              "Use a previous version of lvm to convert the lvm1 format to lvm2.");
      case "pvdata" ->
          List.of(
              "There's no 'pvdata' command in LVM2.",
              "Use lvs, pvs, vgs instead; or use vgcfgbackup and read the text file backup.");
      case "lvmchange" ->
          List.of(
              "There's no 'lvmchange' command in LVM2.",
              "Use 'dmsetup' commands to reset the kernel device-mapper driver.");
      default ->
          List.of(
              "There's no '" + name + "' command in LVM2.",
              "Please use the superior 'dmstats' facilities instead.");
    };
  }
}
