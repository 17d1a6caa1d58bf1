/** Changes of the physical volumes of a group: adding, taking out, resizing, their properties. */
@NullMarked
package org.jlvm.core.plan.pv;

import org.jspecify.annotations.NullMarked;
