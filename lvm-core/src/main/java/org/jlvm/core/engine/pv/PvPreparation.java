package org.jlvm.core.engine.pv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHolders;
import org.jlvm.core.device.LinuxDevice;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.scan.MetadataText;
import org.jlvm.core.engine.scan.Scan;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VgName;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * Finds the devices that the user named and makes sure that they may be made into, or stop being,
 * physical volumes. While the user is asked the global lock is given back, so the devices are
 * looked at again afterwards.
 */
final class PvPreparation {
  private static final Path PROC = Path.of("/proc");

  private final Session session;
  private final Messages messages;
  private final PvUse use;
  private final Optional<LvmId> id;
  private final Sectors pretendedSize;
  private final PvQuestions questions;

  /**
   * What may be worked on.
   *
   * @param targets in the order of the command line
   * @param complete whether that is all that was named
   */
  record Prepared(List<PvTarget> targets, boolean complete) {
    static final Prepared NOTHING = new Prepared(List.of(), false);
  }

  PvPreparation(
      Session session, PvUse use, Optional<LvmId> id, Sectors pretendedSize, SizeFormat sizes) {
    this.session = session;
    this.use = use;
    this.id = id;
    this.pretendedSize = pretendedSize;
    messages = session.environment().messages();
    questions = new PvQuestions(use, messages, session.environment().prompter(), sizes);
  }

  /**
   * Prepares the devices; every refusal is told.
   *
   * @param global the global lock, which is held
   */
  Prepared prepare(List<String> names, Locks.Lock global) {
    List<PvTarget> found = new ArrayList<>(names.size());
    if (find(names, found) == 0) {
      return Prepared.NOTHING;
    }
    if (use.allOrNone() && found.size() < names.size()) {
      messages.error("Command requires all devices to be found.");
      return Prepared.NOTHING;
    }
    if (found.isEmpty()) {
      return Prepared.NOTHING;
    }
    if (use.purpose() == PvUse.Purpose.NEW_GROUP && !haveSameBlockSize(found)) {
      return Prepared.NOTHING;
    }
    List<PvTarget> usable = new ArrayList<>(found.size());
    for (PvTarget target : found) {
      if (isUsable(target)) {
        usable.add(target);
      }
    }
    if (usable.isEmpty() || (use.allOrNone() && usable.size() < names.size())) {
      return Prepared.NOTHING;
    }
    List<PvTarget> agreed = ask(usable, global);
    if (use.allOrNone() && agreed.size() < usable.size()) {
      return Prepared.NOTHING;
    }
    if (!readAgain(devices(agreed))) {
      return Prepared.NOTHING;
    }
    List<PvTarget> free = free(agreed);
    boolean complete = free.size() == names.size();
    return use.allOrNone() && !complete ? Prepared.NOTHING : new Prepared(free, complete);
  }

  private static List<BlockDevice> devices(List<PvTarget> targets) {
    List<BlockDevice> devices = new ArrayList<>(targets.size());
    for (PvTarget target : targets) {
      devices.add(target.device());
    }
    return devices;
  }

  /**
   * Tells once more what is wrong with metadata areas, as lvm2 does that reads the devices again.
   *
   * @return whether each device can be read; lvm2 neither uses nor clears one that cannot
   */
  private boolean readAgain(List<BlockDevice> devices) {
    List<BlockDevice> damaged = new ArrayList<>(0);
    for (ScannedPv pv : session.catalog().scan().pvs()) {
      boolean bad = false;
      for (ScannedArea area : pv.areas()) {
        bad |= area.problem().isPresent();
      }
      if (bad && devices.contains(pv.device())) {
        damaged.add(pv.device());
      }
    }
    if (damaged.isEmpty()) {
      return true;
    }
    Scan scan = LabelScanner.scan(damaged);
    boolean readable = true;
    for (Scan.Problem problem : scan.problems()) {
      messages.show(problem.level(), problem.text());
    }
    for (ScannedPv pv : scan.pvs()) {
      readable &= !pv.isUnreadable();
    }
    return readable;
  }

