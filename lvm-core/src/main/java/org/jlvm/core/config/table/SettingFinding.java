package org.jlvm.core.config.table;

import org.jlvm.core.config.text.ConfigEntry;

/**
 * Something wrong with an entry of the configuration.
 *
 * @param path where the entry is in the configuration
 * @param message in lvm2's words
 */
public record SettingFinding(String path, ConfigEntry entry, String message) {}
