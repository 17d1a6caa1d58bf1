/** How each segment type becomes lines of a device-mapper table: one class a type, one registry. */
@NullMarked
package org.jlvm.activation.target;

import org.jspecify.annotations.NullMarked;