  /** Leaves out what somebody else uses, with all that lvm2 says then. */
  private List<PvTarget> free(List<PvTarget> targets) {
    List<PvTarget> free = new ArrayList<>(targets.size());
    List<PvTarget> taken = new ArrayList<>(0);
    for (PvTarget target : targets) {
      boolean used =
          target.device() instanceof LinuxDevice linux
              && new DeviceHolders(linux.sysfs(), PROC).find(linux).isPresent();
      (used ? taken : free).add(target);
    }
    for (int i = 0; i < 2; i++) {
      for (PvTarget target : taken) {
        messages.error(
            "Can't open " + target.device().name() + " exclusively.  Mounted filesystem?");
      }
    }
    for (PvTarget target : taken) {
      messages.error(
          "Error opening device " + target.device().name() + " for reading at 0 length 4096.");
      messages.error("Cannot use " + target.name() + ": device has a signature");
    }
    return free;
  }

  /**
   * Finds those that may be used.
   *
   * @return how many there are, usable or not; none count if a name was given twice
   */
  private int find(List<String> names, List<PvTarget> found) {
    session.catalog();
    List<String> seen = new ArrayList<>(names.size());
    List<DeviceInventory.Found> devices = new ArrayList<>(names.size());
    List<String> existing = new ArrayList<>(names.size());
    for (String name : names) {
      if (seen.contains(name)) {
        messages.error("Duplicate device name found on input: " + name + ".");
        return 0;
      }
      seen.add(name);
    }
    for (String name : names) {
      Optional<DeviceInventory.Found> device =
          use.purpose() == PvUse.Purpose.REMOVE
              ? session.devices().find(name)
              : session.devices().findNew(name);
      if (device.isEmpty()) {
        messages.error("No device found for " + name + ".");
      } else {
        devices.add(device.get());
        existing.add(name);
      }
    }
    List<BlockDevice> read = new ArrayList<>(devices.size());
    for (DeviceInventory.Found device : devices) {
      read.add(device.device());
    }
    readAgain(read);
    for (int i = 0; i < devices.size(); i++) {
      Optional<String> exclusion = devices.get(i).exclusion();
      if (exclusion.isPresent()) {
        messages.error("Cannot use " + existing.get(i) + ": " + exclusion.get());
      } else {
        found.add(describe(existing.get(i), devices.get(i).device()));
      }
    }
    return devices.size();
  }

  private PvTarget describe(String name, BlockDevice device) {
    VgCatalog catalog = session.catalog();
    for (ScannedPv pv : catalog.scan().pvs()) {
      if (pv.device().name().equals(device.name())) {
        Optional<VgName> vg = groupNamedOn(catalog, pv);
        PvTarget.Standing standing =
            vg.isPresent()
                ? PvTarget.Standing.MEMBER
                : pv.label().pv().isUsed() ? PvTarget.Standing.USED : PvTarget.Standing.ORPHAN;
        return new PvTarget(name, device, Optional.of(pv), standing, vg);
      }
    }
    return new PvTarget(name, device, Optional.empty(), PvTarget.Standing.NO_PV, Optional.empty());
  }

  /** The group of the metadata on the device itself; without any, only its mark counts. */
  private static Optional<VgName> groupNamedOn(VgCatalog catalog, ScannedPv pv) {
    for (ScannedArea area : pv.areas()) {
      Optional<MetadataText> text = catalog.scan().textOf(area);
      if (text.isPresent()) {
        return Optional.of(text.get().vgName());
      }
    }
    return Optional.empty();
  }

  private boolean haveSameBlockSize(List<PvTarget> targets) {
    BlockDevice first = targets.get(0).device();
    for (PvTarget target : targets) {
      int size = target.device().logicalBlockSize();
      if (use.mixedBlockSizes()) {
        return true;
      }
      if (size != first.logicalBlockSize()) {
        messages.error(
            "Devices have inconsistent logical block sizes ("
                + first.logicalBlockSize()
                + " and "
                + size
                + ").");
        messages.print("See lvm.conf allow_mixed_block_sizes.");
        return false;
      }
      int physical = target.device().physicalBlockSize();
      if (physical != first.physicalBlockSize()) {
        messages.warn(
            "WARNING: Devices have inconsistent physical block sizes ("
                + first.physicalBlockSize()
                + " and "
                + physical
                + ").");
      }
    }
    return true;
  }

