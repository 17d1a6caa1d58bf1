package org.jlvm.core.engine.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VgName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineFilesTest {
  private static final String PVID = "abcdefghijklmnopqrstuvwxyz012345";
  private static final DeviceNumber NUMBER = new DeviceNumber(8, 17);

  @TempDir Path directory;
  private final List<String> warnings = new ArrayList<>();
  private OnlineFiles files = new OnlineFiles(Path.of("."), new Collector());

  private final class Collector implements Messages {
    @Override
    public void show(Level level, String text) {
      if (level == Level.WARN) {
        warnings.add(text);
      }
    }

    @Override
    public boolean shows(Level level) {
      return true;
    }
  }

  @BeforeEach
  void setUp() {
    files = new OnlineFiles(directory, new Collector());
    files.setUp();
  }

  private static OnlinePv pv(DeviceNumber number, String vg) {
    return new OnlinePv(PVID, number, Optional.of(vg), Optional.of("/dev/sdb1"));
  }

  @Test
  void aVolumeIsNotedAsLvm2WritesIt() throws IOException {
    assertThat(files.note(pv(NUMBER, "vg0")).isGood()).isTrue();
    Path file = directory.resolve("pvs_online").resolve(PVID);
    assertThat(file).hasContent("8:17\nvg:vg0\ndev:/dev/sdb1\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(files.read(PVID)).contains(pv(NUMBER, "vg0"));
    assertThat(files.isOnline(new LvmId(PVID))).isTrue();
  }

  @Test
  void aVolumeOnTwoDevicesIsAnError() {
    files.note(pv(NUMBER, "vg0"));
    assertThat(files.note(pv(NUMBER, "vg0")).isGood()).isTrue();
    assertThat(files.note(pv(new DeviceNumber(7, 0), "vg1")).errors())
        .containsExactly(
            "PV /dev/sdb1 7:0 is duplicate for PVID " + PVID + " on 8:17 /dev/sdb1.",
            "PV /dev/sdb1 has unexpected VG vg1 vs vg0.");
  }

  @Test
  void aDeviceThatGoesTakesItsGroupAlong() {
    files.note(pv(NUMBER, "vg0"));
    assertThat(files.claim("vg0")).isTrue();
    assertThat(files.claim("vg0")).isFalse();
    files.forget(new DeviceNumber(8, 18));
    assertThat(files.claim("vg0")).isFalse();
    files.forget(NUMBER);
    assertThat(files.isOnline(new LvmId(PVID))).isFalse();
    assertThat(files.claim("vg0")).isTrue();
    files.release(new VgName("vg0"));
    assertThat(files.claim("vg0")).isTrue();
  }

  @Test
  void whatMakesNoSenseIsWarnedOf() throws IOException {
    Path file = directory.resolve("pvs_online").resolve(PVID);
    for (String text : List.of("", "x\n", "8:17\nvg:a/b\ndev:/tmp/x\n")) {
      Files.writeString(file, text);
      warnings.clear();
      Optional<OnlinePv> read = files.read(PVID);
      assertThat(read.isPresent()).isEqualTo(text.startsWith("8"));
      assertThat(read.flatMap(OnlinePv::vg)).isEmpty();
      assertThat(read.flatMap(OnlinePv::deviceName)).isEmpty();
      assertThat(warnings).isNotEmpty();
    }
  }
}
