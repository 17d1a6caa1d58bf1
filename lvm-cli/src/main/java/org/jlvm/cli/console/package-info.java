/** The one place that writes to the terminal, and the one that asks there. */
@NullMarked
package org.jlvm.cli.console;

import org.jspecify.annotations.NullMarked;
