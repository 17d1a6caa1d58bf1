/**
 * The older displays ({@code pvdisplay}, {@code vgdisplay}, {@code lvdisplay}) and the lines of the
 * scan commands, as lists of lines without the prefix of messages.
 */
@NullMarked
package org.jlvm.core.report.display;

import org.jspecify.annotations.NullMarked;
