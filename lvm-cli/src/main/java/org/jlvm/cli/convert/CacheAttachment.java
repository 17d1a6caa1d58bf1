package org.jlvm.cli.convert;

import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.striped.StripedSegment;

/** {@code --cachevol}: what speaks against putting a volume in front of another one. */
final class CacheAttachment {
  private final CommandSession session;
  private final Messages messages;
  private final VgState state;
  private final LogicalVolume lv;

  CacheAttachment(CommandSession session, VgState state, LogicalVolume lv) {
    this.session = session;
    this.state = state;
    this.lv = lv;
    messages = session.session().environment().messages();
  }

  /** Without a driver always. */
  void refuse() {
    boolean writecache = session.command().formId().equals("lvconvert_to_writecache");
    LogicalVolume fast =
        new ConvertOperands(session)
            .other(state.vg(), session.command().string(Opt.CACHEVOL, ""), "LV %s not found.");
    String path = path(fast);
    if (writecache && fast.id().equals(lv.id())) {
      throw new FailedException("Invalid cachevol LV.");
    }
    if (fast.flags().has(Flag.CACHE_VOL)) {
      throw new FailedException("LV " + path + " is already used as a cachevol.");
    }
    boolean linear =
        fast.firstSegment() instanceof StripedSegment striped && striped.areas().size() == 1;
    if (writecache && !linear) {
      throw new FailedException("LV " + path + " must be linear to use as a writecache.");
    }
    if (!writecache && !LvRelations.of(state.vg()).usersOf(fast.id()).isEmpty()) {
      throw new FailedException("LV " + path + " is already in use.");
    }
    if (!session
        .session()
        .environment()
        .prompter()
        .confirm("Erase all existing data on " + path + "?")) {
      throw new FailedException("Conversion aborted.");
    }
    if (!session.session().activation().isAvailable()) {
      if (writecache) {
        tellBlockSize();
      }
      messages.error("Volume " + path + " is not active locally (volume_list activation filter?).");
      throw new FailedException(
          writecache
              ? "LV " + path + " could not be zeroed."
              : "Aborting. Failed to wipe cache pool " + path + '.');
    }
  }

  /** No volume has a device that could be asked, so the disks' size is taken. */
  private void tellBlockSize() {
    String path = path(lv);
    String directory = session.settings().devices().dir();
    messages.error(
        "Failed libblkid probe setup for "
            + directory
            + (directory.endsWith("/") ? "" : "/")
            + path);
    messages.info(
        "Using writecache block size 4096 for unknown file system block size,"
            + " logical block size 512, physical block size 512.");
    messages.warn("WARNING: Unable to detect a file system block size on " + path + '.');
    messages.warn(
        "WARNING: Using a writecache block size larger than the file system block size may"
            + " corrupt the file system.");
  }

  private String path(LogicalVolume volume) {
    return state.vg().name() + "/" + volume.name();
  }
}
