/** Writing metadata: two-phase updates of metadata areas, backups and archives. */
@NullMarked
package org.jlvm.core.engine.store;

import org.jspecify.annotations.NullMarked;
