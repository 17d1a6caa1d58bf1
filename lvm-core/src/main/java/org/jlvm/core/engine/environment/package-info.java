/** What a command may know and use of the world: time, host, ids, user; passed, never static. */
@NullMarked
package org.jlvm.core.engine.environment;

import org.jspecify.annotations.NullMarked;
