package org.jlvm.core.engine.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.filesystem.FileSystem;
import org.jlvm.core.units.Sectors;

/**
 * Carries out the steps of a resize with the distribution's tools. What was mounted or unmounted
 * for it is put back, whether the resize works or not.
 */
public final class FileSystemResizer {
  private static final int CORRECTED = 1;
  private static final int REBOOT = 2;

  private final FileSystemState state;
  private final ResizeSteps steps;
  private final boolean remount;
  private final FileSystemTools tools;

  /**
   * @param remount whether a file system that had to be unmounted is mounted again
   */
  public FileSystemResizer(
      FileSystemState state, ResizeSteps steps, boolean remount, FileSystemTools tools) {
    this.state = state;
    this.steps = steps;
    this.remount = remount;
    this.tools = tools;
  }

  /** Grows the file system, and the encryption below it first, to the size of the volume. */
  public boolean extend() {
    if (!unmount() || !check()) {
      return false;
    }
    if (state.crypt().isPresent() && !cryptResize(Optional.empty())) {
      return false;
    }
    boolean good = whileMounted(place -> grow(place));
    remount();
    if (!good) {
      tools.complain("File system extend failed.");
    }
    return good;
  }

  /** Cuts the file system, then the encryption below it, to a number of bytes. */
  public boolean reduce(long bytes) {
    if (!unmount() || !check()) {
      return false;
    }
    if (!whileMounted(place -> shrink(place, bytes))) {
      tools.complain("File system reduce failed.");
      remount();
      return false;
    }
    if (state.crypt().isPresent() && !cryptResize(Optional.of(bytes))) {
      return false;
    }
    remount();
    return true;
  }

  /** Only the encryption below the file system. */
  public boolean cryptResize(Optional<Long> bytes) {
    List<String> command = new ArrayList<>(List.of("cryptsetup", "resize"));
    String size = "";
    if (bytes.isPresent()) {
      String sectors = Long.toString(bytes.get() / Sectors.BYTES);
      command.add("--size");
      command.add(sectors);
      size = sectors + " sectors ";
    }
    command.add(state.device());
    return step("cryptsetup resize " + size + state.device(), "cryptsetup done", command)
        || failed("cryptsetup resize failed on \"" + state.device() + '"');
  }

  private boolean unmount() {
    if (!steps.unmount()) {
      return true;
    }
    String directory = state.mountPoint().orElseThrow();
    return step("unmount " + directory, "unmount done", List.of("umount", directory))
        || failed("unmount failed for \"" + directory + '"');
  }

  private boolean check() {
    if (!steps.check()) {
      return true;
    }
    tools.say("e2fsck " + state.device());
    int status = tools.run(List.of("e2fsck", "-f", "-p", state.device()));
    switch (status) {
      case 0 -> tools.say("e2fsck done");
      case CORRECTED -> tools.say("e2fsck done (filesystem errors were corrected)");
      case REBOOT -> {
        tools.complain("WARNING: Filesystem was corrected but system should be rebooted");
        tools.say("e2fsck done (reboot recommended)");
      }
      default -> {
        return failed("e2fsck failed with return code " + status + " on \"" + state.device() + '"');
      }
    }
    return true;
  }

  private interface Work {
    boolean on(String place);
  }

  private boolean whileMounted(Work work) {
    if (!steps.mount()) {
      return work.on(state.mountPoint().orElse(""));
    }
    Path directory;
    try {
      directory = Files.createTempDirectory("lvresize_");
    } catch (IOException e) {
      return failed("Failed to create temp dir.");
    }
    try {
      if (!mount(directory.toString(), "mount ", "mount done")) {
        return failed("mount failed for \"" + state.device() + "\" on \"" + directory + '"');
      }
      boolean good = work.on(directory.toString());
      return step(
              "cleanup unmount " + directory,
              "cleanup unmount done",
              List.of("umount", directory.toString()))
          ? good
          : failed("cleanup unmount failed for \"" + directory + '"');
    } finally {
      // Not empty if it is still a mount point; then it must stay.
      directory.toFile().delete();
    }
  }

  private boolean grow(String place) {
    String device = state.device();
    FileSystem found = state.fileSystem();
    if (found.isExt()) {
      return step("resize2fs " + device, "resize2fs done", List.of("resize2fs", device))
          || failed("resize2fs failed on \"" + device + '"');
    }
    if (found.isXfs()) {
      return step("xfs_growfs " + device, "xfs_growfs done", List.of("xfs_growfs", place))
          || failed("xfs_growfs failed on \"" + device + '"');
    }
    return btrfs(place, "max");
  }

  private boolean shrink(String place, long bytes) {
    if (!state.fileSystem().isExt()) {
      return btrfs(place, Long.toString(bytes));
    }
    String device = state.device();
    String size = bytes / 1024 + "k";
    return step(
            "resize2fs " + device + ' ' + size,
            "resize2fs done",
            List.of("resize2fs", device, size))
        || failed("resize2fs failed on \"" + device + "\" to " + size);
  }

  private boolean btrfs(String place, String size) {
    String what = btrfsNumber() + ':' + size;
    return step(
            "btrfs filesystem resize " + what + ' ' + place,
            "btrfs filesystem resize done",
            List.of("btrfs", "filesystem", "resize", what, place))
        || failed("btrfs filesystem resize failed: devid " + what + " on \"" + place + '"');
  }

  /** The device's number in its file system, which may have several. */
  private String btrfsNumber() {
    for (String line : tools.output(List.of("btrfs", "filesystem", "show", state.device()))) {
      String text = line.trim();
      int path = text.indexOf(" path ");
      if (text.startsWith("devid") && path > 0 && isSame(text.substring(path + 6).trim())) {
        String rest = text.substring("devid".length()).trim();
        return rest.substring(0, rest.indexOf(' '));
      }
    }
    return "1";
  }

  private boolean isSame(String path) {
    try {
      return Path.of(path).toRealPath().equals(Path.of(state.device()).toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /** That this fails does not make the resize fail. */
  private void remount() {
    if (steps.unmount() && remount) {
      String directory = state.mountPoint().orElseThrow();
      if (!mount(directory, "remount ", "remount done")) {
        tools.say("remount failed");
      }
    }
  }

  private boolean mount(String directory, String saying, String done) {
    List<String> command = new ArrayList<>(List.of("mount", "-t", state.fileSystem().type()));
    if (state.fileSystem().isXfs()) {
      String options = XfsQuota.mountOptions(tools, state.device());
      if (!options.isEmpty()) {
        command.addAll(List.of("-o", options));
      }
    }
    command.addAll(List.of(state.device(), directory));
    return step(saying + state.device() + ' ' + directory, done, command);
  }

  private boolean step(String saying, String done, List<String> command) {
    tools.say(saying);
    if (tools.run(command) != 0) {
      return false;
    }
    tools.say(done);
    return true;
  }

  private boolean failed(String why) {
    tools.complain(why);
    return false;
  }
}
