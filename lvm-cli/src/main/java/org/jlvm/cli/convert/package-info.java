/** {@code lvconvert}: one class a family of conversions. */
@NullMarked
package org.jlvm.cli.convert;

import org.jspecify.annotations.NullMarked;
