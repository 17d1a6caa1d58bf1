/**
 * Logical volumes as device-mapper devices: the kernel side of {@link
 * org.jlvm.core.engine.activation.Activation}.
 */
@NullMarked
package org.jlvm.activation;

import org.jspecify.annotations.NullMarked;
