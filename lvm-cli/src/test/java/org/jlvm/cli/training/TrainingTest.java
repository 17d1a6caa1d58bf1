package org.jlvm.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jlvm.cli.console.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that fails loads the wrong classes, and nobody would notice. */
class TrainingTest {
  @Test
  void everyCommandSucceedsAndEveryClassIsThere(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("lvm.conf"),
        "devices { hints=\"none\" use_devicesfile=0 }\nglobal { locking_dir=\""
            + folder
            + "/lock\" }\nbackup { backup=0 archive=0 }\nactivation { udev_sync=0 monitoring=0 }\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int worst = Training.run(folder, new Streams(InputStream.nullInputStream(), print, print));
    assertThat(worst).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }
}
