/** The program itself: which command is meant, and running it. */
@NullMarked
package org.jlvm.cli;

import org.jspecify.annotations.NullMarked;
