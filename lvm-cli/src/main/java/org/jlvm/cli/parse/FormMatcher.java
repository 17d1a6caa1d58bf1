package org.jlvm.cli.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.help.Usage;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Form;
import org.jlvm.cli.table.Operand;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.OptionUse;
import org.jlvm.cli.table.Rule;
import org.jlvm.cli.table.Synonyms;
import org.jlvm.cli.table.Trait;
import org.jlvm.cli.table.ValueType;

/**
 * Finds the form that a command line is of. A form is a candidate if nothing that it requires is
 * missing; the best candidate is the one with the most of what is required, the wanted {@code
 * --type} and the fewest options that it does not know. Where lvm2 decides by the order of its
 * table, so does this.
 */
final class FormMatcher {
  /** As many options as lvm2 complains about at most. */
  private static final int UNKNOWN_SHOWN = 8;

  private final CommandTable table;
  private final Options options;
  private final List<String> operands;
  private final boolean vgNameIsInEnvironment;

  private Optional<Score> best = Optional.empty();
  private Optional<Score> closest = Optional.empty();

  /** How well a form fits. */
  private static final class Score {
    private final Form form;
    private int required;
    private int requiredOptions;
    private boolean type;
    private boolean incomplete;
    private final List<Opt> unknown = new ArrayList<>(0);

    Score(Form form) {
      this.form = form;
    }

    boolean beats(Score other) {
      if (required > other.required && unknown.isEmpty()) {
        return true;
      }
      return unknown.size() < other.unknown.size() || (type && !other.type);
    }

    /** Among forms that something is missing for. */
    boolean isCloserThan(Score other) {
      return (type && !other.type)
          || (type == other.type && requiredOptions > other.requiredOptions);
    }
  }

  FormMatcher(
      CommandTable table, Options options, List<String> operands, boolean vgNameIsInEnvironment) {
    this.table = table;
    this.options = options;
    this.operands = operands;
    this.vgNameIsInEnvironment = vgNameIsInEnvironment;
  }

  Form match() throws RejectedException {
    if (asksForHelp()) {
      return table.forms().get(0);
    }
    for (Form form : table.forms()) {
      consider(form);
    }
    Score match = best.orElseThrow(this::noMatch);
    checkOptions(match);
    checkOperands(match.form);
    for (Rule rule : match.form.rules()) {
      check(rule);
    }
    return match.form;
  }

  private boolean asksForHelp() {
    return options.has(Opt.HELP) || options.has(Opt.LONGHELP) || options.has(Opt.VERSION);
  }

  private void consider(Form form) {
    if (isPlainConversion(form) && options.total() > options.count(Opt.VERBOSE)) {
      return;
    }
    String type = typed(Opt.TYPE);
    if (options.has(Opt.TYPE) && (contradicts(form, type) || !mentions(form, type))) {
      return;
    }
    Score score = score(form);
    if (score.incomplete) {
      if (score.isCloserThan(closest.orElseGet(() -> new Score(form)))) {
        closest = Optional.of(score);
      }
      return;
    }
    if (score.required == 0) {
      return;
    }
    collectUnknown(score);
    if (best.isEmpty() || score.beats(best.get())) {
      best = Optional.of(score);
    }
  }

  /** {@code lvconvert LV} would match, and be suggested for, every lvconvert. */
  private static boolean isPlainConversion(Form form) {
    return form.id().equals("lvconvert_plain");
  }

