package org.jlvm.cli.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Form;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Repeat;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SignedSize;

/**
 * A command line that was understood: which form it is of, and its options and operands. Other
 * names of options were replaced by the standard ones, ignored options left out.
 */
public final class ParsedCommand {
  private final CommandTable table;
  private final Form form;
  private final Options options;
  private final List<String> operands;
  private final String commandLine;

  ParsedCommand(
      CommandTable table, Form form, Options options, List<String> operands, String commandLine) {
    this.table = table;
    this.form = form;
    this.options = options;
    this.operands = List.copyOf(operands);
    this.commandLine = commandLine;
  }

  /** The command: {@code lvcreate}. */
  public String name() {
    return table.name();
  }

  public CommandTable table() {
    return table;
  }

  public Form form() {
    return form;
  }

  /** lvm2's name of the form: {@code lvcreate_thin_vol}. */
  public String formId() {
    return form.id();
  }

  /** What was typed, as backups and metadata describe it. */
  public String commandLine() {
    return commandLine;
  }

  /** What is neither an option nor an option's value, in order. */
  public List<String> operands() {
    return operands;
  }

  public boolean has(Opt option) {
    return options.has(option);
  }

  public boolean hasAny(Opt... any) {
    for (Opt option : any) {
      if (options.has(option)) {
        return true;
      }
    }
    return false;
  }

  /** How often an option was given. */
  public int count(Opt option) {
    return options.count(option);
  }

  /** The value of an option; of one that may come again, the first. */
  public Optional<OptionValue> value(Opt option) {
    if (option.repeat() != Repeat.GROUPED) {
      return options.has(option) ? options.single(option) : Optional.empty();
    }
    for (OptionGroup group : options.groups()) {
      Optional<OptionValue> value = group.value(option);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** All values of an option that may come again, in order. */
  public List<String> strings(Opt option) {
    List<String> texts = new ArrayList<>();
    for (OptionGroup group : options.groups()) {
      group.value(option).ifPresent(value -> texts.add(value.text()));
    }
    return texts;
  }

  public Optional<String> string(Opt option) {
    return value(option).map(OptionValue::text);
  }

  public String string(Opt option, String otherwise) {
    return string(option).orElse(otherwise);
  }

  /** The number given to an option, without its sign. */
  public long number(Opt option, long otherwise) {
    Optional<OptionValue> value = value(option);
    return value.isPresent() ? value.get().number() : otherwise;
  }

  /** The answer of an option that takes {@code y} or {@code n}. */
  public boolean yes(Opt option, boolean otherwise) {
    return number(option, otherwise ? 1 : 0) != 0;
  }

  /** The size given to an option. */
  public Optional<SignedSize> size(Opt option) {
    return value(option).map(value -> new SignedSize(value.sign(), Sectors.of(value.number())));
  }

  /** How hard {@code --force} was meant: 0 to ask, 1 not to ask, 2 to override. */
  public int force() {
    return Math.min(options.count(Opt.FORCE), 2);
  }

  /** Options in groups that belong together, for {@code fullreport} and tags. */
  public List<OptionGroup> groups() {
    return List.copyOf(options.groups());
  }
}
