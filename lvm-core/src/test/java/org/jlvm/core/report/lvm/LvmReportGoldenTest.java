package org.jlvm.core.report.lvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jlvm.core.RecordedOutput;
import org.jlvm.core.device.MemoryBlockDevice;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.report.table.Headings;
import org.jlvm.core.report.table.Layout;
import org.jlvm.core.report.table.Report;
import org.jlvm.core.report.table.ReportRequest;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.SizeFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What lvm2 2.03.40 without a driver shows of the group in {@code golden/report/vg-3.txt}: mirrors,
 * RAID, snapshots, a pvmove, and a volume of several kinds of segments. Each report in {@code
 * reports.txt} begins with the options that made it.
 */
class LvmReportGoldenTest {
  /** One report: its options, and the lines it has. */
  record Golden(List<String> options, List<String> lines) {
    String option(String name) {
      int index = options.indexOf(name);
      return index < 0 ? "" : options.get(index + 1);
    }

    @Override
    public String toString() {
      return option("-o");
    }
  }

  static Stream<Golden> reports() throws IOException {
    List<Golden> reports = new ArrayList<>();
    for (String line : resource("reports.txt").split("\n")) {
      if (line.startsWith("# ")) {
        reports.add(new Golden(List.of(line.substring(2).split(" ")), new ArrayList<>()));
      } else {
        reports.get(reports.size() - 1).lines().add(line);
      }
    }
    return reports.stream();
  }

  private static final LiveVolumes NO_DEVICES =
      new LiveVolumes() {
        @Override
        public boolean isAvailable() {
          return false;
        }

        @Override
        public LvStatus device(VgState vg, LogicalVolume lv) {
          return LvStatus.INACTIVE;
        }
      };

  private static String resource(String name) throws IOException {
    try (InputStream in = LvmReportGoldenTest.class.getResourceAsStream("/golden/report/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void showsWhatLvm2Shows(Golden golden) throws IOException {
    VgFacts vg = new VgFacts(state());
    Rendering rendering =
        new Rendering(
            SizeFormat.DEFAULT,
            false,
            false,
            ",",
            true,
            "%Y-%m-%d %T %z",
            () -> ZoneOffset.UTC,
            "/dev/",
            false,
            "[unknown]");
    LvmFields fields = new LvmFields(rendering, NO_DEVICES, 0);
    ReportKind kind =
        golden.options().contains("--segments") ? ReportKind.SEGMENTS : ReportKind.LVS;
    RecordedOutput output = new RecordedOutput();
    Report<LvmRow> report =
        Report.create(
            fields,
            new ReportRequest(
                kind.object().bit(),
                golden.option("-o"),
                golden.option("-O"),
                "",
                new Layout(
                    false, true, Headings.NONE, golden.option("--separator"), false, true, false),
                false),
            output);
    LvmRows.ofLvs(vg, true, kind.widened(report.types(), false, ""), report::add);
    report.finish();
    assertThat(output.printed()).containsExactlyElementsOf(golden.lines());
  }

  private static VgState state() throws IOException {
    VolumeGroup vg = VgTextReader.read(resource("vg-3.txt").getBytes(StandardCharsets.UTF_8));
    Map<LvmId, ScannedPv> devices = new HashMap<>();
    for (PhysicalVolume pv : vg.pvs()) {
      PvHeader header =
          new PvHeader(pv.id().value(), Bytes.of(64 << 20), List.of(), List.of(), Optional.empty());
      MemoryBlockDevice device = new MemoryBlockDevice(pv.deviceHint(), 1 << 20);
      devices.put(pv.id(), new ScannedPv(device, PvLabel.at(1, header), List.of()));
    }
    return new VgState(vg, devices, List.of(), List.of());
  }
}
