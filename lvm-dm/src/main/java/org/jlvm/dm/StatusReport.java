package org.jlvm.dm;

import java.util.List;
import org.jlvm.dm.table.StatusLine;

/** A device's state and what its targets say, told at the same moment. */
public record StatusReport(DmInfo info, List<StatusLine> lines) {
  public StatusReport {
    lines = List.copyOf(lines);
  }
}
