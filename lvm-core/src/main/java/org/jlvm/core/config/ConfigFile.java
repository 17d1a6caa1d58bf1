package org.jlvm.core.config;

import org.jlvm.core.config.text.ConfigDocument;

/** A configuration file that was read. */
public record ConfigFile(String path, ConfigDocument document) {}
