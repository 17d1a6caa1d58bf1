/**
 * The binary structures of a physical volume: label, PV header with its extension, metadata area
 * header, and the arithmetic of the circular metadata area. Records decode from and encode to
 * bytes; nothing here does I/O. All integers on disk are little-endian and unsigned; those that do
 * not fit Java's signed types are refused as corrupt. Whatever comes from disk is checked before it
 * is used; failures are {@link org.jlvm.core.error.FormatException}.
 */
@NullMarked
package org.jlvm.core.ondisk;

import org.jspecify.annotations.NullMarked;
