/**
 * Regular expressions as libdevmapper has them, for what users write: filters, preferred names,
 * selections.
 */
@NullMarked
package org.jlvm.core.regex;

import org.jspecify.annotations.NullMarked;
