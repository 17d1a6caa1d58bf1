package org.jlvm.cli.help;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Form;
import org.jlvm.cli.table.Operand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.OptionUse;
import org.jlvm.cli.table.Syntax;
import org.jlvm.cli.table.Trait;
import org.jlvm.cli.table.ValueType;

/** Usage texts in lvm2's layout, which programs search for the options they want to use. */
public final class Usage {
  private final CommandTable table;
  private final Set<Opt> common;
  private final StringBuilder text = new StringBuilder();

  private Usage(CommandTable table) {
    this.table = table;
    this.common = commonOptions(table);
  }

  /** One form without its optional parts, for a message that suggests it. */
  public static String brief(CommandTable table, Form form) {
    Usage usage = new Usage(table);
    usage.head(form);
    usage.text.append('\n');
    usage.description(form);
    usage.text.append('\n');
    return usage.text.toString();
  }

  /**
   * What {@code --help} prints below the line with the name.
   *
   * @param all whether to show also what few need: {@code --longhelp}
   */
  public static String forms(CommandTable table, boolean all) {
    Usage usage = new Usage(table);
    boolean full = all || table.forms().size() < 3;
    for (Form form : table.forms()) {
      if (form.syntax() == Syntax.PRIMARY || (full && form.syntax() == Syntax.SECONDARY)) {
        usage.full(form);
      }
    }
    usage.commonForCommand();
    usage.commonForAll();
    return usage.text.toString();
  }

  private void full(Form form) {
    description(form);
    head(form);
    implied(form);
    for (OptionUse use : sorted(form.optional())) {
      if (!isForAll(use.option()) && !common.contains(use.option())) {
        text.append("\n\t[");
        aligned(use);
        text.append(" ]");
      }
    }
    text.append("\n\t[ COMMON_OPTIONS ]");
    if (!form.moreOperands().isEmpty()) {
      text.append("\n\t[");
      operands(form.moreOperands());
      text.append(" ]");
    }
    text.append("\n\n");
  }

  private void implied(Form form) {
    if (!form.impliedTypes().isEmpty()) {
      text.append("\n\t[ --type ").append(String.join("|", form.impliedTypes()));
      text.append(" ] (implied)");
    }
    boolean sized = form.anyOf().isEmpty() && Form.find(form.required(), Opt.SIZE).isPresent();
    if (sized && table.has(Trait.ALTERNATIVE_EXTENTS)) {
      text.append("\n\t[ -l|--extents ");
      text.append(shownType(Opt.EXTENTS, ValueType.EXTENTS).usage()).append(" ]");
    }
  }

  private void description(Form form) {
    for (String line : form.description()) {
      text.append("  ").append(line).append('\n');
    }
  }

  /** The name and what must be given. */
  private void head(Form form) {
    text.append("  ").append(table.name());
    for (OptionUse use : requiredOrder(form.required())) {
      text.append(table.acceptsLetter(use.option()) ? " -" + use.option().letter() + "|" : " ");
      text.append(use.option().dashed());
      value(use);
    }
    if (!form.anyOf().isEmpty()) {
      String start = "\n\t(";
      for (OptionUse use : sorted(form.anyOf())) {
        text.append(start);
        aligned(use);
        start = ",\n\t ";
      }
      text.append(" )\n");
      if (!form.operands().isEmpty()) {
        text.append('\t');
      }
    }
    operands(form.operands());
  }

  private void aligned(OptionUse use) {
    text.append(table.acceptsLetter(use.option()) ? " -" + use.option().letter() + "|" : "    ");
    text.append(use.option().dashed());
    value(use);
  }

  private void value(OptionUse use) {
    Opt option = use.option();
    if (use.literal().isPresent()) {
      text.append(' ').append(use.literal().get());
    } else if (use.operand().isPresent()) {
      operand(option, use.operand().get());
    } else if (option.takesValue()) {
      text.append(' ').append(shownType(option, option.type()).usage());
    }
  }

