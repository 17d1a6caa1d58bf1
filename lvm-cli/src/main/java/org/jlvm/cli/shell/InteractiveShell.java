package org.jlvm.cli.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jlvm.cli.table.CommandTable;
import org.jlvm.cli.table.Opt;

/** The {@code lvm>} prompt, with history and completion. */
public final class InteractiveShell {
  private final CommandLoop loop;
  private final Path history;

  /**
   * @param history the file that keeps what was typed
   */
  public InteractiveShell(CommandLoop loop, Path history) {
    this.loop = loop;
    this.history = history;
  }

  public int run() throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      DefaultParser parser = new DefaultParser();
      parser.setEscapeChars(new char[0]);
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("lvm")
              .parser(parser)
              .completer(new CommandCompleter())
              .variable(LineReader.HISTORY_FILE, history)
              .build();
      while (true) {
        try {
          if (!loop.runLine(reader.readLine("lvm> "))) {
            return 0;
          }
        } catch (UserInterruptException e) {
          continue;
        } catch (EndOfFileException e) {
          return 0;
        }
      }
    }
  }

  /** Completes commands, then their options. */
  private static final class CommandCompleter implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
      if (line.wordIndex() == 0) {
        for (String name : CommandTable.names()) {
          candidates.add(new Candidate(name));
        }
      } else if (line.word().startsWith("-")) {
        CommandTable.of(line.words().get(0)).ifPresent(table -> addOptions(table, candidates));
      }
    }

    private static void addOptions(CommandTable table, List<Candidate> candidates) {
      for (Opt option : table.allOptions()) {
        candidates.add(new Candidate(option.dashed()));
        if (table.acceptsLetter(option)) {
          candidates.add(new Candidate("-" + option.letter()));
        }
      }
    }
  }
}
