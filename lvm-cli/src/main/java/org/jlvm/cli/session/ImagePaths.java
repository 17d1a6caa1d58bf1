package org.jlvm.cli.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.command.HostProcess;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;

/** Image mode: which images, and where its locks and copies of metadata are (XDG directories). */
public final class ImagePaths {
  private static final String VARIABLE = "JLVM_IMAGES";

  private ImagePaths() {}

  /** The images that the command line or else the environment names; none outside image mode. */
  public static List<String> of(HostProcess process, ParsedCommand command) {
    List<String> given = command.strings(Opt.IMAGES);
    if (given.isEmpty()) {
      given = List.of(process.variable(VARIABLE).orElse(""));
    }
    List<String> paths = new ArrayList<>();
    for (String list : given) {
      for (String path : list.split(",")) {
        if (!path.isEmpty()) {
          paths.add(path);
        }
      }
    }
    return paths;
  }

  /** {@code $XDG_STATE_HOME/jlvm}: backups, archives and, without a runtime directory, locks. */
  static Path state(HostProcess process) {
    String directory = process.variable("XDG_STATE_HOME").orElse("");
    Path state = directory.isEmpty() ? home(process).resolve(".local/state") : Path.of(directory);
    return state.resolve("jlvm");
  }

  /** {@code $XDG_RUNTIME_DIR/jlvm/lock}. */
  static Path locks(HostProcess process) {
    String directory = process.variable("XDG_RUNTIME_DIR").orElse("");
    return directory.isEmpty()
        ? state(process).resolve("lock")
        : Path.of(directory, "jlvm", "lock");
  }

  /** {@code $XDG_CONFIG_HOME/jlvm}, the directory of lvm.conf. */
  static Path config(HostProcess process) {
    String directory = process.variable("XDG_CONFIG_HOME").orElse("");
    Path config = directory.isEmpty() ? home(process).resolve(".config") : Path.of(directory);
    return config.resolve("jlvm");
  }

  private static Path home(HostProcess process) {
    return Path.of(process.variable("HOME").orElse(System.getProperty("user.home")));
  }
}
