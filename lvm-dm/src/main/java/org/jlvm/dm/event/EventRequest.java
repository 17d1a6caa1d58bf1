package org.jlvm.dm.event;

import java.util.Optional;

/**
 * The text of a request: {@code ID PLUGIN UUID EVENTS TIMEOUT}, a hyphen for what is not given.
 *
 * @param id which answer belongs to it: {@code PID:NUMBER}
 * @param plugin file name of the library that knows what to do; names the kind of device
 * @param uuid of the device
 * @param events see {@link EventMask}
 * @param timeoutSeconds how often to look at the device without an event
 */
public record EventRequest(
    String id, Optional<String> plugin, Optional<String> uuid, int events, int timeoutSeconds) {
  private static final int DEFAULT_TIMEOUT = 10;

  /** Reads what a client wrote; what is lacking or no number counts as not given. */
  static EventRequest parse(String text) {
    String[] words = new String[5];
    int start = 0;
    for (int i = 0; i < words.length; i++) {
      int end = text.indexOf(' ', Math.min(start, text.length()));
      end = end < 0 ? text.length() : end;
      words[i] = start < end ? text.substring(start, end) : "-";
      start = end + 1;
    }
    int timeout = number(words[4]);
    return new EventRequest(
        words[0],
        given(words[1]),
        given(words[2]),
        number(words[3]),
        timeout == 0 ? DEFAULT_TIMEOUT : timeout);
  }

  private static Optional<String> given(String word) {
    return word.equals("-") ? Optional.empty() : Optional.of(word);
  }

  private static int number(String word) {
    try {
      return Integer.parseUnsignedInt(word);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  String text() {
    return id
        + ' '
        + plugin.orElse("-")
        + ' '
        + uuid.orElse("-")
        + ' '
        + events
        + ' '
        + timeoutSeconds;
  }
}
