/**
 * What a report can show: fields, their types and names, the values in the rows. Knows nothing of
 * volume groups; what there is comes from a {@link org.jlvm.core.report.field.FieldTable}.
 */
@NullMarked
package org.jlvm.core.report.field;

import org.jspecify.annotations.NullMarked;
