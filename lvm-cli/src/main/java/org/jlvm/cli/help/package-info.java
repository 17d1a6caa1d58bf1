/** Texts about commands, made from their tables: usage, and what is derived from it. */
@NullMarked
package org.jlvm.cli.help;

import org.jspecify.annotations.NullMarked;
