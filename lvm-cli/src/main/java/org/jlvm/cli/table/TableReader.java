package org.jlvm.cli.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the text of a {@link CommandTable}. */
final class TableReader {
  private final String text;
  private final Map<String, List<OptionUse>> groups = new HashMap<>();
  private final Set<Opt> withoutLetter = EnumSet.noneOf(Opt.class);
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  private final List<FormDraft> drafts = new ArrayList<>();
  private String name = "";
  private String about = "";

  TableReader(String text) {
    this.text = text;
  }

  static List<OptionUse> optionsOfAll() {
    return new TableReader("").group("all");
  }

  CommandTable read() {
    for (String line : Words.split(text, '\n')) {
      line(line.strip());
    }
    List<Form> forms = new ArrayList<>(drafts.size());
    for (FormDraft draft : drafts) {
      forms.add(draft.toForm());
    }
    return new CommandTable(name, about, traits, forms, withoutLetter);
  }

  private void line(String line) {
    int space = line.indexOf(' ');
    String key = line.substring(0, space);
    String rest = line.substring(space + 1);
    switch (key) {
      case "command" -> name = rest;
      case "about" -> about = rest;
      case "traits" -> {
        for (String word : Words.split(rest, ' ')) {
          traits.add(Trait.of(word));
        }
      }
      case "form" -> drafts.add(startForm(rest));
      default -> formLine(drafts.get(drafts.size() - 1), key, rest);
    }
  }

  private FormDraft startForm(String header) {
    FormDraft draft = new FormDraft();
    draft.optional.addAll(group("all"));
    for (String word : Words.split(header, ' ')) {
      if (word.equals("secondary")) {
        draft.syntax = Syntax.SECONDARY;
      } else if (word.equals("previous")) {
        draft.syntax = Syntax.PREVIOUS;
      } else if (word.startsWith("type=")) {
        draft.impliedTypes = Words.split(word.substring(5), '|');
      } else {
        draft.id = word;
      }
    }
    return draft;
  }

  private void formLine(FormDraft draft, String key, String rest) {
    switch (key) {
      case "need" -> addUses(draft.required, rest, false);
      case "any" -> addUses(draft.anyOf, rest, false);
      case "may" -> addUses(draft.optional, rest, true);
      case "drop" -> addUses(draft.ignored, rest, false);
      case "args" -> addOperands(draft.operands, rest);
      case "more" -> addOperands(draft.moreOperands, rest);
      case "rule" -> draft.rules.add(Rule.parse(rest));
      case "says" -> draft.description.add(rest);
      default -> throw new IllegalStateException("unknown line in the table: " + key);
    }
  }

  private void addUses(List<OptionUse> uses, String tokens, boolean firstWins) {
    for (String token : Words.split(tokens, ' ')) {
      if (token.charAt(0) == '@') {
        for (OptionUse use : group(token.substring(1))) {
          addUse(uses, use, firstWins);
        }
      } else {
        addUse(uses, use(token), firstWins);
      }
    }
  }

  private static void addUse(List<OptionUse> uses, OptionUse use, boolean firstWins) {
    if (!firstWins || Form.find(uses, use.option()).isEmpty()) {
      uses.add(use);
    }
  }

  private static void addOperands(List<Operand> operands, String tokens) {
    for (String token : Words.split(tokens, ' ')) {
      operands.add(Operand.parse(token));
    }
  }

  private List<OptionUse> group(String groupName) {
    List<OptionUse> known = groups.get(groupName);
    if (known != null) {
      return known;
    }
    List<OptionUse> uses = new ArrayList<>();
    for (String line : Words.split(OptionGroups.tokens(groupName), '\n')) {
      addUses(uses, line, true);
    }
    groups.put(groupName, uses);
    return uses;
  }

  private OptionUse use(String token) {
    Optional<Operand> operand = Optional.empty();
    Optional<String> literal = Optional.empty();
    String key = token;
    int mark = token.indexOf('=');
    if (mark >= 0) {
      literal = Optional.of(token.substring(mark + 1));
      key = token.substring(0, mark);
    } else {
      mark = token.indexOf(':');
      if (mark >= 0) {
        operand = Optional.of(Operand.parse(token.substring(mark + 1)));
        key = token.substring(0, mark);
      }
    }
    if (!key.endsWith("/long")) {
      return new OptionUse(Opt.of(key), operand, literal);
    }
    Opt option = Opt.of(key.substring(0, key.length() - "/long".length()));
    withoutLetter.add(option);
    return new OptionUse(option, operand, literal);
  }

  /** A form while its lines are read. */
  private static final class FormDraft {
    private String id = "";
    private Syntax syntax = Syntax.PRIMARY;
    private List<String> impliedTypes = List.of();
    private final List<OptionUse> required = new ArrayList<>();
    private final List<OptionUse> anyOf = new ArrayList<>();
    private final List<Operand> operands = new ArrayList<>();
    private final List<OptionUse> optional = new ArrayList<>();
    private final List<Operand> moreOperands = new ArrayList<>();
    private final List<OptionUse> ignored = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> description = new ArrayList<>();

    private Form toForm() {
      return new Form(
          id,
          syntax,
          impliedTypes,
          required,
          anyOf,
          operands,
          optional,
          moreOperands,
          ignored,
          rules,
          description);
    }
  }
}
