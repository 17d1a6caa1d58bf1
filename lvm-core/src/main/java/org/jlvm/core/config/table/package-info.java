/**
 * What is known of every setting (a table, {@code SettingsText}, with lvm2 2.03.40's
 * config_settings.h as the source of its facts) and the check of a configuration against it. Read
 * only when there is something to check or to list: ordinary commands take their defaults from
 * {@code LvmSettings}.
 */
@NullMarked
package org.jlvm.core.config.table;

import org.jspecify.annotations.NullMarked;
