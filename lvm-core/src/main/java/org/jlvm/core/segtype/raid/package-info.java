/** RAID segments of all levels (dm-raid). */
@NullMarked
package org.jlvm.core.segtype.raid;

import org.jspecify.annotations.NullMarked;
