package org.jlvm.core.config.text;

/**
 * A name with its value or section.
 *
 * @param start offset in the source of the first byte of the name; equal to {@code end} if the
 *     entry was not parsed but made
 * @param end offset after the last byte of the value or closing brace, without trailing comment
 */
public record ConfigEntry(String name, ConfigNode node, int start, int end) {
  /** An entry without a source. */
  public static ConfigEntry of(String name, ConfigNode node) {
    return new ConfigEntry(name, node, 0, 0);
  }

  public boolean isSection() {
    return node instanceof ConfigSection;
  }
}
