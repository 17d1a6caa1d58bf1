/** The port to the kernel: {@link org.jlvm.core.engine.activation.Activation}. */
@NullMarked
package org.jlvm.core.engine.activation;

import org.jspecify.annotations.NullMarked;
