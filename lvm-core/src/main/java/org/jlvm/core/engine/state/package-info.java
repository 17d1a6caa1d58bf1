/** Volume groups as they were found: metadata together with the devices that hold them. */
@NullMarked
package org.jlvm.core.engine.state;

import org.jspecify.annotations.NullMarked;
