package org.jlvm.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalPrompterTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void takesYesAndNoAndTheirBeginnings() {
    assertThat(answer("y\n", false)).isTrue();
    assertThat(answer("YES\n", false)).isTrue();
    assertThat(answer(" ye \n", false)).isTrue();
    assertThat(answer("no\n", false)).isFalse();
  }

  @Test
  void asksAgainAfterAnythingElse() {
    assertThat(answer("perhaps not\ny\n", false)).isTrue();
    assertThat(shown())
        .isEqualTo("Really? [y/n]:   WARNING: Invalid input 'perhaps ...'.\nReally? [y/n]: ");
  }

  @Test
  void theEndOfTheInputIsNo() {
    assertThat(answer("", false)).isFalse();
    assertThat(shown()).isEqualTo("Really? [y/n]: [n]\n");
  }

  @Test
  void silenceIsNoWithoutReading() {
    assertThat(answer("y\n", true)).isFalse();
    assertThat(shown()).isEqualTo("Really? [y/n]: [n]\n");
  }

  @Test
  void assumedYesIsNotAskedFor() {
    TerminalPrompter prompter = new TerminalPrompter(console("", false));
    prompter.setAssumeYes(true);
    assertThat(prompter.confirm("Really?")).isTrue();
    assertThat(shown()).isEmpty();
  }

  @Test
  void someQuestionsAreAskedRegardlessOfYes() {
    TerminalPrompter prompter = new TerminalPrompter(console("n\n", false));
    prompter.setAssumeYes(true);
    assertThat(prompter.regardlessOfYes().confirm("Really?")).isFalse();
    assertThat(shown()).isEqualTo("Really? [y/n]: ");
  }

  private boolean answer(String input, boolean silent) {
    return new TerminalPrompter(console(input, silent)).confirm("Really?");
  }

  private Console console(String input, boolean silent) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream, stream));
    console.setSettings(ConsoleSettings.DEFAULT.withSilent(silent));
    return console;
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
