/**
 * The commands that show: reports ({@code lvs}, {@code vgs}, {@code pvs}, {@code fullreport},
 * {@code devtypes}) and the older displays. They turn options into requests; the tables are made by
 * {@code core.report}.
 */
@NullMarked
package org.jlvm.cli.report;

import org.jspecify.annotations.NullMarked;
