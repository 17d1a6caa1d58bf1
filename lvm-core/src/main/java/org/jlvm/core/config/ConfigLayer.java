package org.jlvm.core.config;

import org.jlvm.core.config.text.ConfigSection;

/** The settings from one source. */
public record ConfigLayer(ConfigSource source, ConfigSection root) {}
