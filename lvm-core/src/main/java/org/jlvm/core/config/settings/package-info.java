/**
 * Typed access to all settings that are not deprecated: {@link
 * org.jlvm.core.config.settings.LvmSettings}.
 */
@NullMarked
package org.jlvm.core.config.settings;

import org.jspecify.annotations.NullMarked;
