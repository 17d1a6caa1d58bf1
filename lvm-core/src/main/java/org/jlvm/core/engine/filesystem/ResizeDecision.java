package org.jlvm.core.engine.filesystem;

import org.jlvm.core.device.filesystem.FileSystem;
import org.jlvm.core.engine.filesystem.ResizeOptions.Care;
import org.jlvm.core.engine.filesystem.ResizeOptions.Mode;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * Decides what has to be done to a file system, and whether it may be; says so as lvm2 does. ext2
 * to ext4 are cut unmounted and grow either way, xfs and btrfs are changed mounted, and xfs cannot
 * be cut.
 */
public final class ResizeDecision {
  private final String volume;
  private final FileSystemState state;
  private final ResizeOptions options;
  private final Messages messages;
  private final Prompter prompter;

  /**
   * @param volume how messages call the volume
   */
  public ResizeDecision(
      String volume,
      FileSystemState state,
      ResizeOptions options,
      Messages messages,
      Prompter prompter) {
    this.volume = volume;
    this.state = state;
    this.options = options;
    this.messages = messages;
    this.prompter = prompter;
  }

  private FileSystem fileSystem() {
    return state.fileSystem();
  }

  /**
   * For a smaller device.
   *
   * @param bytes how much the file system may use then
   * @throws FailedException if the file system does not fit and may not or cannot be cut
   */
  public ResizeSteps reduction(long bytes, SizeFormat sizes) {
    tellFound();
    if (fits(bytes, sizes)) {
      messages.info("File system reduce is not needed, skipping.");
      return ResizeSteps.NONE;
    }
    if (options.care() == Care.CHECK_SIZE) {
      throw new FailedException(
          fileSystem().isExt()
              ? "File system reduce is required (see resize2fs or --resizefs.)"
              : fileSystem().isBtrfs()
                  ? "File system reduce is required (see btrfs-progs or --resizefs.)"
                  : notSupported());
    }
    ResizeSteps steps = reductionSteps();
    if (steps.mount() && options.mode() != Mode.MANAGE) {
      throw new FailedException("File system needs to be mounted to reduce fs (see --fsmode).");
    }
    if (steps.unmount() && options.mode() == Mode.NO_CHANGE) {
      throw new FailedException("File system needs to be unmounted to reduce fs (see --fsmode).");
    }
    tell(steps, "reduce");
    confirm(steps, "reduce", fileSystem().isExt() ? " resize2fs" : "");
    return steps;
  }

  private boolean fits(long bytes, SizeFormat sizes) {
    if (fileSystem().isBtrfs()) {
      messages.info("Skipping check used device size for btrfs.");
      return false;
    }
    long end = fileSystem().end();
    if (end == 0) {
      throw new FailedException(
          fileSystem().type().equals("reiserfs")
              ? "File system reduce for reiserfs requires --fs resize_fsadm."
              : "File system device usage is not available from libblkid.");
    }
    String than = end == bytes ? "equal to" : end < bytes ? "smaller than" : "larger than";
    messages.info(
        "File system size ("
            + sizes.display(Sectors.of(end / Sectors.BYTES))
            + ") is "
            + than
            + " the requested size ("
            + sizes.display(Sectors.of(bytes / Sectors.BYTES))
            + ").");
    return end <= bytes;
  }

  private ResizeSteps reductionSteps() {
    if (fileSystem().isExt()) {
      messages.info("File system reduce is required using resize2fs.");
      return new ResizeSteps(true, options.check(), state.isMounted(), false);
    }
    if (fileSystem().isBtrfs()) {
      messages.info("File system reduce is required using btrfs-progs.");
      return new ResizeSteps(true, false, false, !state.isMounted());
    }
    throw new FailedException(notSupported());
  }

  private String notSupported() {
    return "File system reduce is required and not supported (" + fileSystem().type() + ").";
  }

  /**
   * For a larger device.
   *
   * @throws FailedException if the file system may not or cannot follow
   */
  public ResizeSteps extension() {
    boolean always = fileSystem().isXfs() || fileSystem().isBtrfs();
    if (!always && !fileSystem().isExt()) {
      throw new FailedException(
          fileSystem().type().equals("reiserfs")
              ? "File system extend for reiserfs requires --fs resize_fsadm."
              : "File system extend is not supported (" + fileSystem().type() + ").");
    }
    tellFound();
    if (always
        && (options.mode() == Mode.OFFLINE
            || (options.mode() == Mode.NO_CHANGE && !state.isMounted()))) {
      throw new FailedException("File system must be mounted to extend (see --fsmode).");
    }
    boolean unmount = !always && state.isMounted() && options.mode() == Mode.OFFLINE;
    boolean offline = !always && (unmount || !state.isMounted());
    ResizeSteps steps =
        new ResizeSteps(true, offline && options.check(), unmount, always && !state.isMounted());
    tell(steps, "extend");
    confirm(
        steps,
        "extend",
        fileSystem().isExt()
            ? " resize2fs"
            : fileSystem().isXfs() ? " xfs_growfs" : " btrfs filesystem resize");
    return steps;
  }

  private void tellFound() {
    messages.info(
        "File system "
            + state.name()
            + " found on "
            + volume
            + state.mountPoint().map(directory -> " mounted at " + directory).orElse("")
            + '.');
  }

  private void tell(ResizeSteps steps, String change) {
    if (steps.unmount()) {
      messages.info("File system unmount is needed for " + change + '.');
    }
    if (steps.check()) {
      messages.info("File system fsck will be run before " + change + '.');
    }
    if (steps.mount()) {
      messages.info("File system mount is needed for " + change + '.');
    }
    if (state.crypt().isPresent()) {
      messages.info("cryptsetup resize is needed for " + change + '.');
    }
  }

  /** Mounting and unmounting is not done unasked. */
  private void confirm(ResizeSteps steps, String change, String tool) {
    if (!steps.changesMount() || options.modeGiven()) {
      return;
    }
    StringBuilder prompt = new StringBuilder("Continue with ");
    prompt.append(fileSystem().type()).append(" file system ").append(change).append(" steps:");
    prompt.append(steps.unmount() ? " unmount," : "").append(steps.check() ? " fsck," : "");
    prompt.append(steps.mount() ? " mount," : "");
    prompt.append(state.crypt().isPresent() ? " cryptsetup," : "");
    if (!prompter.ask(prompt.append(tool).append("? [y/n]:").toString())) {
      throw new FailedException(
          "File system not " + (change.equals("reduce") ? "reduced." : "extended."));
    }
  }
}
