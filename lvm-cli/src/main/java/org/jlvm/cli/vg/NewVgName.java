package org.jlvm.cli.vg;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.VgName;

/** Checks the name of a group that is to be. */
public final class NewVgName {
  private static final int LONGEST = 127;

  private NewVgName() {}

  /**
   * The name of an operand.
   *
   * @throws UsageException if no group can have it
   */
  public static VgName of(CommandSession session, String operand) {
    String name = VolumePaths.of(session).strip(operand).name();
    Messages messages = session.session().environment().messages();
    String problem = problem(name);
    if (!problem.isEmpty()) {
      messages.error(problem);
      throw new UsageException("New volume group name \"" + name + "\" is invalid.");
    }
    if (!session.isOnImages()) {
      String directory =
          session
              .context()
              .process()
              .variable("DM_DEV_DIR")
              .orElse(session.settings().devices().dir());
      String path = (directory.endsWith("/") ? directory : directory + "/") + name;
      // The directory of device-mapper nodes is there once there are any.
      if (name.equals("mapper") || Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
        throw new UsageException(path + ": already exists in filesystem");
      }
    }
    return new VgName(name);
  }

  private static String problem(String name) {
    if (name.isEmpty()) {
      return "Name is zero length.";
    }
    if (name.charAt(0) == '-') {
      return "Name cannot start with hyphen.";
    }
    if (name.equals(".") || name.equals("..")) {
      return "Name starts with . or .. and has no following character(s).";
    }
    if (VgName.isValid(name)) {
      return "";
    }
    return name.length() > LONGEST && VgName.isValid(name.substring(0, LONGEST))
        ? "Name length exceeds maximum limit of " + LONGEST + "."
        : "Name contains invalid character, valid set includes: [a-zA-Z0-9.-_+].";
  }
}
