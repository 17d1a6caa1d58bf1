package org.jlvm.cli.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.process.EachVg;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.report.lvm.LvmRow;
import org.jlvm.core.report.lvm.LvmRows;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.lvm.VgFacts;

/** The rows of the physical volumes that operands name by path or tag; of all without operands. */
final class PvRows {
  private final CommandSession session;
  private final ReportKind kind;
  private final Consumer<LvmRow> rows;
  private final Messages messages;
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<Tag> tags = new HashSet<>();
  private final Set<String> found = new HashSet<>();
  private int status = ExitStatus.OK;

  PvRows(CommandSession session, ReportKind kind, Consumer<LvmRow> rows) {
    this.session = session;
    this.kind = kind;
    this.rows = rows;
    this.messages = session.session().environment().messages();
  }

  /** Rows of all devices with a label, without reading metadata. */
  int labels(List<String> operands) {
    try (WorkLog.Place place = session.log().enter("label")) {
      return addLabels(operands);
    }
  }

  private int addLabels(List<String> operands) {
    VgCatalog catalog = session.session().catalog();
    if (operands.isEmpty()) {
      List<ScannedPv> duplicates = catalog.unusedDuplicates();
      for (ScannedPv pv : catalog.scan().pvs()) {
        if (!duplicates.contains(pv)) {
          addLabel(pv);
        }
      }
      return status;
    }
    for (String operand : operands) {
      Optional<BlockDevice> device = device(operand);
      Optional<ScannedPv> label = device.flatMap(this::label);
      if (label.isPresent()) {
        addLabel(label.get());
      } else {
        messages.error(
            device.isPresent()
                ? "No physical volume label read from " + operand + "."
                : "Failed to find device \"" + operand + "\".");
        status = ExitStatus.FAILED;
      }
    }
    return status;
  }

  private void addLabel(ScannedPv pv) {
    session.log().about(pv.device().name(), Optional.empty());
    LvmRows.ofPv(Optional.empty(), PvFacts.orphan(pv), kind, rows);
    session.log().done(ExitStatus.OK);
    session.log().aboutNothing();
  }

  private Optional<BlockDevice> device(String path) {
    for (BlockDevice device : session.session().catalog().scan().devices()) {
      if (device.names().contains(path)) {
        return Optional.of(device);
      }
    }
    return Optional.empty();
  }

  private Optional<ScannedPv> label(BlockDevice device) {
    for (ScannedPv pv : session.session().catalog().scan().pvs()) {
      if (pv.device() == device) {
        return Optional.of(pv);
      }
    }
    return Optional.empty();
  }

  /** Rows of physical volumes with what their groups say of them. */
  int pvs(List<String> operands) {
    try (WorkLog.Place place = session.log().enter("pv")) {
      return addPvs(operands);
    }
  }

  private int addPvs(List<String> operands) {
    boolean wantsDevices = session.command().has(Opt.ALL) && operands.isEmpty();
    sort(operands);
    if (status == ExitStatus.OK || !paths.isEmpty() || !tags.isEmpty()) {
      status =
          Math.max(
              status,
              new EachVg(session, VolumeReport.access(session))
                  .run(List.of(), true, state -> true, this::addGroup));
      addOrphans();
      addDuplicates(wantsDevices);
      if (wantsDevices) {
        addOtherDevices();
      }
    }
    for (String path : paths) {
      if (!found.contains(path)) {
        messages.error(
            ofForeignGroup(path).orElse("Failed to find physical volume \"" + path + "\"."));
        status = ExitStatus.FAILED;
      }
    }
    return status;
  }

  /** Groups that may not be seen were passed over. */
  private Optional<String> ofForeignGroup(String path) {
    for (VgState state : session.session().catalog().states()) {
      for (PhysicalVolume pv : state.vg().pvs()) {
        Optional<ScannedPv> device = state.device(pv.id());
        if (device.isPresent() && device.get().device().names().contains(path)) {
          String vg = state.vg().name().value();
          return Optional.of("Cannot use PV " + state.pvName(pv) + " in foreign VG " + vg + ".");
        }
      }
    }
    return Optional.empty();
  }

  private void sort(List<String> operands) {
    for (String operand : operands) {
      if (operand.startsWith("@")) {
        if (Tag.isValid(operand.substring(1))) {
          tags.add(new Tag(operand.substring(1)));
        } else {
          messages.error("Skipping invalid tag " + operand + ".");
        }
      } else if (device(operand).isPresent()) {
        paths.add(operand);
      } else {
        messages.error("Cannot use " + operand + ": device not found");
        status = ExitStatus.FAILED;
      }
    }
  }

  private int addGroup(VgState state) {
    VgFacts vg = new VgFacts(state);
    try (WorkLog.Place place = session.log().enter("pv", state.vg().name(), state.vg().id())) {
      for (PhysicalVolume pv : state.vg().pvs()) {
        PvFacts facts = PvFacts.member(state, pv);
        if (isWanted(facts.device(), pv.tags())) {
          session.log().about(state.pvName(pv), Optional.of(pv.id()));
          LvmRows.ofPv(Optional.of(vg), facts, kind, rows);
          session.log().done(ExitStatus.OK);
        }
      }
    }
    return ExitStatus.OK;
  }

  private boolean isWanted(Optional<BlockDevice> device, List<Tag> pvTags) {
    boolean wanted = paths.isEmpty() && tags.isEmpty();
    if (device.isPresent()) {
      for (String name : device.get().names()) {
        if (paths.contains(name)) {
          found.add(name);
          wanted = true;
        }
      }
    }
    for (Tag tag : pvTags) {
      wanted |= tags.contains(tag);
    }
    return wanted;
  }

  private void addOrphans() {
    List<ScannedPv> orphans = session.session().catalog().orphans();
    session.session().catalog().warnOfUse(orphans);
    try (WorkLog.Place place = session.log().enter("orphan")) {
      session.log().about("lvm2", Optional.empty());
      for (ScannedPv orphan : orphans) {
        if (isWanted(Optional.of(orphan.device()), List.of())) {
          addOrphan(orphan);
        }
      }
      session.log().done(ExitStatus.OK);
    }
  }

  private void addOrphan(ScannedPv orphan) {
    try (WorkLog.Place place = session.log().enter("pv")) {
      session.log().about(orphan.device().name(), Optional.of(orphan.id()));
      LvmRows.ofPv(Optional.empty(), PvFacts.orphan(orphan), kind, rows);
      session.log().done(ExitStatus.OK);
    }
  }

  /** They are shown if all devices are, or if they are named. */
  private void addDuplicates(boolean all) {
    VgCatalog catalog = session.session().catalog();
    for (ScannedPv duplicate : catalog.unusedDuplicates()) {
      boolean named = !paths.isEmpty() && isWanted(Optional.of(duplicate.device()), List.of());
      if (all || named) {
        Optional<VgState> group = catalog.groupOf(duplicate.id());
        Optional<PhysicalVolume> pv = group.flatMap(state -> state.vg().findPv(duplicate.id()));
        LvmRows.ofPv(group.map(VgFacts::new), PvFacts.duplicate(duplicate, pv), kind, rows);
      }
    }
  }

  private void addOtherDevices() {
    List<BlockDevice> labelled = new ArrayList<>();
    for (ScannedPv pv : session.session().catalog().scan().pvs()) {
      labelled.add(pv.device());
    }
    for (BlockDevice device : session.session().catalog().scan().devices()) {
      if (!labelled.contains(device)) {
        LvmRows.ofPv(Optional.empty(), PvFacts.notPv(device), kind, rows);
      }
    }
  }
}