  private boolean isUsable(PvTarget target) {
    return use.purpose() == PvUse.Purpose.REMOVE ? isRemovable(target) : isCreatable(target);
  }

  private boolean isCreatable(PvTarget target) {
    VgCatalog catalog = session.catalog();
    for (ScannedPv duplicate : catalog.unusedDuplicates()) {
      if (target.pv().isPresent() && duplicate.id().equals(target.pv().get().id())) {
        messages.error("Cannot use device " + target.device().name() + " with duplicates.");
        return false;
      }
    }
    Optional<ScannedPv> holder = id.flatMap(catalog::device);
    if (holder.isPresent() && !holder.get().device().name().equals(target.device().name())) {
      messages.error(
          "UUID " + id.get() + " already in use on \"" + holder.get().device().name() + "\".");
      return false;
    }
    return true;
  }

  private boolean isRemovable(PvTarget target) {
    boolean isPv = target.pv().isPresent() && !isUnusedDuplicate(target);
    if (!isPv && use.force() == 0) {
      messages.error("No PV found on device " + target.device().name() + ".");
    }
    return isPv || use.force() > 0;
  }

  private boolean isUnusedDuplicate(PvTarget target) {
    for (ScannedPv duplicate : session.catalog().unusedDuplicates()) {
      if (duplicate.device().name().equals(target.device().name())) {
        return true;
      }
    }
    return false;
  }

  private List<PvTarget> ask(List<PvTarget> targets, Locks.Lock global) {
    List<PvTarget> agreed = new ArrayList<>(targets);
    List<PvQuestions.Question> open = new ArrayList<>(0);
    for (PvTarget target : targets) {
      Optional<PvQuestions.Question> question = question(target);
      if (question.isEmpty()) {
        continue;
      }
      switch (questions.answer(question.get(), false)) {
        case YES -> {}
        case NO -> agreed.remove(target);
        case OPEN -> open.add(question.get());
      }
    }
    if (open.isEmpty() || (use.allOrNone() && agreed.size() < targets.size())) {
      return agreed;
    }
    global.close();
    for (PvQuestions.Question question : open) {
      if (questions.answer(question, true) != PvQuestions.Answer.YES) {
        agreed.remove(question.target());
        if (use.allOrNone()) {
          return List.of();
        }
      }
    }
    return unchanged(agreed);
  }

  private Optional<PvQuestions.Question> question(PvTarget target) {
    boolean removing = use.purpose() == PvUse.Purpose.REMOVE;
    if (removing && isUnusedDuplicate(target)) {
      return Optional.empty();
    }
    boolean isPv = target.standing() != PvTarget.Standing.NO_PV;
    boolean odd =
        isPv
            && !pretendedSize.isZero()
            && !target.device().size().toSectorsDown().equals(pretendedSize);
    return target.isInUse() || odd
        ? Optional.of(new PvQuestions.Question(target, odd ? pretendedSize : Sectors.ZERO))
        : Optional.empty();
  }

  /** Takes the lock again and leaves out what others have changed meanwhile. */
  private List<PvTarget> unchanged(List<PvTarget> agreed) {
    if (agreed.isEmpty()) {
      return agreed;
    }
    if (session.locks().tryLockGlobal(LockMode.EXCLUSIVE).isEmpty()) {
      messages.error("Failed to reacquire global lock after prompt.");
      return List.of();
    }
    session.rescan();
    List<PvTarget> same = new ArrayList<>(agreed.size());
    for (PvTarget before : agreed) {
      if (before.isSameAs(describe(before.name(), before.device()))) {
        same.add(before);
      } else {
        messages.error(
            "Cannot use device " + before.device().name() + ": it changed during prompt.");
      }
    }
    return same;
  }
}
