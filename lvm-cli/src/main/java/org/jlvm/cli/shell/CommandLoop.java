package org.jlvm.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jlvm.core.message.Messages;

/** Commands one after the other, line by line. */
public final class CommandLoop {
  private static final int OK = 0;
  private static final int NO_SUCH_COMMAND = 2;

  private final Messages messages;
  private final LineRunner runner;

  public CommandLoop(Messages messages, LineRunner runner) {
    this.messages = messages;
    this.runner = runner;
  }

  /** Runs what is piped in, to the end or to {@code quit}, whatever fails. */
  public int runAll(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String line = reader.readLine();
    while (line != null && runLine(line)) {
      line = reader.readLine();
    }
    return OK;
  }

  /** Runs one line as if typed at the prompt; false if it ends the shell. */
  boolean runLine(String line) {
    List<String> words = Words.of(line);
    if (!words.isEmpty() && words.get(0).equals("lvm")) {
      words = words.subList(1, words.size());
    }
    if (words.isEmpty()) {
      return true;
    }
    String command = words.get(0);
    if (isEnd(command)) {
      messages.error("Exiting.");
      return false;
    }
    if (runner.run(command, words.subList(1, words.size())) == NO_SUCH_COMMAND) {
      messages.error("No such command '" + command + "'.  Try 'help'.");
    }
    return true;
  }

  /**
   * Runs a file that begins with {@code #!}, up to the first command that fails.
   *
   * @return the exit status of the last command that ran; that of an unknown command if the file
   *     cannot be read or is no script
   */
  public int runScript(Path file) {
    int status = NO_SUCH_COMMAND;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      if (line == null || !line.startsWith("#!")) {
        return NO_SUCH_COMMAND;
      }
      for (; line != null; line = reader.readLine()) {
        List<String> words = Words.of(line);
        if (words.isEmpty()) {
          continue;
        }
        if (isEnd(words.get(0))) {
          return status;
        }
        status = runner.run(words.get(0), words.subList(1, words.size()));
        if (status != OK) {
          return status;
        }
      }
      return status;
    } catch (IOException e) {
      return NO_SUCH_COMMAND;
    }
  }

  private static boolean isEnd(String command) {
    return command.equals("quit") || command.equals("exit");
  }
}
