package org.jlvm.cli.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that can be said to one command.
 *
 * <p>The text it is read from has a line for the command ({@code command}, {@code about}, {@code
 * traits}) and for each form: {@code form ID [secondary|previous] [type=A|B]}, {@code need} and
 * {@code any} (options required), {@code args} (operands), {@code may} (options), {@code more}
 * (operands), {@code drop} (options ignored), {@code rule}, {@code says} (description). An option
 * is {@code name[/long][:TYPE|=VALUE]}, where {@code /long} means that its letter is not accepted;
 * {@code @name} is a group of them.
 *
 * @param name the command
 * @param about one line for the list of commands
 * @param traits what holds for all forms
 * @param forms the ways to use it, in lvm2's order, which decides between equal matches
 * @param withoutLetter options that have a letter, which means something else to this command
 */
public record CommandTable(
    String name, String about, Set<Trait> traits, List<Form> forms, Set<Opt> withoutLetter) {

  /** Names of all commands, sorted. */
  public static List<String> names() {
    return CommandTexts.NAMES;
  }

  public static boolean exists(String name) {
    return !CommandTexts.text(name).isEmpty();
  }

  /** The table of a command; empty if there is no such command. */
  public static Optional<CommandTable> of(String name) {
    String text = CommandTexts.text(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(new TableReader(text).read());
  }

  /** The options that every command has. */
  public static List<OptionUse> optionsOfAll() {
    return TableReader.optionsOfAll();
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Every option that some form names, with the other names of it, in the order of {@link Opt}. */
  public Set<Opt> allOptions() {
    Set<Opt> all = EnumSet.noneOf(Opt.class);
    for (Form form : forms) {
      addAll(all, form.required());
      addAll(all, form.anyOf());
      addAll(all, form.optional());
      addAll(all, form.ignored());
    }
    if (all.contains(Opt.SIZE)) {
      all.add(Opt.EXTENTS);
    }
    Synonyms.addTo(all, name);
    return all;
  }

  private static void addAll(Set<Opt> all, List<OptionUse> uses) {
    for (int i = 0; i < uses.size(); i++) {
      all.add(uses.get(i).option());
    }
  }

  public boolean acceptsLetter(Opt option) {
    return option.hasLetter() && !withoutLetter.contains(option);
  }

  /** What an option takes here: some commands accept signs that others do not. */
  public ValueType valueType(Opt option) {
    switch (name) {
      case "lvconvert":
        return option == Opt.MIRRORS ? ValueType.SNUMBER : option.type();
      case "lvcreate":
        return option == Opt.MIRRORS
            ? ValueType.PNUMBER
            : sized(option, ValueType.PSIZEMB, ValueType.PEXTENTS, ValueType.PSIZEMB);
      case "lvextend":
        return sized(option, ValueType.PSIZEMB, ValueType.PEXTENTS, ValueType.PSIZEMB);
      case "lvreduce":
        return sized(option, ValueType.NSIZEMB, ValueType.NEXTENTS, option.type());
      case "lvresize":
        return sized(option, ValueType.SSIZEMB, ValueType.SEXTENTS, ValueType.PSIZEMB);
      default:
        return option.type();
    }
  }

  private static ValueType sized(
      Opt option, ValueType size, ValueType extents, ValueType poolMetadataSize) {
    return switch (option) {
      case SIZE -> size;
      case EXTENTS -> extents;
      case POOLMETADATASIZE -> poolMetadataSize;
      default -> option.type();
    };
  }
}
