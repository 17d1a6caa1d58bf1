/** What the engine needs of the host and Java alone cannot do. */
@NullMarked
package org.jlvm.activation.host;

import org.jspecify.annotations.NullMarked;
