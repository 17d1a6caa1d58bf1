/** Moving extents from one physical volume to others while their volumes are in use (pvmove). */
@NullMarked
package org.jlvm.core.plan.move;

import org.jspecify.annotations.NullMarked;
