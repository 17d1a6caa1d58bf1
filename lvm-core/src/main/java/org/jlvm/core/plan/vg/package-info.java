/** What changes of whole groups mean for their metadata; pure rules. */
@NullMarked
package org.jlvm.core.plan.vg;

import org.jspecify.annotations.NullMarked;
