/** Copy-on-write snapshots: the hidden LV that ties an origin to its exception store. */
@NullMarked
package org.jlvm.core.segtype.snapshot;

import org.jspecify.annotations.NullMarked;
