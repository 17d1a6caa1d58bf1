package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.filesystem.FileSystemTools;
import org.jlvm.core.model.VolumeGroup;

/**
 * {@code --fs resize_fsadm}: lvm2's old script, where it is installed.
 *
 * @param path of the volume
 */
record FsadmScript(CommandSession session, VolumeGroup vg, String path, FileSystemTools tools) {
  private static final int IS_MOUNTED = 3;

  /** Whether the file system is in order, or mounted and so not checked. */
  boolean check() {
    int status = tools.run(command("check"));
    return status == 0 || status == IS_MOUNTED;
  }

  boolean resize(long extents) {
    List<String> command = command("resize");
    command.add(vg.extentSize().times(extents).count() / 2 + "K");
    return tools.run(command) == 0;
  }

  private List<String> command(String action) {
    ParsedCommand options = session.command();
    List<String> command = new ArrayList<>();
    command.add(session.settings().global().fsadmExecutable());
    if (session.session().environment().testMode()) {
      command.add("--dry-run");
    }
    if (options.has(Opt.VERBOSE)) {
      command.add("--verbose");
    }
    if (options.has(Opt.YES)) {
      command.add("--yes");
    }
    if (options.force() > 0) {
      command.add("--force");
    }
    command.add(action);
    command.add(path);
    return command;
  }
}
