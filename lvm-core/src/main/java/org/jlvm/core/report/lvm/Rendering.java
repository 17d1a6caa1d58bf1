package org.jlvm.core.report.lvm;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.report.field.Cell;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/**
 * How values are written.
 *
 * @param sizes {@code --units}, {@code --nosuffix}
 * @param numericFlags yes and no as 1 and 0: {@code --binary}
 * @param strict numbers only as numbers: {@code json_std}
 * @param listSeparator between the items of most lists
 * @param marksHidden hidden volumes in brackets: {@code report/mark_hidden_devices}
 * @param timeFormat as for strftime(3)
 * @param zoneOfTimes where times are shown; asked only if one is, since finding out takes long
 * @param deviceDirectory {@code devices/dir} with a slash at its end
 * @param monitoring {@code activation/monitoring}
 * @param unknownDevice stands for the device of a PV that is missing
 */
public record Rendering(
    SizeFormat sizes,
    boolean numericFlags,
    boolean strict,
    String listSeparator,
    boolean marksHidden,
    String timeFormat,
    Supplier<ZoneId> zoneOfTimes,
    String deviceDirectory,
    boolean monitoring,
    String unknownDevice) {

  public ZoneId zone() {
    return zoneOfTimes.get();
  }

  Cell size(long sectors) {
    return Cell.size(sizes.brief(Sectors.of(sectors)), sectors);
  }

  /** A word if set, else nothing; or 1 and 0. */
  Cell flag(boolean set, String word) {
    if (strict || numericFlags) {
      return Cell.number(set ? 1 : 0);
    }
    return Cell.number(set ? word : "", set ? 1 : 0);
  }

  String deviceName(VgState vg, LvmId pv) {
    Optional<ScannedPv> found = vg.device(pv);
    return found.isPresent() ? found.get().device().name() : unknownDevice;
  }

  /** A flag that cannot be told. */
  Cell unknownFlag() {
    return Cell.number(strict || numericFlags ? "-1" : "unknown", -1);
  }
}
