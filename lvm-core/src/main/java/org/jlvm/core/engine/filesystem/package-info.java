/**
 * File systems on logical volumes that change their size: what is there, what has to be done, and
 * doing it with the distribution's own tools.
 */
@NullMarked
package org.jlvm.core.engine.filesystem;

import org.jspecify.annotations.NullMarked;
