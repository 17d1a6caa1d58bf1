/** Mirrors (dm-mirror): making them, changing their copies and logs, repairing them. */
@NullMarked
package org.jlvm.core.plan.mirror;

import org.jspecify.annotations.NullMarked;
