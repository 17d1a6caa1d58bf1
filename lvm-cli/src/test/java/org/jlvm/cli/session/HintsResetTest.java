package org.jlvm.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jlvm.core.device.Hints;
import org.jlvm.core.engine.lock.ChannelFileLocker;
import org.jlvm.core.engine.lock.LockMode;
import org.jlvm.core.engine.lock.LockPolicy;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintsResetTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T15:52:58Z"), ZoneOffset.UTC);
  private static final Messages SILENT =
      new Messages() {
        @Override
        public void show(Level level, String text) {}

        @Override
        public boolean shows(Level level) {
          return false;
        }
      };

  @TempDir Path directory;

  @Test
  void lvm2ForgetsItsHintsOnceTheGlobalLockIsHeldExclusively() throws IOException {
    Hints hints = new Hints(directory.resolve("run"));
    Files.createDirectories(hints.runDirectory());
    Files.writeString(hints.file(), "scan:/dev/sda\n");
    try (HintsReset reset = new HintsReset(hints, true, "vgcreate", CLOCK, SILENT);
        Locks locks =
            new Locks(
                directory.resolve("lock"), new ChannelFileLocker(), LockPolicy.DEFAULT, SILENT)) {
      locks.whenGlobalIsExclusive(reset);
      locks.lockGlobal(LockMode.SHARED).close();
      assertThat(hints.file()).hasContent("scan:/dev/sda");

      locks.lockGlobal(LockMode.EXCLUSIVE);
      assertThat(Files.readString(hints.file()))
          .startsWith("# Created empty by vgcreate pid ")
          .endsWith(" Mon Nov  2 15:52:58 2026\n");
      assertThat(hints.runDirectory().resolve("newhints")).exists();
      assertThat(hints.runDirectory().resolve("nohints")).doesNotExist();
    }
  }
}
