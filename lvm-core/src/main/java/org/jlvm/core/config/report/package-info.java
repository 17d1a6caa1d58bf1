/**
 * What lvmconfig shows: the configuration, the defaults or both, as text that can be read back.
 * {@link org.jlvm.core.config.report.ConfigReport} is the way in.
 */
@NullMarked
package org.jlvm.core.config.report;

import org.jspecify.annotations.NullMarked;
