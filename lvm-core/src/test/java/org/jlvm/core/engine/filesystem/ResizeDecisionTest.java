package org.jlvm.core.engine.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.filesystem.FileSystem;
import org.jlvm.core.engine.filesystem.ResizeOptions.Care;
import org.jlvm.core.engine.filesystem.ResizeOptions.Mode;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.units.SizeFormat;
import org.junit.jupiter.api.Test;

class ResizeDecisionTest {
  private static final long MIB = 1 << 20;

  private final List<String> told = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private boolean answer = true;

  private ResizeDecision decision(
      String type, long end, boolean mounted, Care care, Mode mode, boolean modeGiven) {
    FileSystemState state =
        new FileSystemState(
            new FileSystem(type, end),
            "/dev/vg/lv",
            mounted ? Optional.of("/mnt") : Optional.empty(),
            Optional.empty());
    Messages messages =
        new Messages() {
          @Override
          public void show(Level level, String text) {
            told.add(text);
          }

          @Override
          public boolean shows(Level level) {
            return true;
          }
        };
    return new ResizeDecision(
        "vg/lv",
        state,
        new ResizeOptions(care, true, mode, modeGiven, true),
        messages,
        prompt -> {
          asked.add(prompt);
          return answer;
        });
  }

  @Test
  void whatFitsIsLeftAlone() {
    assertThat(
            decision("xfs", 8 * MIB, true, Care.CHECK_SIZE, Mode.MANAGE, false)
                .reduction(8 * MIB, SizeFormat.DEFAULT))
        .isEqualTo(ResizeSteps.NONE);
    assertThat(told)
        .containsExactly(
            "File system xfs found on vg/lv mounted at /mnt.",
            "File system size (8.00 MiB) is equal to the requested size (8.00 MiB).",
            "File system reduce is not needed, skipping.");
  }

  @Test
  void aSizeThatCutsDataIsRefused() {
    for (String type : List.of("ext4", "xfs", "btrfs", "swap")) {
      assertThatThrownBy(
              () ->
                  decision(type, 8 * MIB, false, Care.CHECK_SIZE, Mode.MANAGE, false)
                      .reduction(8 * MIB - 512, SizeFormat.DEFAULT))
          .isInstanceOf(FailedException.class)
          .hasMessageStartingWith("File system reduce is required");
    }
    for (String type : List.of("xfs", "swap", "vfat")) {
      long end = type.equals("vfat") ? 0 : 8 * MIB;
      assertThatThrownBy(
              () ->
                  decision(type, end, false, Care.RESIZE, Mode.MANAGE, true)
                      .reduction(4 * MIB, SizeFormat.DEFAULT))
          .isInstanceOf(FailedException.class);
    }
  }

  @Test
  void unmountingIsAskedForUnlessTheModeWasGiven() {
    ResizeSteps steps = new ResizeSteps(true, true, true, false);
    assertThat(
            decision("ext4", 8 * MIB, true, Care.RESIZE, Mode.MANAGE, false)
                .reduction(4 * MIB, SizeFormat.DEFAULT))
        .isEqualTo(steps);
    assertThat(asked)
        .containsExactly(
            "Continue with ext4 file system reduce steps: unmount, fsck, resize2fs? [y/n]:");
    assertThat(
            decision("ext4", 8 * MIB, true, Care.RESIZE, Mode.MANAGE, true)
                .reduction(4 * MIB, SizeFormat.DEFAULT))
        .isEqualTo(steps);
    assertThat(asked).hasSize(1);
    answer = false;
    assertThatThrownBy(
            () ->
                decision("ext4", 8 * MIB, true, Care.RESIZE, Mode.MANAGE, false)
                    .reduction(4 * MIB, SizeFormat.DEFAULT))
        .hasMessage("File system not reduced.");
  }

  @Test
  void modesForbidMountsAndUnmounts() {
    assertThatThrownBy(
            () ->
                decision("ext4", 8 * MIB, true, Care.RESIZE, Mode.NO_CHANGE, true)
                    .reduction(4 * MIB, SizeFormat.DEFAULT))
        .hasMessage("File system needs to be unmounted to reduce fs (see --fsmode).");
    assertThatThrownBy(
            () ->
                decision("btrfs", 0, false, Care.RESIZE, Mode.OFFLINE, true)
                    .reduction(4 * MIB, SizeFormat.DEFAULT))
        .hasMessage("File system needs to be mounted to reduce fs (see --fsmode).");
    assertThatThrownBy(() -> decision("xfs", 0, true, Care.RESIZE, Mode.OFFLINE, true).extension())
        .hasMessage("File system must be mounted to extend (see --fsmode).");
  }

  @Test
  void growth() {
    assertThat(decision("ext4", 0, true, Care.RESIZE, Mode.MANAGE, false).extension())
        .isEqualTo(new ResizeSteps(true, false, false, false));
    assertThat(decision("ext4", 0, false, Care.RESIZE, Mode.NO_CHANGE, true).extension())
        .isEqualTo(new ResizeSteps(true, true, false, false));
    assertThat(decision("ext4", 0, true, Care.RESIZE, Mode.OFFLINE, true).extension())
        .isEqualTo(new ResizeSteps(true, true, true, false));
    assertThat(decision("xfs", 0, false, Care.RESIZE, Mode.MANAGE, true).extension())
        .isEqualTo(new ResizeSteps(true, false, false, true));
    assertThatThrownBy(() -> decision("swap", 0, false, Care.RESIZE, Mode.MANAGE, true).extension())
        .hasMessage("File system extend is not supported (swap).");
  }
}
