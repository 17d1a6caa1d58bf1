package org.jlvm.cli.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Opt;
import org.jlvm.cli.table.Repeat;

/**
 * Sorts the words of a command line into options and operands as GNU getopt_long does: operands
 * anywhere, letters in clusters, values attached or not, unambiguous abbreviations, {@code --}.
 */
final class Scanner {
  private static final String PARSE_ERROR = "Error during parsing of command line.";

  private final CommandTable table;
  private final String program;
  private final List<String> words;
  private final boolean interactive;
  private final Set<Opt> known;
  private final Options options = new Options();
  private final List<String> operands = new ArrayList<>();
  private int next;

  /**
   * @param program what the complaints of getopt begin with
   * @param words the words after the command's name, hyphens within option names already removed
   * @param interactive whether the line was typed at the {@code lvm>} prompt
   */
  Scanner(CommandTable table, String program, List<String> words, boolean interactive) {
    this.table = table;
    this.program = program;
    this.words = words;
    this.interactive = interactive;
    this.known = table.allOptions();
  }

  Options options() {
    return options;
  }

  List<String> operands() {
    return operands;
  }

  void scan() throws RejectedException {
    while (next < words.size()) {
      String word = words.get(next++);
      if (word.equals("--")) {
        operands.addAll(words.subList(next, words.size()));
        return;
      }
      if (word.startsWith("--")) {
        longOption(word.substring(2));
      } else if (word.length() > 1 && word.charAt(0) == '-') {
        letters(word);
      } else {
        operands.add(word);
      }
    }
  }

  private void longOption(String typed) throws RejectedException {
    int equals = typed.indexOf('=');
    String name = equals < 0 ? typed : typed.substring(0, equals);
    Opt option = find(name, typed);
    if (!option.takesValue()) {
      if (equals >= 0) {
        throw bare("option '" + option.dashed() + "' doesn't allow an argument");
      }
      accept(option, Optional.empty());
    } else if (equals >= 0) {
      accept(option, Optional.of(typed.substring(equals + 1)));
    } else if (next < words.size()) {
      accept(option, Optional.of(words.get(next++)));
    } else {
      throw bare("option '" + option.dashed() + "' requires an argument");
    }
  }

  private Opt find(String name, String typed) throws RejectedException {
    List<Opt> candidates = new ArrayList<>(4);
    for (Opt option : known) {
      if (option.longName().equals(name)) {
        return option;
      }
      if (option.longName().startsWith(name)) {
        candidates.add(option);
      }
    }
    if (candidates.isEmpty()) {
      throw bare("unrecognized option '--" + typed + "'");
    }
    if (candidates.size() > 1) {
      throw bare(ambiguous(typed, candidates));
    }
    return candidates.get(0);
  }

  private static String ambiguous(String typed, List<Opt> candidates) {
    StringBuilder text =
        new StringBuilder("option '--").append(typed).append("' is ambiguous; possibilities:");
    for (Opt candidate : candidates) {
      text.append(" '").append(candidate.dashed()).append('\'');
    }
    return text.toString();
  }

  private void letters(String word) throws RejectedException {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      Opt option = find(letter);
      if (!option.takesValue()) {
        accept(option, Optional.empty());
      } else if (i + 1 < word.length()) {
        accept(option, Optional.of(word.substring(i + 1)));
        return;
      } else if (next < words.size()) {
        accept(option, Optional.of(words.get(next++)));
      } else {
        throw bare("option requires an argument -- '" + letter + "'");
      }
    }
  }

  private Opt find(char letter) throws RejectedException {
    for (Opt option : known) {
      if (option.letter() == letter && table.acceptsLetter(option)) {
        return option;
      }
    }
    throw bare("invalid option -- '" + letter + "'");
  }

  private void accept(Opt option, Optional<String> text) throws RejectedException {
    if (interactive && option == Opt.REPORTFORMAT) {
      throw rejected("Argument " + namesOf(option) + " cannot be used in interactive mode.");
    }
    if (option.repeat() == Repeat.ONCE && options.has(option)) {
      throw rejected("Option " + namesOf(option) + " may not be repeated.");
    }
    if (text.isEmpty()) {
      options.add(option);
    } else {
      options.add(option, read(option, text.get()));
    }
  }

  private OptionValue read(Opt option, String text) throws RejectedException {
    try {
      return Values.read(table.name(), table.valueType(option), text);
    } catch (BadValueException e) {
      List<Complaint> complaints = new ArrayList<>(3);
      e.reason().ifPresent(complaints::add);
      complaints.add(Complaint.error("Invalid argument for " + option.dashed() + ": " + text));
      complaints.add(Complaint.error(PARSE_ERROR));
      throw new RejectedException(complaints);
    }
  }

  private String namesOf(Opt option) {
    return table.acceptsLetter(option)
        ? "-" + option.letter() + "/" + option.dashed()
        : option.dashed();
  }

  /** A complaint that getopt itself would print. */
  private RejectedException bare(String problem) {
    return new RejectedException(
        List.of(
            new Complaint(Complaint.Kind.RAW, program + ": " + problem),
            Complaint.error(PARSE_ERROR)));
  }

  private static RejectedException rejected(String problem) {
    return new RejectedException(List.of(Complaint.error(problem), Complaint.error(PARSE_ERROR)));
  }
}
