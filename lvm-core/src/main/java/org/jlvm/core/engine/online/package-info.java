/** What has been seen of physical volumes since the machine started, for activation by events. */
@NullMarked
package org.jlvm.core.engine.online;

import org.jspecify.annotations.NullMarked;
