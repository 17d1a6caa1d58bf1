package org.jlvm.cli.report;

import java.time.Clock;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.core.report.lvm.LvmFields;
import org.jlvm.core.report.lvm.Rendering;

/** What reports need of the world around them. */
final class ReportSurroundings {
  private ReportSurroundings() {}

  static LvmFields fields(CommandSession session, ReportOptions options) {
    return new LvmFields(
        rendering(session, options),
        new SessionVolumes(session),
        session.session().environment().now());
  }

  static Rendering rendering(CommandSession session, ReportOptions options) {
    Clock clock = session.session().environment().clock();
    String devices =
        session
            .context()
            .process()
            .variable("DM_DEV_DIR")
            .orElse(session.settings().devices().dir());
    return options.rendering(clock::getZone, devices);
  }
}
