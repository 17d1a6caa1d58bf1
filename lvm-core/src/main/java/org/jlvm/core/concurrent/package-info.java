/** Work done by several threads. */
@NullMarked
package org.jlvm.core.concurrent;

import org.jspecify.annotations.NullMarked;
