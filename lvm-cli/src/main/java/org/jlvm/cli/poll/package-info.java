/** Following what goes on in the background: moves, conversions, merges. */
@NullMarked
package org.jlvm.cli.poll;

import org.jspecify.annotations.NullMarked;
