/**
 * Volume groups as text and back, byte for byte as lvm2 writes them: {@link
 * org.jlvm.core.format.VgTextReader}, {@link org.jlvm.core.format.VgTextWriter}.
 */
@NullMarked
package org.jlvm.core.format;

import org.jspecify.annotations.NullMarked;
