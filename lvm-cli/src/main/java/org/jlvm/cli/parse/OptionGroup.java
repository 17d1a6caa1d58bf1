package org.jlvm.cli.parse;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jlvm.cli.table.Opt;

/**
 * Options that belong together on one command line: a new group starts where one of them comes
 * again, and with each {@code --configreport}.
 */
public final class OptionGroup {
  private final Map<Opt, OptionValue> values = new EnumMap<>(Opt.class);
  private final boolean startedByReport;

  OptionGroup(boolean startedByReport) {
    this.startedByReport = startedByReport;
  }

  void put(Opt option, OptionValue value) {
    values.put(option, value);
  }

  /** Whether an option must open the next group. */
  boolean isClosedTo(Opt option) {
    return values.containsKey(option) || (option == Opt.CONFIGREPORT && !startedByReport);
  }

  void rename(Opt from, Opt to) {
    OptionValue value = values.remove(from);
    if (value != null) {
      values.put(to, value);
    }
  }

  public Optional<OptionValue> value(Opt option) {
    return Optional.ofNullable(values.get(option));
  }
}
