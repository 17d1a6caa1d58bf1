package org.jlvm.core.device.signature;

/**
 * Something recognised on a device.
 *
 * @param type libblkid's name for it
 * @param offset of the bytes that identify it, from the start of the device
 * @param length how many bytes those are; cleared, they make it unrecognisable
 */
public record Signature(String type, long offset, int length) {}
