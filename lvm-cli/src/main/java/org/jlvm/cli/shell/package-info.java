/** Several commands in one process: typed at the {@code lvm>} prompt, piped in, or from a file. */
@NullMarked
package org.jlvm.cli.shell;

import org.jspecify.annotations.NullMarked;
