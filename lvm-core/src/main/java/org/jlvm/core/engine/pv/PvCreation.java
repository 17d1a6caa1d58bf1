package org.jlvm.core.engine.pv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jlvm.core.device.signature.SignatureWiper;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.units.SizeFormat;

/** Makes physical volumes of devices, for pvcreate and for groups that are made or grow. */
public final class PvCreation {
  private final Session session;
  private final Messages messages;
  private final PvUse use;
  private final PvParameters parameters;
  private final SizeFormat sizes;
  private Consumer<List<String>> beforeWriting = names -> {};

  /**
   * The outcome.
   *
   * @param pvs physical volumes that were made, or were there and may be used
   * @param complete whether all devices could be used
   */
  public record Result(List<ScannedPv> pvs, boolean complete) {}

  public PvCreation(Session session, PvUse use, PvParameters parameters, SizeFormat sizes) {
    this.session = session;
    this.use = use;
    this.parameters = parameters;
    this.sizes = sizes;
    messages = session.environment().messages();
  }

  /**
   * Has the devices of new physical volumes looked at, by their names, before anything is written;
   * what is thrown then ends the creation.
   */
  public PvCreation beforeWriting(Consumer<List<String>> check) {
    beforeWriting = check;
    return this;
  }

  /**
   * Makes the physical volumes; every failure is told. The devices are read again by whoever asks
   * the session next.
   *
   * @param names devices as the user named them
   * @param global the global lock, held; it is given back while the user is asked
   */
  public Result create(List<String> names, Locks.Lock global) {
    PvPreparation preparation =
        new PvPreparation(session, use, parameters.id(), parameters.pretendedSize(), sizes);
    PvPreparation.Prepared prepared = preparation.prepare(names, global);
    if (prepared.targets().isEmpty()) {
      return new Result(List.of(), false);
    }
    List<String> devices = new ArrayList<>();
    for (PvTarget target : prepared.targets()) {
      if (!isKept(target)) {
        devices.add(target.name());
      }
    }
    beforeWriting.accept(devices);
    List<PvTarget> clean = withoutSignatures(prepared.targets());
    if (clean.size() < prepared.targets().size() && use.allOrNone()) {
      return new Result(List.of(), false);
    }
    // Those that are physical volumes already come first in the group, as with lvm2.
    List<PvTarget> usable = new ArrayList<>(clean.size());
    List<PvTarget> fresh = new ArrayList<>(clean.size());
    for (PvTarget target : clean) {
      (isKept(target) ? usable : fresh).add(target);
    }
    if (!usable.isEmpty()) {
      session.catalog().orphansSoFar();
    }
    usable.addAll(fresh);
    PvInitializer initializer = new PvInitializer(session.environment(), parameters, sizes);
    List<ScannedPv> made = new ArrayList<>(names.size());
    boolean complete = prepared.complete() && usable.size() == prepared.targets().size();
    for (PvTarget target : usable) {
      Optional<ScannedPv> pv = create(initializer, target);
      pv.ifPresent(made::add);
      complete &= pv.isPresent();
      if (!complete && use.allOrNone()) {
        break;
      }
    }
    session.rescan();
    return new Result(made, complete);
  }

  /** Leaves out devices whose contents the user wants to keep. */
  private List<PvTarget> withoutSignatures(List<PvTarget> targets) {
    SignatureWiper wiper =
        new SignatureWiper(
            new SignatureWiper.Options(
                SignatureWiper.Options.LVM, Set.of(), use.yes() || use.force() > 0),
            session.environment().prompter(),
            messages);
    List<PvTarget> clean = new ArrayList<>(targets.size());
    for (PvTarget target : targets) {
      messages.verbose("Wiping signatures on new PV " + target.name() + ".");
      try {
        if (session.environment().testMode()
            || wiper.wipe(target.device(), target.name()).isClean()) {
          clean.add(target);
        }
      } catch (LvmException e) {
        messages.error(e.getMessage());
      }
    }
    return clean;
  }

  private boolean isKept(PvTarget target) {
    return use.keepsExisting() && target.standing() == PvTarget.Standing.ORPHAN;
  }

  private Optional<ScannedPv> create(PvInitializer initializer, PvTarget target) {
    if (isKept(target)) {
      return target.pv();
    }
    String name = target.name();
    PvLabel label;
    try {
      label = initializer.plan(target.device());
    } catch (LvmException e) {
      messages.error(e.getMessage());
      messages.error("Failed to setup physical volume \"" + name + "\".");
      return Optional.empty();
    }
    try {
      ScannedPv pv = initializer.write(name, target.device(), label);
      messages.info("Physical volume \"" + name + "\" successfully created.");
      return Optional.of(pv);
    } catch (LvmException e) {
      messages.error(e.getMessage());
      messages.error("Failed to write physical volume \"" + name + "\".");
      return Optional.empty();
    }
  }
}
