package org.jlvm.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.process.EachPv;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.report.lvm.LastVgFacts;
import org.jlvm.core.report.lvm.LvmRow;
import org.jlvm.core.report.lvm.LvmRows;
import org.jlvm.core.report.lvm.PvFacts;
import org.jlvm.core.report.lvm.ReportKind;
import org.jlvm.core.report.lvm.VgFacts;

/** The rows of the physical volumes that operands name by path or tag; of all without operands. */
final class PvRows implements EachPv.Action {
  private final CommandSession session;
  private final ReportKind kind;
  private final Consumer<LvmRow> rows;
  private final Messages messages;
  private final LastVgFacts facts = new LastVgFacts();
  private boolean showsAll;
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
    showsAll = session.command().has(Opt.ALL) && operands.isEmpty();
    int result =
        new EachPv(session, VolumeReport.access(session)).run(operands, (state, pv) -> true, this);
    if (showsAll) {
      addOtherDevices();
    }
    return result;
  }

  @Override
  public EachPv.Outcome member(VgState state, PhysicalVolume pv) {
    LvmRows.ofPv(Optional.of(facts.of(state)), PvFacts.member(state, pv), kind, rows);
    return EachPv.Outcome.done(state);
  }

  @Override
  public int orphan(ScannedPv pv) {
    LvmRows.ofPv(Optional.empty(), PvFacts.orphan(pv), kind, rows);
    return ExitStatus.OK;
  }

  @Override
  public boolean wantsDuplicates() {
    return showsAll;
  }

  @Override
  public void duplicate(ScannedPv duplicate) {
    Optional<VgState> group = session.session().catalog().groupOf(duplicate.id());
    Optional<PhysicalVolume> pv = group.flatMap(state -> state.vg().findPv(duplicate.id()));
    LvmRows.ofPv(group.map(VgFacts::new), PvFacts.duplicate(duplicate, pv), kind, rows);
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
