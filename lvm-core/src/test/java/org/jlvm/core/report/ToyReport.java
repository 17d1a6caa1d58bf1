package org.jlvm.core.report;

import java.util.List;
import org.jlvm.core.RecordedOutput;
import org.jlvm.core.report.table.Headings;
import org.jlvm.core.report.table.Layout;
import org.jlvm.core.report.table.Report;
import org.jlvm.core.report.table.ReportRequest;

/** Runs reports on three toys and keeps what they print. */
final class ToyReport {
  static final List<ToyTable.Toy> TOYS =
      List.of(
          new ToyTable.Toy("ball", 1, 2048, 50_000_000, 1_600_000_000, List.of("red", "round")),
          new ToyTable.Toy("kite", 2, 8192, 100_000_000, 1_577_836_800, List.of()),
          new ToyTable.Toy("top", -1, 4096, -1, 0, List.of("red")));

  private final RecordedOutput output = new RecordedOutput();

  RecordedOutput output() {
    return output;
  }

  static ReportRequest request(String fields, String keys, String selection, Layout layout) {
    return new ReportRequest(ToyTable.Only.TOY.bit(), fields, keys, selection, layout, false);
  }

  /** The lines of a report on all toys. */
  List<String> run(String fields, String keys, String selection, Layout layout) {
    Report<ToyTable.Toy> report =
        Report.create(new ToyTable(), request(fields, keys, selection, layout), output);
    TOYS.forEach(report::add);
    report.finish();
    return output.printed();
  }

  /** The names of the toys that a selection means. */
  static List<String> selected(String selection) {
    Layout bare = new Layout(false, true, Headings.NONE, " ", false, true, false);
    return new ToyReport().run("toy_name", "", selection, bare);
  }
}
