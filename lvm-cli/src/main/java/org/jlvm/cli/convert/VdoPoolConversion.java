package org.jlvm.cli.convert;

import org.jlvm.cli.lv.LvNewName;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;

/** {@code --type vdo-pool}: what speaks against it. */
record VdoPoolConversion(CommandSession session, VgState state, LogicalVolume lv) {

  /** Without a driver always. */
  void refuse() {
    Messages messages = session.session().environment().messages();
    String path = state.vg().name() + "/" + lv.name();
    if (session.command().has(Opt.NAME)) {
      String name = session.command().string(Opt.NAME, "");
      LvNewName.requireUsable(
          new ConvertOperands(session).nameIn(state.vg(), name),
          "Logical volume name \"" + name + "\" is invalid.");
    }
    boolean formats = session.command().yes(Opt.ZERO, true);
    messages.warn(
        "WARNING: Converting logical volume "
            + path
            + " to VDO pool volume "
            + (formats ? "with" : "WITHOUT")
            + " formatting.");
    messages.warn(
        formats
            ? "THIS WILL DESTROY CONTENT OF LOGICAL VOLUME (filesystem etc.)"
            : "WARNING: Using invalid VDO pool data MAY DESTROY YOUR DATA!");
    if (!session
        .session()
        .environment()
        .prompter()
        .confirm("Do you really want to convert " + path + "?")) {
      throw new FailedException("Conversion aborted.");
    }
    if (formats && !session.session().activation().isAvailable()) {
      messages.error("Volume " + path + " is not active locally (volume_list activation filter?).");
      throw new FailedException("Aborting. Failed to wipe VDO data store " + path + '.');
    }
  }
}
