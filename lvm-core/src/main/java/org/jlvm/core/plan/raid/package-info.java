/** RAID volumes: their sizes, and what changes of their images do to a group. */
@NullMarked
package org.jlvm.core.plan.raid;

import org.jspecify.annotations.NullMarked;
