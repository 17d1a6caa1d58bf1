/** cli. */
@NullMarked
package org.jlvm.cli;

import org.jspecify.annotations.NullMarked;
