/** Selections ({@code -S}): the grammar of lvmreport(7), and whether a row is meant. */
@NullMarked
package org.jlvm.core.report.select;

import org.jspecify.annotations.NullMarked;
