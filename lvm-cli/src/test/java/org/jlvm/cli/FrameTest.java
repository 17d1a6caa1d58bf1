package org.jlvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jlvm.cli.table.CommandTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the same for all commands: names, help, version, exit statuses, configuration. */
class FrameTest {
  @TempDir Path directory;

  @Test
  void aLinkNamedLikeACommandRunsIt() {
    CommandTester.Result result = new CommandTester(directory).run("/sbin/vgs", List.of("--foo"));
    assertThat(result.err()).startsWith("/sbin/vgs: unrecognized option '--foo'\n");
    assertThat(result.status()).isEqualTo(3);
  }

  @Test
  void everyCommandDescribesItself() {
    for (String name : CommandTable.names()) {
      if (name.equals("version")) {
        continue;
      }
      CommandTester.Result result = new CommandTester(directory).lvm(name, "--longhelp");
      assertThat(result.status()).as(name).isZero();
      assertThat(result.out()).as(name).startsWith("  " + name + " - ").contains("-v|--verbose");
      assertThat(result.err()).as(name).isEmpty();
    }
  }

  @Test
  void programsFindTheOptionsTheyLookFor() {
    CommandTester tester = new CommandTester(directory);
    assertThat(tester.lvm("help").err()).contains("  fullreport      ");
    assertThat(tester.lvm("vgcreate", "--help").out()).contains("--setautoactivation");
    assertThat(tester.lvm("lvs", "-?").out()).contains("-S|--select String");
    assertThat(tester.lvm("lvcreate", "-h").out()).contains("\t[ -l|--extents Number[PERCENT] ]\n");
  }

  @Test
  void versionIsTheOneProgramsAskFor() {
    CommandTester.Result result = new CommandTester(directory).lvm("version");
    assertThat(result.out()).containsPattern("^  LVM version:     2\\.03\\.40\\(2\\) \\(\\d{4}-");
    assertThat(new CommandTester(directory).lvm("lvs", "--version").out()).isEqualTo(result.out());
  }

  @Test
  void optionsBeforeTheCommandAreRefused() {
    CommandTester.Result result = new CommandTester(directory).lvm("-v", "lvs");
    assertThat(result.err())
        .isEqualTo("  Specify options after a command: lvm [command] [options].\n");
    assertThat(result.status()).isEqualTo(3);
  }

  @Test
  void configurationSaysHowMessagesLook() throws IOException {
    Files.writeString(directory.resolve("lvm.conf"), "log { prefix=\": \" command_names=1 }");
    assertThat(new CommandTester(directory).lvm("formats").out()).isEqualTo("formats: lvm2\n");
  }

  @Test
  void brokenConfigurationEndsEveryCommand() throws IOException {
    Files.writeString(directory.resolve("lvm.conf"), "log {");
    CommandTester.Result result = new CommandTester(directory).lvm("formats");
    assertThat(result.status()).isEqualTo(4);
    assertThat(result.err()).contains("Failed to load config file " + directory);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void verboseMessagesGoToStandardError() {
    CommandTester.Result result = new CommandTester(directory).lvm("formats", "-vvv");
    assertThat(result.out()).isEqualTo("  lvm2\n");
    assertThat(result.err()).contains("Recognised command formats_general.");
  }

  @Test
  void aLogFileGetsWhatTheTerminalDoesNotShow() throws IOException {
    Path log = directory.resolve("log");
    CommandTester.Result result =
        new CommandTester(directory)
            .lvm("formats", "--config", "log { file=\"" + log + "\" level=7 }");
    assertThat(result.err()).isEmpty();
    assertThat(Files.readString(log))
        .contains("formats[", "]  lvm2\n", "Completed with exit status 0.\n");
  }

  @Test
  void commandsCanBePipedIn() {
    CommandTester.Result result =
        new CommandTester(directory).type("formats\n# no\nlvm 'formats'\nfoo\nquit\n").lvm();
    assertThat(result.out()).isEqualTo("  lvm2\n  lvm2\n");
    assertThat(result.err()).isEqualTo("  No such command 'foo'.  Try 'help'.\n  Exiting.\n");
    assertThat(result.status()).isZero();
  }

  @Test
  void aScriptEndsWithItsFirstFailure() throws IOException {
    Path script = directory.resolve("script");
    Files.writeString(script, "#!/sbin/lvm\nformats\nlvs --foo\nformats\n");
    CommandTester.Result result = new CommandTester(directory).lvm(script.toString());
    assertThat(result.out()).isEqualTo("  lvm2\n");
    assertThat(result.status()).isEqualTo(3);
  }

  @Test
  void whatIsNeitherCommandNorScriptIsUnknown() {
    CommandTester.Result result = new CommandTester(directory).lvm("nosuch");
    assertThat(result.err()).isEqualTo("  No such command.  Try 'lvm help'.\n");
    assertThat(result.status()).isEqualTo(2);
  }
}
