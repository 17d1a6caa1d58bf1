package org.jlvm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images where nothing can be written any more: on a full disk, on one that is read-only. */
class FullDiskTest {
  private static final List<String> NEW_VOLUME = List.of("lvcreate", "-an", "-Zn", "-l1", "vg");

  @TempDir private Path folder;
  private ProcessRunner jlvm;
  private Path disk;

  @BeforeEach
  void makeGroup() throws Exception {
    Tools tools = Tools.findOrSkip();
    jlvm = tools.jlvmProcess();
    disk = Files.createDirectory(folder.resolve("disk"));
    LoopDisks.shell("mount -t tmpfs -o size=4m none " + disk);
    LoopDisks.shell("truncate -s 64M " + disk + "/image");
    succeeds("pvcreate", disk + "/image");
    succeeds("vgcreate", "vg", disk + "/image");
    succeeds("lvcreate", "-an", "-Zn", "-l3", "-n", "old", "vg");
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      LoopDisks.shell("umount " + disk);
    }
  }

  @Test
  void nothingIsLostWhereThereIsNoRoom() throws Exception {
    LoopDisks.shell("dd if=/dev/zero of=" + disk + "/fill bs=4k status=none 2>&1 || true");
    int made = 1;
    CommandResult result = run(NEW_VOLUME);
    while (result.status() == 0) {
      made++;
      assertThat(made).as("volumes made on a full disk").isLessThan(100);
      result = run(NEW_VOLUME);
    }
    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err()).contains(disk + "/image: write failed at ", "No space left on device");
    assertThat(
            succeeds("vgs", "--noheadings", "-o", "lv_count,vg_seqno")
                .strip()
                .replaceAll(" +", " "))
        .isEqualTo(made + " " + (made + 1));
    succeeds("vgck", "vg");
    Files.delete(disk.resolve("fill"));
    succeeds(NEW_VOLUME.toArray(new String[0]));
    succeeds("vgck", "vg");
  }

  @Test
  void nothingIsDoneWhereNothingMayBeWritten() throws Exception {
    LoopDisks.shell("mount -o remount,ro " + disk);
    byte[] before = Files.readAllBytes(disk.resolve("image"));
    for (List<String> change :
        List.of(
            NEW_VOLUME,
            List.of("vgchange", "--addtag", "t", "vg"),
            List.of("lvremove", "-y", "vg/old"),
            List.of("pvcreate", "-ff", "-y", disk + "/image"))) {
      CommandResult result = run(change);
      assertThat(result.status()).as("%s", change).isEqualTo(5);
      assertThat(result.err()).as("%s", change).contains(disk + "/image").doesNotContain("\tat ");
    }
    assertThat(succeeds("lvs", "--noheadings", "-o", "lv_name").strip()).isEqualTo("old");
    assertThat(Files.readAllBytes(disk.resolve("image"))).isEqualTo(before);
  }

  private String succeeds(String... words) {
    CommandResult result = run(List.of(words));
    assertThat(result.status()).as("%s: %s", List.of(words), result.err()).isZero();
    return result.out();
  }

  private CommandResult run(List<String> words) {
    Map<String, String> environment =
        Map.of(
            "JLVM_IMAGES", disk + "/image",
            "HOME", folder.toString(),
            "XDG_STATE_HOME", folder + "/state",
            "XDG_RUNTIME_DIR", folder + "/run",
            "XDG_CONFIG_HOME", folder + "/config");
    return jlvm.run(new ArrayList<>(words), new LvmRunner.Surroundings(environment, ""));
  }
}