  private void operands(List<Operand> operands) {
    for (Operand operand : operands) {
      operand(Opt.HELP, operand);
    }
  }

  private void operand(Opt option, Operand operand) {
    char separator = ' ';
    for (ValueType type : operand.types()) {
      text.append(separator).append(shownType(option, type).usage());
      if (operand.isNew() && (type == ValueType.LV || type == ValueType.VG)) {
        text.append("_new");
      }
      separator = '|';
    }
    if (operand.repeats()) {
      text.append(" ...");
    }
  }

  /** lvcreate takes a plus sign, yet does not advertise it. */
  private ValueType shownType(Opt option, ValueType type) {
    if (table.name().equals("lvcreate")) {
      return option == Opt.MIRRORS ? ValueType.NUMBER : type;
    }
    ValueType special = table.valueType(option);
    return special == option.type() ? type : special;
  }

  private void commonForCommand() {
    if (table.forms().size() < 2) {
      return;
    }
    Form last = table.forms().get(table.forms().size() - 1);
    List<OptionUse> uses = new ArrayList<>();
    for (OptionUse use : last.optional()) {
      if (common.contains(use.option()) && !isForAll(use.option())) {
        uses.add(use);
      }
    }
    if (!uses.isEmpty()) {
      list("  Common options for command:", sorted(uses));
    }
  }

  private void commonForAll() {
    List<OptionUse> uses = new ArrayList<>();
    for (OptionUse use : CommandTable.optionsOfAll()) {
      if (table.acceptsLetter(use.option())) {
        uses.add(use);
      }
    }
    for (OptionUse use : CommandTable.optionsOfAll()) {
      if (!table.acceptsLetter(use.option())) {
        uses.add(use);
      }
    }
    list("  Common options for lvm:", uses);
  }

  private void list(String title, List<OptionUse> uses) {
    text.append(title);
    for (OptionUse use : uses) {
      text.append("\n\t[");
      aligned(use);
      text.append(" ]");
    }
    text.append("\n\n");
  }

  private static boolean isForAll(Opt option) {
    return Form.find(CommandTable.optionsOfAll(), option).isPresent();
  }

  /** Options of every form, if there are several: they are listed once, at the end. */
  private static Set<Opt> commonOptions(CommandTable table) {
    Set<Opt> common = EnumSet.noneOf(Opt.class);
    if (table.forms().size() > 1) {
      common.addAll(EnumSet.allOf(Opt.class));
      for (Form form : table.forms()) {
        common.removeIf(option -> Form.find(form.optional(), option).isEmpty());
      }
    }
    return common;
  }

  /** Options with a letter first. */
  private List<OptionUse> sorted(List<OptionUse> uses) {
    List<OptionUse> order = new ArrayList<>(uses);
    order.sort(this::compareForLists);
    return order;
  }

  private int compareForLists(OptionUse a, OptionUse b) {
    boolean aLetter = table.acceptsLetter(a.option());
    if (aLetter != table.acceptsLetter(b.option())) {
      return aLetter ? -1 : 1;
    }
    return compareAlike(a, b, aLetter);
  }

  /** Options without a letter first. */
  private List<OptionUse> requiredOrder(List<OptionUse> uses) {
    List<OptionUse> order = new ArrayList<>(uses);
    order.sort(this::compareRequired);
    return order;
  }

  private int compareRequired(OptionUse a, OptionUse b) {
    boolean aLetter = table.acceptsLetter(a.option());
    if (aLetter != table.acceptsLetter(b.option())) {
      return aLetter ? 1 : -1;
    }
    return compareAlike(a, b, aLetter);
  }

  private static int compareAlike(OptionUse a, OptionUse b, boolean byNumber) {
    return byNumber
        ? Integer.compare(a.option().ordinal(), b.option().ordinal())
        : a.option().longName().compareTo(b.option().longName());
  }
}
