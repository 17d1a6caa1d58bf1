/**
 * Reports as tables: which columns there are, how rows are sorted and laid out as text or JSON, and
 * several reports after each other. Behaviour as lvm2's (lvmreport(7)).
 */
@NullMarked
package org.jlvm.core.report.table;

import org.jspecify.annotations.NullMarked;
