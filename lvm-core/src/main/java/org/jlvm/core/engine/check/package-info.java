/**
 * Looking at and mending the headers and texts of one physical volume, however damaged: nothing
 * here trusts what it reads.
 */
@NullMarked
package org.jlvm.core.engine.check;

import org.jspecify.annotations.NullMarked;
