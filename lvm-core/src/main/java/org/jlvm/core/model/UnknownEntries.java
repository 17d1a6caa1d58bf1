package org.jlvm.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metadata entries of one section that this program does not know, kept as their text so that
 * writing the section back gives the same bytes.
 *
 * @param entries in the order of the text
 */
public record UnknownEntries(List<Entry> entries) {
  public static final UnknownEntries NONE = new UnknownEntries(List.of());

  /**
   * One entry, a whole section included.
   *
   * @param afterKey the known key it stood behind; empty at the start of its section
   * @param lines its lines without indentation and trailing comments
   */
  public record Entry(String afterKey, List<String> lines) {
    public Entry {
      lines = List.copyOf(lines);
    }
  }

  public UnknownEntries {
    entries = List.copyOf(entries);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnknownEntries that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
