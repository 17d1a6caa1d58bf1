package org.jlvm.dm.ioctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.jlvm.dm.KernelTest;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.RecordedMessages;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.UdevCookie;
import org.jlvm.dm.UdevFlags;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.table.DmTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With udevd and its rules: {@code scripts/vm run --udev UdevKernelTest}. */
@KernelTest
@Tag("udev")
class UdevKernelTest {
  private static final DmName NAME = new DmName("udev-a");

  private final RecordedMessages messages = new RecordedMessages();

  @BeforeEach
  void needsUdev() {
    assumeTrue(Files.exists(Path.of("/run/udev/control")), "no udevd: scripts/vm run --udev");
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    if (!Files.exists(Path.of("/run/udev/control"))) {
      return; // skipped
    }
    run("udevadm", "control", "--start-exec-queue");
    IoctlDeviceMapper mapper = open(Duration.ofSeconds(60));
    for (DmListEntry entry : mapper.list()) {
      mapper.remove(entry.name(), RemoveMode.RETRY, UdevNotice.NONE);
    }
    mapper.settle(UdevCookie.NONE);
    mapper.close();
    assertThat(run("ipcs", "-s")).doesNotContain("0x0d4d");
  }

  private IoctlDeviceMapper open(Duration limit) {
    DriverSettings defaults = DriverSettings.DEFAULT;
    DriverSettings settings =
        new DriverSettings(
            defaults.deviceDirectory(),
            defaults.sysDirectory(),
            true,
            true,
            limit,
            defaults.modprobe());
    return IoctlDeviceMapper.open(settings, Map.of(), messages);
  }

  private static void make(IoctlDeviceMapper mapper, UdevNotice notice) {
    mapper.create(NAME, Optional.empty(), OptionalInt.empty());
    mapper.load(NAME, DmTable.parse("0 8 zero\n"), LoadMode.READ_WRITE);
    mapper.resume(NAME, notice);
  }

  @Test
  void udevMakesRenamesAndRemovesTheLink() {
    IoctlDeviceMapper mapper = open(Duration.ofSeconds(60));
    UdevCookie cookie = mapper.beginChanges();
    assertThat(cookie.isNone()).isFalse();
    make(mapper, new UdevNotice(cookie, UdevFlags.NONE));
    mapper.settle(cookie);
    assertThat(Files.isSymbolicLink(mapper.node(NAME))).isTrue();
    DmName other = new DmName("udev-b");
    UdevCookie second = mapper.beginChanges();
    mapper.rename(NAME, other, new UdevNotice(second, UdevFlags.NONE));
    mapper.settle(second);
    assertThat(Files.isSymbolicLink(mapper.node(other))).isTrue();
    assertThat(mapper.node(NAME)).doesNotExist();
    UdevCookie third = mapper.beginChanges();
    mapper.remove(other, RemoveMode.RETRY, new UdevNotice(third, UdevFlags.NONE));
    mapper.settle(third);
    assertThat(mapper.node(other)).doesNotExist();
    assertThat(messages.texts()).isEmpty();
    mapper.close();
  }

  @Test
  void severalChangesShareACookie() {
    IoctlDeviceMapper mapper = open(Duration.ofSeconds(60));
    UdevCookie cookie = mapper.beginChanges();
    UdevNotice notice = new UdevNotice(cookie, UdevFlags.NONE);
    make(mapper, notice);
    mapper.resume(NAME, notice); // changes nothing, so no event comes
    mapper.load(NAME, DmTable.parse("0 16 zero\n"), LoadMode.READ_WRITE);
    mapper.resume(NAME, notice);
    mapper.settle(cookie);
    assertThat(Files.isSymbolicLink(mapper.node(NAME))).isTrue();
    assertThat(messages.texts()).isEmpty();
    mapper.close();
  }

  @Test
  void aRefusedChangeIsNotWaitedFor() throws Exception {
    IoctlDeviceMapper mapper = open(Duration.ofSeconds(60));
    UdevCookie cookie = mapper.beginChanges();
    UdevNotice notice = new UdevNotice(cookie, UdevFlags.NONE);
    make(mapper, notice);
    mapper.settle(cookie);
    UdevCookie second = mapper.beginChanges();
    try (var open = Files.newByteChannel(mapper.node(NAME))) {
      assertThatExceptionOfType(DmException.class)
          .isThrownBy(
              () -> mapper.remove(NAME, RemoveMode.ONCE, new UdevNotice(second, UdevFlags.NONE)))
          .matches(e -> e.is(Errno.EBUSY));
      assertThat(open.isOpen()).isTrue();
    }
    mapper.settle(second);
    assertThat(messages.texts()).isEmpty();
    mapper.close();
  }

  @Test
  void anUdevThatHangsIsGivenUpAndTheNodeMade() throws Exception {
    run("udevadm", "settle");
    run("udevadm", "control", "--stop-exec-queue");
    IoctlDeviceMapper mapper = open(Duration.ofMillis(300));
    UdevCookie cookie = mapper.beginChanges();
    make(mapper, new UdevNotice(cookie, UdevFlags.NONE));
    mapper.settle(cookie);
    assertThat(mapper.node(NAME)).exists();
    assertThat(messages.texts())
        .hasSize(2)
        .anyMatch(text -> text.contains("udev did not complete its rules"))
        .anyMatch(text -> text.contains("not set up by udev: Falling back"));
    mapper.close();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), output).isZero();
    return output;
  }
}
