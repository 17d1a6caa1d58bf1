/** The devices that a command may look at, whatever they come from. */
@NullMarked
package org.jlvm.core.device.inventory;

import org.jspecify.annotations.NullMarked;