  private static boolean contradicts(Form form, String type) {
    for (String implied : form.impliedTypes()) {
      if (!implied.equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** Only forms that name the option {@code --type} with this value are looked at. */
  private static boolean mentions(Form form, String type) {
    Optional<OptionUse> use = Form.find(form.required(), Opt.TYPE);
    if (use.isEmpty()) {
      use = Form.find(form.anyOf(), Opt.TYPE);
    }
    if (use.isEmpty()) {
      use = Form.find(form.optional(), Opt.TYPE);
    }
    if (use.isEmpty()) {
      return false;
    }
    Optional<String> literal = use.get().literal();
    return literal.isEmpty()
        || literal.get().equals(type)
        || (literal.get().startsWith("raid") && type.startsWith("raid"));
  }

  private Score score(Form form) {
    Score score = new Score(form);
    for (OptionUse use : form.required()) {
      if (satisfies(use)) {
        score.required++;
        score.requiredOptions++;
        score.type |= use.option() == Opt.TYPE;
      } else {
        score.incomplete = true;
      }
    }
    if (!form.anyOf().isEmpty() && !anySatisfied(form.anyOf())) {
      score.incomplete = true;
    }
    int named = 0;
    for (int i = 0; i < form.operands().size(); i++) {
      if (isGiven(form.operands().get(i), i)) {
        named++;
      } else {
        score.incomplete = true;
      }
    }
    score.required += named;
    boolean nothingRequired = form.required().isEmpty() && form.operands().isEmpty();
    if (nothingRequired || score.required > 0) {
      score.required++;
    }
    return score;
  }

  private boolean anySatisfied(List<OptionUse> uses) {
    for (OptionUse use : uses) {
      if (satisfies(use)) {
        return true;
      }
    }
    return false;
  }

  private boolean satisfies(OptionUse use) {
    Opt option = use.option();
    boolean there =
        options.has(option)
            || Synonyms.other(table.name(), option).filter(options::has).isPresent()
            || (option == Opt.SIZE
                && options.has(Opt.EXTENTS)
                && table.has(Trait.ALTERNATIVE_EXTENTS));
    if (!there || use.literal().isEmpty()) {
      return there;
    }
    String literal = use.literal().get();
    return hasLiteral(option, literal)
        || (literal.equals("raid") && typed(option).startsWith("raid"));
  }

  /** Whether an option has the only value that a form takes, be it a number or a word. */
  private boolean hasLiteral(Opt option, String literal) {
    if (Character.isDigit(literal.charAt(0))) {
      long number = options.single(option).map(OptionValue::number).orElse(0L);
      return number == Long.parseLong(literal);
    }
    return typed(option).equals(literal);
  }

  private String typed(Opt option) {
    return options.single(option).map(OptionValue::text).orElse("");
  }

  private boolean isGiven(Operand operand, int index) {
    if (index < operands.size()) {
      return true;
    }
    if (operand.accepts(ValueType.SELECT) && options.has(Opt.SELECT)) {
      return true;
    }
    return index == 0
        && table.name().equals("lvcreate")
        && operand.accepts(ValueType.VG)
        && (vgNameIsInEnvironment
            || namesVg(Opt.NAME)
            || namesVg(Opt.THINPOOL)
            || namesVg(Opt.CACHEPOOL)
            || namesVg(Opt.VDOPOOL));
  }

  private boolean namesVg(Opt option) {
    return typed(option).indexOf('/') >= 0;
  }

  private void collectUnknown(Score score) {
    for (Opt given : options.all()) {
      Opt option = Synonyms.standard(table.name(), given);
      if (option != Opt.EXTENTS && !isKnown(score.form, option)) {
        score.unknown.add(option);
      }
    }
  }

  private boolean isKnown(Form form, Opt option) {
    return Form.find(form.required(), option).isPresent()
        || Form.find(form.anyOf(), option).isPresent()
        || accepts(form.optional(), option)
        || accepts(form.ignored(), option);
  }

  private boolean accepts(List<OptionUse> uses, Opt option) {
    Optional<OptionUse> use = Form.find(uses, option);
    return use.isPresent()
        && (use.get().literal().isEmpty() || hasLiteral(option, use.get().literal().get()));
  }

  private RejectedException noMatch() {
    List<Complaint> complaints = new ArrayList<>(3);
    complaints.add(
        Complaint.error(
            "No command with matching syntax recognised.  Run '"
                + table.name()
                + " --help' for more information."));
    if (table.forms().size() == 1) {
      complaints.add(Complaint.warning("Correct command syntax is:"));
      suggest(complaints, table.forms().get(0));
    } else if (closest.isPresent() && closest.get().requiredOptions > 0) {
      complaints.add(Complaint.warning("Nearest similar command has syntax:"));
      suggest(complaints, closest.get().form);
    }
    return new RejectedException(complaints);
  }

  private void suggest(List<Complaint> complaints, Form form) {
    complaints.add(new Complaint(Complaint.Kind.USAGE, Usage.brief(table, form)));
  }

  private void checkOptions(Score match) throws RejectedException {
    if (match.unknown.isEmpty()) {
      return;
    }
    List<Complaint> complaints = new ArrayList<>();
    for (int i = 0; i < match.unknown.size() && i < UNKNOWN_SHOWN; i++) {
      Opt option = match.unknown.get(i);
      String value = options.single(option).map(v -> " " + v.text()).orElse("");
      complaints.add(
          Complaint.error("Command does not accept option: " + option.dashed() + value + "."));
    }
    throw new RejectedException(complaints);
  }

  private void checkOperands(Form form) throws RejectedException {
    int most = form.operands().size() + form.moreOperands().size();
    if (!form.takesAnyNumber() && operands.size() > most) {
      throw rejected("Command does not accept argument: " + operands.get(most) + ".");
    }
  }

  /** Rules about logical volumes wait until these have been read. */
  private void check(Rule rule) throws RejectedException {
    List<Opt> what = rule.what().options();
    if (what.isEmpty() || !rule.when().aboutOptionsOnly()) {
      return;
    }
    List<Opt> when = rule.when().options();
    if (!when.isEmpty() && countSet(when) == 0) {
      return;
    }
    int set = countSet(what);
    if (rule.needs() && set < what.size()) {
      throw rejected("Command requires options: " + dashed(what));
    }
    if (!rule.needs() && set > 0) {
      throw rejected(
          when.isEmpty()
              ? "Command does not accept options: " + dashed(what)
              : "Command does not accept option combination: "
                  + dashed(when)
                  + " with "
                  + dashed(what));
    }
  }

  private int countSet(List<Opt> list) {
    int set = 0;
    for (Opt option : list) {
      if (options.has(option)) {
        set++;
      }
    }
    return set;
  }

  private static String dashed(List<Opt> list) {
    StringBuilder text = new StringBuilder();
    for (Opt option : list) {
      text.append(option.dashed()).append(' ');
    }
    return text.toString();
  }

  private static RejectedException rejected(String problem) {
    return new RejectedException(List.of(Complaint.error(problem)));
  }
}
