/** The log of a command as a report ({@code --configreport log}). */
@NullMarked
package org.jlvm.core.report.log;

import org.jspecify.annotations.NullMarked;
