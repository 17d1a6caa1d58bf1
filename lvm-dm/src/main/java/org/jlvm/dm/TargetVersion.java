package org.jlvm.dm;

/** A target that the driver has. */
public record TargetVersion(String targetType, DmVersion version) {}
