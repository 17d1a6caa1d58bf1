/** {@code pvmove}. */
@NullMarked
package org.jlvm.cli.move;

import org.jspecify.annotations.NullMarked;
