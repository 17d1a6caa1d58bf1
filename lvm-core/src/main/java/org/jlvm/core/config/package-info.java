/**
 * Settings: where lvm.conf and its companions are found, which value wins, and what every setting
 * means.
 */
@NullMarked
package org.jlvm.core.config;

import org.jspecify.annotations.NullMarked;
