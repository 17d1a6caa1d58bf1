/** The kinds of devices that {@code lvm devtypes} lists. */
@NullMarked
package org.jlvm.core.report.devtype;

import org.jspecify.annotations.NullMarked;
