package org.jlvm.cli.process;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Operand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Rule;
import org.jlvm.cli.table.ValueType;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;

/** Whether the form of a command takes a logical volume: its operand's types, and its rules. */
final class LvRules {
  private final ParsedCommand command;
  private final Messages messages;

  /** Whether an operand takes only some types. */
  private final boolean limited;

  /** The rules that the command's options call for. */
  private final List<Rule> rules = new ArrayList<>(0);

  LvRules(ParsedCommand command, Messages messages) {
    this.command = command;
    this.messages = messages;
    boolean anyLimit = false;
    for (Operand operand : command.form().operands()) {
      anyLimit |= !operand.lvTypes().isEmpty();
    }
    limited = anyLimit;
    for (Rule rule : command.form().rules()) {
      if (rule.when().options().isEmpty() || !given(rule.when().options(), true).isEmpty()) {
        rules.add(rule);
      }
    }
  }

  /** Every reason against it is told. */
  boolean permit(VgState state, LogicalVolume lv) {
    List<String> accepted = limited ? accepted(lv) : List.of();
    if (accepted.isEmpty() && rules.isEmpty()) {
      return true;
    }
    LvTraits traits = new LvTraits(state, state.relations(), lv);
    String subject = "WARNING: Command on LV " + state.vg().name() + '/' + lv.name();
    if (!accepted.isEmpty() && !isAny(traits, accepted)) {
      messages.warn(subject + " does not accept LV type " + traits.typeName() + '.');
      return false;
    }
    boolean permitted = true;
    for (Rule rule : rules) {
      if (applies(rule.when(), traits)) {
        permitted &= checkOptions(rule, subject);
        permitted &= checkTypes(rule, traits, subject);
        permitted &= checkProperties(rule, traits, subject);
      }
    }
    return permitted;
  }

  /** The types that may stand where the volume was named. */
  private List<String> accepted(LogicalVolume lv) {
    List<Operand> operands = command.form().operands();
    if (operands.size() == 1) {
      return operands.get(0).lvTypes();
    }
    for (int i = 0; i < Math.min(operands.size(), command.operands().size()); i++) {
      String path = command.operands().get(i);
      boolean named = path.substring(path.indexOf('/') + 1).equals(lv.name().value());
      if (named && operands.get(i).accepts(ValueType.LV)) {
        return operands.get(i).lvTypes();
      }
    }
    return List.of();
  }

  private boolean applies(Rule.Terms when, LvTraits traits) {
    if (!when.lvTypes().isEmpty() && !isAny(traits, when.lvTypes())) {
      return false;
    }
    return properties(when.lvProperties(), traits, false).isEmpty();
  }

  private boolean checkOptions(Rule rule, String subject) {
    List<Opt> options = rule.what().options();
    if (options.isEmpty() || given(options, !rule.needs()).isEmpty()) {
      return true;
    }
    messages.warn(
        subject
            + (rule.needs() ? " requires option " : " has invalid use of option ")
            + names(options)
            + '.');
    return false;
  }

  private boolean checkTypes(Rule rule, LvTraits traits, String subject) {
    List<String> types = rule.what().lvTypes();
    if (types.isEmpty() || isAny(traits, types) == rule.needs()) {
      return true;
    }
    boolean aboutOptions = !rule.when().options().isEmpty();
    String text;
    if (rule.needs()) {
      String required = spaced(types);
      text =
          aboutOptions
              ? " uses options that require LV types " + required + '.'
              : " does not accept LV type "
                  + traits.typeName()
                  + ". Required LV types are "
                  + required
                  + '.';
    } else {
      text =
          (aboutOptions ? " uses options invalid with LV type " : " with invalid LV type ")
              + traits.typeName()
              + '.';
    }
    messages.warn(subject + text);
    return false;
  }

  private boolean checkProperties(Rule rule, LvTraits traits, String subject) {
    List<String> odd = properties(rule.what().lvProperties(), traits, !rule.needs());
    if (odd.isEmpty()) {
      return true;
    }
    boolean aboutOptions = !rule.when().options().isEmpty();
    String text;
    if (rule.needs()) {
      text =
          aboutOptions
              ? " uses options that require LV properties: "
              : " requires LV with properties: ";
    } else {
      text =
          aboutOptions
              ? " uses options that are invalid with LV properties: "
              : " is invalid on LV with properties: ";
    }
    messages.warn(subject + text + spaced(odd) + '.');
    return false;
  }

  private static boolean isAny(LvTraits traits, List<String> types) {
    for (String type : types) {
      if (traits.isType(type)) {
        return true;
      }
    }
    return false;
  }

  /** Those of the options that were given, or not. */
  private List<Opt> given(List<Opt> options, boolean wanted) {
    List<Opt> found = new ArrayList<>(0);
    for (Opt option : options) {
      if (command.has(option) == wanted) {
        found.add(option);
      }
    }
    return found;
  }

  /** Those of the properties that the volume has, or has not. */
  private static List<String> properties(List<String> asked, LvTraits traits, boolean wanted) {
    List<String> found = new ArrayList<>(0);
    for (String property : asked) {
      if (traits.is(property) == wanted) {
        found.add("lv_is_" + property);
      }
    }
    return found;
  }

  private static String names(List<Opt> options) {
    List<String> names = new ArrayList<>(options.size());
    for (Opt option : options) {
      names.add(option.dashed());
    }
    return spaced(names);
  }

  private static String spaced(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append(word).append(' ');
    }
    return text.toString();
  }
}
