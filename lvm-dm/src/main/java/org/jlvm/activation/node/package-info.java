/** The device-mapper devices that logical volumes are made of, before any of them exists. */
@NullMarked
package org.jlvm.activation.node;

import org.jspecify.annotations.NullMarked;
