package org.jlvm.cli.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jlvm.cli.command.WorkLog;
import org.jlvm.cli.console.Console;
import org.jlvm.cli.console.Streams;
import org.jlvm.cli.move.MoveOperation;
import org.jlvm.core.units.Sectors;
import org.junit.jupiter.api.Test;

/** Progress as lines and as a line that is drawn again. */
class ProgressDisplayTest {
  private static final PollTarget TARGET =
      new PollTarget("vg", "pvmove0", Optional.empty(), "/dev/sda");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final Console console =
      new Console(new Streams(new ByteArrayInputStream(new byte[0]), stream, stream));
  private final WorkLog log =
      new WorkLog(
          work ->
              new WorkLog.Keeper() {
                @Override
                public void done(int status) {}

                @Override
                public void end() {}
              });
  private long now;

  private ProgressDisplay display(boolean shown, boolean drawn) {
    return new ProgressDisplay(console, log, shown, drawn, () -> now);
  }

  private static Progress.Measure measure(String percent, long done) {
    return new Progress.Measure(percent, Sectors.of(done), Sectors.of(100_000));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void linesAreThoseOfLvm2() {
    ProgressDisplay display = display(true, false);
    display.show(TARGET, new MoveOperation(), measure("0.00", 0));
    display.show(TARGET, new MoveOperation(), measure("100.00", 100_000));
    assertThat(said()).isEqualTo("  /dev/sda: Moved: 0.00%\n  /dev/sda: Moved: 100.00%\n");
  }

  @Test
  void whatIsNotWantedIsNotSaid() {
    display(false, true).show(TARGET, new MoveOperation(), measure("0.00", 0));
    console.flush();
    assertThat(said()).isEmpty();
  }

  @Test
  void aDrawnLineIsDrawnOverAndLeftForWhatFollows() {
    ProgressDisplay display = display(true, true);
    display.show(TARGET, new MoveOperation(), measure("0.00", 0));
    now = 2_000_000_000L;
    display.show(TARGET, new MoveOperation(), measure("50.00", 50_000));
    console.error("Something else.");
    console.flush();
    assertThat(said())
        .startsWith("\r\033[K  /dev/sda: Moved: [---")
        .contains("---] 0.00%\r\033[K  /dev/sda: Moved: [###")
        .endsWith("---] 50.00%, 12.2 MiB/s, 0:02 left\n  Something else.\n");
  }
}
