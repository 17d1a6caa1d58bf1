/** dm. */
@NullMarked
package org.jlvm.dm;

import org.jspecify.annotations.NullMarked;
