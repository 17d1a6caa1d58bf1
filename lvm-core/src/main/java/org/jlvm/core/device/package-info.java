/**
 * Block devices and image files: the port that the rest of the core reads and writes through, how
 * devices are found, named and filtered, and what is recognised on them.
 */
@NullMarked
package org.jlvm.core.device;

import org.jspecify.annotations.NullMarked;
