package org.jlvm.core.device.discovery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.message.Messages;
import org.jlvm.core.regex.DmRegex;

/**
 * Which of a device's names is shown: the first pattern of {@code devices/preferred_names} that
 * matches only one of two names decides; then names outside {@code /dev/block}, {@code /dev/dm-*},
 * {@code /dev/disk} and {@code /dev/mapper} win, in this order; then fewer slashes; then the
 * symbolic link; then the alphabet.
 */
public final class NamePreference {
  private final String deviceDirectory;
  private final Optional<DmRegex> patterns;

  /**
   * @param deviceDirectory as {@code /dev}; with a slash at its end lvm2's prefix gets two, which
   *     no name has, and places do not count
   * @param patterns most wanted first
   * @throws org.jlvm.core.error.FailedException if one is malformed; the reason was told
   */
  public NamePreference(String deviceDirectory, List<String> patterns, Messages messages) {
    this.deviceDirectory = deviceDirectory + '/';
    // Of expressions the last that matches counts.
    List<String> lastFirst = new ArrayList<>(patterns);
    Collections.reverse(lastFirst);
    this.patterns =
        patterns.isEmpty() ? Optional.empty() : Optional.of(DmRegex.compile(lastFirst, messages));
  }

  /** Whether the user configured patterns; nothing else may change the order of names then. */
  public boolean isConfigured() {
    return patterns.isPresent();
  }

  /** Whether {@code fresh} is to be shown rather than {@code shown}. */
  boolean prefers(String fresh, String shown) {
    if (patterns.isPresent()) {
      int first = patterns.get().match(fresh);
      int second = patterns.get().match(shown);
      if (first != second) {
        return first > second;
      }
    }
    int known = byPlace(fresh, shown);
    if (known == 0) {
      known = slashes(shown) - slashes(fresh);
    }
    if (known == 0) {
      known = byLink(fresh, shown);
    }
    return known == 0 ? fresh.compareTo(shown) < 0 : known > 0;
  }

  /** Positive if the first is better, negative if the second is, 0 if undecided. */
  private int byPlace(String first, String second) {
    if (!first.startsWith(deviceDirectory) || !second.startsWith(deviceDirectory)) {
      return 0;
    }
    for (String poor : List.of("block/", "dm-", "disk/", "mapper")) {
      boolean firstIs = first.startsWith(poor, deviceDirectory.length());
      boolean secondIs = second.startsWith(poor, deviceDirectory.length());
      if (firstIs || secondIs) {
        return firstIs == secondIs ? 0 : firstIs ? -1 : 1;
      }
    }
    return 0;
  }

  private static int slashes(String path) {
    int count = 0;
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      count++;
    }
    return count;
  }

  /** The one that reaches a symbolic link earlier on its way down is better. */
  private static int byLink(String first, String second) {
    int same = commonLength(first, second);
    int a = same;
    int b = same;
    while (a < first.length() && b < second.length()) {
      a = endOfComponent(first, a);
      b = endOfComponent(second, b);
      boolean firstIsLink = Files.isSymbolicLink(Path.of(first.substring(0, a)));
      boolean secondIsLink = Files.isSymbolicLink(Path.of(second.substring(0, b)));
      if (firstIsLink != secondIsLink) {
        return firstIsLink ? 1 : -1;
      }
      a++;
      b++;
    }
    return 0;
  }

  private static int commonLength(String first, String second) {
    int limit = Math.min(first.length(), second.length());
    int i = 0;
    while (i < limit && first.charAt(i) == second.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int endOfComponent(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }
}
