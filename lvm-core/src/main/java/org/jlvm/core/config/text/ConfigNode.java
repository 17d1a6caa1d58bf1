package org.jlvm.core.config.text;

/** What an entry holds: a value or a section. */
public sealed interface ConfigNode permits ConfigValue, ConfigSection {}
