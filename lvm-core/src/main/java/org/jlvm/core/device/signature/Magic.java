package org.jlvm.core.device.signature;

import java.nio.charset.StandardCharsets;

/**
 * Bytes at a fixed place that identify a format.
 *
 * @param base where the structure that they are in starts; negative counts from the device's end
 * @param within their offset in that structure
 */
record Magic(long base, int within, byte[] bytes) {
  /** At an offset from the start of the device; each character of the text is a byte. */
  static Magic at(long offset, String text) {
    return in(offset, 0, text);
  }

  /** In a structure that starts at {@code base}. */
  static Magic in(long base, int within, String text) {
    return new Magic(base, within, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  long baseOn(ProbeReader device) {
    return base < 0 ? device.size() + base : base;
  }

  long offsetOn(ProbeReader device) {
    return baseOn(device) + within;
  }
}
