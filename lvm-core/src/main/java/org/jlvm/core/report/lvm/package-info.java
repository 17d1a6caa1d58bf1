/**
 * The fields of volume groups, physical and logical volumes, and their values; which rows a report
 * on them has.
 */
@NullMarked
package org.jlvm.core.report.lvm;

import org.jspecify.annotations.NullMarked;
