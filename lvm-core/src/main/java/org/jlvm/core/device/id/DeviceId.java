package org.jlvm.core.device.id;

/** What a device is known by, in a devices file and in metadata. */
public record DeviceId(IdType type, String name) {}
