package org.jlvm.core.report.select;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.regex.DmRegex;

/**
 * A list in a selection: {@code [a && b]} is equal to the whole list, {@code {a && b}} to a part of
 * it; joined by or, each item of the whole list, or some item, is one of them.
 */
final class ListTest {
  private final List<String> wanted;
  private final Optional<DmRegex> regex;
  private final boolean subset;
  private final boolean all;

  /**
   * @param regex what is wanted as expressions to match by instead of equality
   */
  ListTest(List<String> wanted, Optional<DmRegex> regex, boolean subset, boolean all) {
    this.wanted = List.copyOf(wanted);
    this.regex = regex;
    this.subset = subset;
    this.all = all;
  }

  boolean accepts(List<String> items) {
    if (items.isEmpty()) {
      return acceptsEmpty();
    }
    if (all) {
      return regex.isEmpty() ? acceptsAll(items) : acceptsAllPatterns(items);
    }
    return subset ? hasAny(items) : isEachOneOf(items);
  }

  /** An empty list is one empty text. */
  private boolean acceptsEmpty() {
    if (all && wanted.size() != 1) {
      return false;
    }
    return indexOf("") >= 0;
  }

  private boolean acceptsAll(List<String> items) {
    if (subset) {
      return items.containsAll(wanted);
    }
    List<String> sortedItems = new ArrayList<>(items);
    List<String> sortedWanted = new ArrayList<>(wanted);
    sortedItems.sort(null);
    sortedWanted.sort(null);
    return sortedItems.equals(sortedWanted);
  }

  /** Every expression is met, and in a whole list every item meets one. */
  private boolean acceptsAllPatterns(List<String> items) {
    Set<Integer> met = new HashSet<>();
    for (String item : items) {
      int index = indexOf(item);
      if (index >= 0) {
        met.add(index);
      } else if (!subset) {
        return false;
      }
    }
    return met.size() == wanted.size();
  }

  private boolean hasAny(List<String> items) {
    for (String item : items) {
      if (indexOf(item) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isEachOneOf(List<String> items) {
    for (String item : items) {
      if (indexOf(item) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Which of the wanted a text is, the last of several; -1 for none. */
  private int indexOf(String item) {
    return regex.isPresent() ? regex.get().match(item) : wanted.lastIndexOf(item);
  }
}
