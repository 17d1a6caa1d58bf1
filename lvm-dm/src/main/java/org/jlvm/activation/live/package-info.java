/** The devices that exist, and how they are changed one by one. */
@NullMarked
package org.jlvm.activation.live;

import org.jspecify.annotations.NullMarked;
