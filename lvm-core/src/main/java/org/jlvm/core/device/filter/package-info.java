/**
 * What keeps a device from being used, checked in lvm2's order; each reason is an {@link
 * org.jlvm.core.device.filter.Exclusion} with the text that lvm2 reports.
 */
@NullMarked
package org.jlvm.core.device.filter;

import org.jspecify.annotations.NullMarked;
