package org.jlvm.core.report.display;

import java.time.ZoneId;
import org.jlvm.core.report.lvm.LiveVolumes;
import org.jlvm.core.report.lvm.TimeFormat;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * How displays write values.
 *
 * @param sizes units of sizes
 * @param deviceDirectory {@code devices/dir} with a slash at its end
 * @param fullPaths {@code global/lvdisplay_shows_full_device_path}
 * @param timeFormat {@code report/time_format}
 * @param zone where times are shown
 * @param monitoring {@code activation/monitoring}
 * @param live what the kernel knows
 */
public record DisplayStyle(
    SizeFormat sizes,
    String deviceDirectory,
    boolean fullPaths,
    String timeFormat,
    ZoneId zone,
    boolean monitoring,
    LiveVolumes live) {

  String size(long sectors) {
    return sizes.display(Sectors.of(sectors));
  }

  String time(long seconds) {
    return TimeFormat.format(seconds, timeFormat, zone);
  }
}
