/** The sealed family of failures a user can meet; each message says what, where and what to do. */
@NullMarked
package org.jlvm.core.error;

import org.jspecify.annotations.NullMarked;
