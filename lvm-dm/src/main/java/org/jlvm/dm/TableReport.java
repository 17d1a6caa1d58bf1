package org.jlvm.dm;

import org.jlvm.dm.table.DmTable;

/** A device's state and one of its tables, told at the same moment. */
public record TableReport(DmInfo info, DmTable table) {}
