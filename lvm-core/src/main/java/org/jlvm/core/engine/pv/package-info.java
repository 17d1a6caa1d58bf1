/** Making and unmaking physical volumes: which devices may be used, whom to ask, what to write. */
@NullMarked
package org.jlvm.core.engine.pv;

import org.jspecify.annotations.NullMarked;
