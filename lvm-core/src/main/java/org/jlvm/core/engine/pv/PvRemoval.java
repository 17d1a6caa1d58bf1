package org.jlvm.core.engine.pv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Removes labels, so that devices are no physical volumes any more. */
public final class PvRemoval {
  private final Session session;
  private final Messages messages;
  private final PvUse use;
  private final SizeFormat sizes;

  /**
   * The outcome.
   *
   * @param devices that are no physical volumes any more
   * @param complete whether these are all
   */
  public record Result(List<String> devices, boolean complete) {}

  public PvRemoval(Session session, PvUse use, SizeFormat sizes) {
    this.session = session;
    this.use = use;
    this.sizes = sizes;
    messages = session.environment().messages();
  }

  /**
   * Removes the labels; every failure is told.
   *
   * @param names devices as the user named them
   * @param global the global lock, held; it is given back while the user is asked
   * @return the devices and whether they are all that were named
   */
  public Result remove(List<String> names, Locks.Lock global) {
    PvPreparation.Prepared prepared =
        new PvPreparation(session, use, Optional.empty(), Sectors.ZERO, sizes)
            .prepare(names, global);
    boolean complete = prepared.complete();
    List<String> removed = new ArrayList<>(names.size());
    for (PvTarget target : prepared.targets()) {
      if (remove(target)) {
        removed.add(target.device().name());
      } else {
        complete = false;
      }
    }
    session.rescan();
    return new Result(removed, complete);
  }

  private boolean remove(PvTarget target) {
    try {
      if (!session.environment().testMode()) {
        PvWriter.removeLabel(target.device());
      }
    } catch (LvmException e) {
      messages.error(e.getMessage());
      messages.error("Failed to wipe existing label(s) on " + target.name() + ".");
      return false;
    }
    messages.info("Labels on physical volume \"" + target.name() + "\" successfully wiped.");
    return true;
  }
}
