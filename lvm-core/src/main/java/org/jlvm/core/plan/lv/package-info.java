/** Plans of changes of single logical volumes: creating, resizing, renaming, removing. */
@NullMarked
package org.jlvm.core.plan.lv;

import org.jspecify.annotations.NullMarked;
