/** lvm2's lock files: one a volume group and a global one, shared or exclusive. */
@NullMarked
package org.jlvm.core.engine.lock;

import org.jspecify.annotations.NullMarked;
