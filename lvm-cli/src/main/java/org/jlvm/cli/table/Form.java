package org.jlvm.cli.table;

import java.util.List;
import java.util.Optional;

/**
 * One way to use a command.
 *
 * @param id lvm2's name of it; several forms may share one
 * @param syntax how it is presented
 * @param impliedTypes values of {@code --type} that go without saying
 * @param required options that must be there
 * @param anyOf options one of which must be there, if the list is not empty
 * @param operands what must be named
 * @param optional options that may be there
 * @param moreOperands what may be named after the operands
 * @param ignored options that are taken and do nothing
 * @param rules what excludes or needs what
 * @param description lines for the user
 */
public record Form(
    String id,
    Syntax syntax,
    List<String> impliedTypes,
    List<OptionUse> required,
    List<OptionUse> anyOf,
    List<Operand> operands,
    List<OptionUse> optional,
    List<Operand> moreOperands,
    List<OptionUse> ignored,
    List<Rule> rules,
    List<String> description) {

  /** The first use of an option among the given ones. */
  public static Optional<OptionUse> find(List<OptionUse> uses, Opt option) {
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i).option() == option) {
        return Optional.of(uses.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether any number of operands may follow. */
  public boolean takesAnyNumber() {
    return repeats(operands) || repeats(moreOperands);
  }

  private static boolean repeats(List<Operand> list) {
    return !list.isEmpty() && list.get(list.size() - 1).repeats();
  }
}
