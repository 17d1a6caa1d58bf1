/** The commands, a class each: they parse, build a request and print; the work is done below. */
@NullMarked
package org.jlvm.cli.verb;

import org.jspecify.annotations.NullMarked;
