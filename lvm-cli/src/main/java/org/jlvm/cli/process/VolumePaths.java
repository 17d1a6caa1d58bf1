package org.jlvm.cli.process;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;

/**
 * The spellings of group and volume names: {@code vg}, {@code vg/lv}, {@code /dev/vg/lv}, {@code
 * /dev/mapper/vg-lv} (lvm(8)).
 */
public final class VolumePaths {
  private static final String MAPPER = "mapper/";

  private final String devicesDirectory;
  private final Optional<String> defaultVg;
  private final Messages messages;

  private VolumePaths(String devicesDirectory, Optional<String> defaultVg, Messages messages) {
    this.devicesDirectory =
        devicesDirectory.endsWith("/") ? devicesDirectory : devicesDirectory + "/";
    this.defaultVg = defaultVg;
    this.messages = messages;
  }

  public static VolumePaths of(CommandSession session) {
    return of(session.context());
  }

  /** For those who have no session, or not yet. */
  public static VolumePaths of(CommandContext context) {
    return new VolumePaths(
        context.process().variable("DM_DEV_DIR").orElse(context.settings().devices().dir()),
        context.process().variable("LVM_VG_NAME"),
        context.console());
  }

  /**
   * A name without the devices directory.
   *
   * @param hadDirectory whether it was there
   */
  public record Stripped(String name, boolean hadDirectory) {}

  /** Takes the devices directory off, and turns a device-mapper name into {@code vg/lv}. */
  public Stripped strip(String path) {
    String name = path;
    while (name.startsWith("//")) {
      name = name.substring(1);
    }
    if (!name.startsWith(devicesDirectory)) {
      return new Stripped(name, false);
    }
    name = withoutLeadingSlashes(name.substring(devicesDirectory.length()));
    if (name.startsWith(MAPPER)) {
      name = withoutLeadingSlashes(name.substring(MAPPER.length()));
      return new Stripped(splitMapperName(name), true);
    }
    return new Stripped(name, true);
  }

  private static String withoutLeadingSlashes(String name) {
    int at = 0;
    while (at < name.length() && name.charAt(at) == '/') {
      at++;
    }
    return name.substring(at);
  }

  /**
   * {@code vg--1-lv} is {@code vg-1/lv}: a hyphen of a name is doubled, a single one separates,
   * except at the very end. What has a third part is the name of no user's volume, and stays.
   */
  private String splitMapperName(String name) {
    StringBuilder split = new StringBuilder(name.length());
    boolean separated = false;
    int last = name.length() - 1;
    for (int i = 0; i < name.length(); i++) {
      boolean hyphen = name.charAt(i) == '-' && i < last;
      if (hyphen && name.charAt(i + 1) == '-') {
        i++;
        split.append('-');
      } else if (!hyphen) {
        split.append(name.charAt(i));
      } else if (!separated) {
        split.append('/');
        separated = true;
      } else {
        messages.error("skip_dev_dir: Couldn't split up device name " + name + '.');
        return name;
      }
    }
    return split.toString();
  }

  /**
   * A volume that was named.
   *
   * @param vg its group
   * @param lv the volume; empty for all of the group
   */
  public record Named(String vg, Optional<String> lv) {}

  /**
   * Reads {@code vg} or {@code vg/lv}.
   *
   * @throws FailedException if it is no such path
   */
  public Named parse(String path) {
    Stripped stripped = strip(path);
    String name = stripped.name();
    int slash = name.indexOf('/');
    if (slash == 0) {
      throw invalid(path);
    }
    if (slash < 0) {
      Optional<String> fallback = stripped.hadDirectory() ? Optional.empty() : defaultVg();
      return fallback.isPresent()
          ? new Named(fallback.get(), Optional.of(name))
          : new Named(name, Optional.empty());
    }
    String lv = withoutLeadingSlashes(name.substring(slash));
    if (lv.indexOf('/') >= 0) {
      throw invalid(path);
    }
    return new Named(name.substring(0, slash), Optional.of(lv));
  }

  /**
   * The group and the volume of a path with a slash, neither looked at more closely; both may be
   * empty.
   *
   * @throws FailedException if there is not exactly one run of slashes
   */
  public Named split(String path) {
    String name = strip(path).name();
    int slash = name.indexOf('/');
    String lv = slash < 0 ? "/" : withoutLeadingSlashes(name.substring(slash));
    if (lv.indexOf('/') >= 0) {
      throw invalid(path);
    }
    return new Named(name.substring(0, slash), Optional.of(lv));
  }

  /**
   * The group that {@code LVM_VG_NAME} names.
   *
   * @throws FailedException if it holds something else
   */
  public Optional<String> defaultVg() {
    if (defaultVg.isEmpty()) {
      return Optional.empty();
    }
    String name = strip(defaultVg.get()).name();
    if (name.indexOf('/') >= 0) {
      throw new FailedException(
          '"' + name + "\": Invalid environment var LVM_VG_NAME set for Volume Group.");
    }
    return Optional.of(name);
  }

  private static FailedException invalid(String path) {
    return new FailedException('"' + path + "\": Invalid path for Logical Volume.");
  }
}
