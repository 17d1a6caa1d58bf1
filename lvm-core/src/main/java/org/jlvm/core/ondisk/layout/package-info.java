/** Where a new physical volume's areas go on its device: pure arithmetic, the same as lvm2's. */
@NullMarked
package org.jlvm.core.ondisk.layout;

import org.jspecify.annotations.NullMarked;
