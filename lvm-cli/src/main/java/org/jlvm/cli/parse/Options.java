package org.jlvm.cli.parse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Repeat;

/** The options found on a command line. */
final class Options {
  private final Map<Opt, Integer> counts = new EnumMap<>(Opt.class);
  private final Map<Opt, OptionValue> values = new EnumMap<>(Opt.class);
  private final List<OptionGroup> groups = new ArrayList<>(1);
  private int total;

  void add(Opt option) {
    total++;
    counts.merge(option, 1, Integer::sum);
  }

  void add(Opt option, OptionValue value) {
    add(option);
    if (option.repeat() == Repeat.GROUPED) {
      groupFor(option).put(option, value);
    } else {
      values.put(option, value);
    }
  }

  private OptionGroup groupFor(Opt option) {
    if (groups.isEmpty() || groups.get(groups.size() - 1).isClosedTo(option)) {
      groups.add(new OptionGroup(option == Opt.CONFIGREPORT));
    }
    return groups.get(groups.size() - 1);
  }

  boolean has(Opt option) {
    return counts.containsKey(option);
  }

  int count(Opt option) {
    return counts.getOrDefault(option, 0);
  }

  /** Number of options, repetitions included. */
  int total() {
    return total;
  }

  Set<Opt> all() {
    return counts.keySet();
  }

  /** The value of an option that is not grouped. */
  Optional<OptionValue> single(Opt option) {
    return Optional.ofNullable(values.get(option));
  }

  List<OptionGroup> groups() {
    return groups;
  }

  void remove(Opt option) {
    counts.remove(option);
  }

  /** Files what was said under another name under the standard one. */
  void rename(Opt from, Opt to) {
    Integer count = counts.remove(from);
    if (count != null) {
      counts.put(to, count);
    }
    OptionValue value = values.remove(from);
    if (value != null) {
      values.put(to, value);
    }
    for (OptionGroup group : groups) {
      group.rename(from, to);
    }
  }
}
