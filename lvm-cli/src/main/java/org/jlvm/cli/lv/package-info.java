/** The commands that work on logical volumes. */
@NullMarked
package org.jlvm.cli.lv;

import org.jspecify.annotations.NullMarked;
