package org.jlvm.cli.vg;

import java.util.Optional;
import org.jlvm.core.message.Messages;

/** System IDs as users give them (lvmsystemid(7)). */
public final class SystemIds {
  private static final int LONGEST = 128;

  private SystemIds() {}

  /** The id of a text without the characters that no id has; empty if nothing is left. */
  public static Optional<String> clean(String text, Messages messages) {
    if (text.isEmpty()) {
      messages.warn("WARNING: Empty system ID supplied.");
      return Optional.empty();
    }
    StringBuilder id = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && id.length() < LONGEST; i++) {
      char c = text.charAt(i);
      boolean start = id.length() == 0;
      if (start ? isLetterOrDigit(c) : isLetterOrDigit(c) || "._-+".indexOf(c) >= 0) {
        id.append(c);
      }
    }
    if (id.length() == 0) {
      messages.warn("WARNING: Invalid system ID format: " + text);
      return Optional.empty();
    }
    if (id.indexOf("localhost") == 0) {
      messages.warn("WARNING: System ID may not begin with the string \"localhost\".");
      return Optional.empty();
    }
    return Optional.of(id.toString());
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
