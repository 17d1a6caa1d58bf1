/** What the core tells and asks the person at the terminal, apart from the debug log. */
@NullMarked
package org.jlvm.core.message;

import org.jspecify.annotations.NullMarked;
