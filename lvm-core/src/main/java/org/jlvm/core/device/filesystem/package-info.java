/** How far file systems reach on their devices, by their superblocks. */
@NullMarked
package org.jlvm.core.device.filesystem;

import org.jspecify.annotations.NullMarked;
