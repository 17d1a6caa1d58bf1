package org.jlvm.cli.process;

import java.util.List;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.LvRelations;

/** The nodes of logical volumes below the directory of devices. The kernel or udev makes them. */
public final class VolumeNodes {
  private VolumeNodes() {}

  /**
   * Makes and removes nodes and links of volumes as their devices are; with {@code --refresh} the
   * devices are loaded again first.
   *
   * @return an exit status
   */
  public static int make(CommandSession session, List<String> operands) {
    VgAccess access = new VgAccess(false, false, false, false, true);
    return new EachLv(session, access)
        .run(
            operands,
            true,
            true,
            (state, lv) -> true,
            (state, lv, named) -> refresh(session, state, lv),
            state -> {
              session.session().activation().makeNodes(state);
              return ExitStatus.OK;
            });
  }

  private static EachLv.Outcome refresh(CommandSession session, VgState state, LogicalVolume lv) {
    Session engine = session.session();
    if (session.command().has(Opt.REFRESH)
        && LvRelations.of(state.vg()).isVisible(lv)
        && engine.activation().isAvailable()
        && !engine.environment().testMode()) {
      try {
        engine.activation().refresh(state, lv.id());
      } catch (LvmException e) {
        Messages messages = engine.environment().messages();
        messages.error(e.getMessage());
        messages.error("Refresh failed for " + state.vg().name() + '/' + lv.name() + '.');
        return EachLv.Outcome.failed(state);
      }
    }
    return EachLv.Outcome.done(state);
  }

  /**
   * Makes sure that there is somebody who makes them; if not, says so.
   *
   * @return an exit status
   */
  public static int check(CommandSession session) {
    if (session.isOnImages() || session.session().activation().isAvailable()) {
      return ExitStatus.OK;
    }
    Messages messages = session.session().environment().messages();
    messages.error("Failure to communicate with kernel device-mapper driver.");
    messages.error("Check that device-mapper is available in the kernel.");
    return ExitStatus.FAILED;
  }
}
