package org.jlvm.cli.report;

import java.util.Locale;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.report.lvm.ReportKind;

/** The reports that {@code --configreport} can name. */
enum ReportPart {
  /** The one report of a command that has one. */
  SINGLE,
  LOG,
  FULL_VG,
  FULL_PV,
  FULL_LV,
  FULL_PVSEG,
  FULL_SEG;

  /**
   * What a name after {@code --configreport} means.
   *
   * @param kind what the command reports; empty for a full report or one of another kind
   * @param full whether the command is a full report
   * @throws FailedException if there is no such report
   */
  static ReportPart named(String name, Optional<ReportKind> kind, boolean full) {
    boolean pvs = kind.isPresent() && kind.get().isAboutPvs();
    boolean lvs =
        kind.isPresent() && (kind.get() == ReportKind.LVS || kind.get() == ReportKind.SEGMENTS);
    boolean vgs = kind.isPresent() && kind.get() == ReportKind.VGS;
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "log" -> LOG;
      case "vg" -> vgs ? SINGLE : FULL_VG;
      case "pv" -> pvs ? SINGLE : FULL_PV;
      case "lv" -> lvs ? SINGLE : FULL_LV;
      case "pvseg" -> full ? FULL_PVSEG : pvs ? SINGLE : FULL_PV;
      case "seg" -> full ? FULL_SEG : lvs ? SINGLE : FULL_LV;
      default ->
          throw new FailedException(
              "Unknown report specifier in report option list: " + name + ".");
    };
  }

  boolean isOfFullReport() {
    return this != SINGLE && this != LOG;
  }
}
