/** The verbs that work on volume groups. */
@NullMarked
package org.jlvm.cli.vg;

import org.jspecify.annotations.NullMarked;
