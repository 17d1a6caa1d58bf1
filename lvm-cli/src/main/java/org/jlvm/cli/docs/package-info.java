/** Files made from the command table when jlvm is installed: manual pages, shell completion. */
@NullMarked
package org.jlvm.cli.docs;

import org.jspecify.annotations.NullMarked;
