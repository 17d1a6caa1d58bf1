package org.jlvm.cli.pv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.process.EachPv;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.PageSize;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.layout.PvLayout;
import org.jlvm.core.plan.pv.PvResize;
import org.jlvm.core.units.Sectors;

/** What pvresize does with one physical volume. */
final class PvResizing implements EachPv.Action {
  private final CommandSession commandSession;
  private final Session session;
  private final Messages messages;
  private final Sectors wanted;
  private Optional<VgState> changedGroup = Optional.empty();
  private int total;
  private int done;

  /**
   * @param wanted zero for the size of the device
   */
  PvResizing(CommandSession commandSession, Sectors wanted) {
    this.commandSession = commandSession;
    this.wanted = wanted;
    session = commandSession.session();
    messages = session.environment().messages();
  }

  int total() {
    return total;
  }

  int done() {
    return done;
  }

  /** The backup is made while the group is still locked. */
  @Override
  public void leave() {
    changedGroup.ifPresent(state -> session.backups().backup(state.vg()));
    changedGroup = Optional.empty();
  }

  @Override
  public EachPv.Outcome member(VgState state, PhysicalVolume pv) {
    total++;
    try {
      ScannedPv device =
          state
              .device(pv.id())
              .orElseThrow(() -> new FailedException("[unknown]: Couldn't get size."));
      VgState after = resize(state, pv, device);
      changedGroup = Optional.of(after);
      changed(device);
      return EachPv.Outcome.done(after);
    } catch (LvmException e) {
      messages.error(e.getMessage());
      return EachPv.Outcome.failed(state);
    }
  }

  private VgState resize(VgState state, PhysicalVolume pv, ScannedPv device) {
    Sectors size = agreedSize(device);
    String name = device.device().name();
    PvHeader header = resized(device, size, pv.peStart());
    Sectors tail =
        header.metadataAreas().size() > 1
            ? header.metadataAreas().get(1).size().toSectorsDown()
            : Sectors.ZERO;
    Sectors taken = pv.peStart().plus(tail);
    Sectors usable = size.compareTo(taken) > 0 ? size.minus(taken) : Sectors.ZERO;
    VolumeGroup vg = PvResize.resize(state.vg(), pv, name, usable);
    tellExtents(name, pv.peCount(), vg.pv(pv.id()).peCount());
    tellUpdate(name);
    if (device.areas().size() < 2 || session.environment().testMode()) {
      return store(state, vg, name, Map.of());
    }
    PvHeader usableOnly = withSize(header, usable);
    ScannedPv moved = PvWriter.moveArea(device, 1, usableOnly);
    try {
      return store(state, vg, name, Map.of(pv.id(), moved));
    } catch (FailedException e) {
      messages.error(e.getMessage());
      throw new FailedException(
          "Use pvcreate and vgcfgrestore to repair from archived metadata.", e);
    }
  }

  private void tellExtents(String name, long before, long after) {
    messages.verbose(
        before == after
            ? "No change to size of physical volume " + name + "."
            : "Resizing physical volume "
                + name
                + " from "
                + before
                + " to "
                + after
                + " extents.");
  }

  private void tellUpdate(String name) {
    messages.verbose("Updating physical volume \"" + name + "\"");
  }

  private VgState store(VgState state, VolumeGroup vg, String name, Map<LvmId, ScannedPv> devices) {
    try {
      return session.commit(state, vg, devices);
    } catch (LvmException e) {
      messages.error(e.getMessage());
      throw new FailedException(
          "Failed to store physical volume \"" + name + "\" in volume group \"" + vg.name() + "\"",
          e);
    }
  }

  @Override
  public int orphan(ScannedPv pv) {
    total++;
    try {
      session.locks().convertGlobalToExclusive();
      Sectors size = agreedSize(pv);
      PvHeader header = PvWriter.withUsed(resized(pv, size, peStart(pv.label().pv())), false);
      tellUpdate(pv.device().name());
      if (!session.environment().testMode()) {
        if (pv.areas().size() > 1) {
          ScannedPv moved = PvWriter.moveArea(pv, 1, header);
          PvWriter.rewriteLabel(moved, moved.label().pv());
        } else {
          PvWriter.rewriteLabel(pv, header);
        }
      }
      changed(pv);
      return ExitStatus.OK;
    } catch (LvmException e) {
      messages.error(e.getMessage());
      return ExitStatus.FAILED;
    }
  }

  private static Sectors peStart(PvHeader header) {
    return header.dataAreas().isEmpty()
        ? Sectors.ZERO
        : header.dataAreas().get(0).offset().toSectorsDown();
  }

  private void changed(ScannedPv pv) {
    messages.info("Physical volume \"" + pv.device().name() + "\" changed");
    done++;
  }

  /** The size to take: the device's, or the one given if the user agrees. */
  private Sectors agreedSize(ScannedPv pv) {
    Sectors real = pv.device().size().toSectorsDown();
    if (wanted.isZero()) {
      return real;
    }
    String name = pv.device().name();
    String realText = commandSession.sizes().display(real);
    int order = wanted.compareTo(real);
    if (order > 0) {
      messages.warn(
          "WARNING: " + name + ": Overriding real size " + realText + ". You could lose data.");
    }
    if (order != 0 && !commandSession.command().has(Opt.YES)) {
      String question =
          name
              + ": Requested size "
              + commandSession.sizes().display(wanted)
              + (order > 0 ? " exceeds" : " is less than")
              + " real size "
              + realText
              + ". Proceed?  [y/n]: ";
      if (!session.environment().prompter().ask(question)) {
        throw new FailedException("Physical Volume " + name + " not resized.");
      }
    }
    if (order == 0) {
      messages.verbose(
          name + ": Size is already " + realText + " (" + wanted.count() + " sectors).");
    } else {
      messages.warn(
          "WARNING: "
              + name
              + ": Pretending size is "
              + wanted.count()
              + " not "
              + real.count()
              + " sectors.");
    }
    return wanted;
  }

  /** The header with the new size and the metadata area at the end where it then belongs. */
  private PvHeader resized(ScannedPv pv, Sectors size, Sectors peStart) {
    String name = pv.device().name();
    messages.verbose("Resizing volume \"" + name + "\" to " + size.count() + " sectors.");
    Sectors minimum = Sectors.ofKib(commandSession.settings().devices().pvMinSize());
    PvResize.requireSize(name, size, minimum, peStart);
    PvHeader header = pv.label().pv();
    List<DiskArea> areas = new ArrayList<>(header.metadataAreas());
    if (areas.size() > 1) {
      try {
        areas.set(
            1,
            PvLayout.moveSecondArea(name, size, peStart, areas.get(1), PageSize.ofThisMachine()));
      } catch (FailedException e) {
        messages.error(e.getMessage());
        messages.error("Failed to move metadata area with index 1 while resizing PV " + name + ".");
        throw new FailedException("Format specific resize of PV " + name + " failed.", e);
      }
    }
    return withSize(
        new PvHeader(
            header.uuid(), header.deviceSize(), header.dataAreas(), areas, header.extension()),
        size);
  }

  private static PvHeader withSize(PvHeader header, Sectors size) {
    return new PvHeader(
        header.uuid(),
        size.toBytes(),
        header.dataAreas(),
        header.metadataAreas(),
        header.extension());
  }
}
