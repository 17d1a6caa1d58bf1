package org.jlvm.dm.ioctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceRef;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmListEntry;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.Errno;
import org.jlvm.dm.KernelTest;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.RecordedMessages;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.StatusReport;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.jna.Libc;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.StatusLine;
import org.jlvm.dm.table.TargetLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kernel's driver, with dmsetup as witness. Uses /dev/loop0 and the following ones. */
@KernelTest
class KernelMapperTest {
  private static final DmName NAME = new DmName("test-a");
  private static final DmUuid UUID = new DmUuid("TEST-0001");

  private final RecordedMessages messages = new RecordedMessages();
  private final IoctlDeviceMapper mapper =
      IoctlDeviceMapper.open(DriverSettings.DEFAULT, Map.of(), messages);

  @AfterEach
  void removeAll() throws Exception {
    List<DmListEntry> rest = new ArrayList<>(mapper.list());
    for (int round = 0; !rest.isEmpty() && round < 5; round++) {
      for (DmListEntry entry : rest) {
        try {
          if (mapper.info(entry.name()).orElseThrow().suspended()) {
            mapper.resume(entry.name(), UdevNotice.NONE);
          }
          mapper.remove(entry.name(), RemoveMode.ONCE, UdevNotice.NONE);
        } catch (DmException e) {
          assertThat(e.is(Errno.EBUSY)).as("%s", e).isTrue();
        }
      }
      rest = new ArrayList<>(mapper.list());
    }
    mapper.settle(mapper.beginChanges());
    mapper.close();
    assertThat(rest).isEmpty();
    assertThat(messages.texts()).isEmpty();
  }

  private DmInfo make(DmName name, DmTable table) {
    mapper.create(name, Optional.empty(), OptionalInt.empty());
    mapper.load(name, table, LoadMode.READ_WRITE);
    mapper.resume(name, UdevNotice.NONE);
    mapper.settle(mapper.beginChanges());
    return mapper.info(name).orElseThrow();
  }

  @Test
  void versionAndTargetsAreThoseThatDmsetupSees() throws Exception {
    assertThat(dmsetup("version")).contains("Driver version:    " + mapper.driverVersion());
    for (String type : List.of("mirror", "snapshot", "snapshot-origin", "raid", "delay")) {
      String version = mapper.target(type).orElseThrow().version().toString();
      assertThat(dmsetup("targets")).containsPattern(type + " +v" + version.replace(".", "\\."));
    }
    assertThat(mapper.target("linear")).isPresent();
    assertThat(mapper.target("nonsense")).isEmpty();
    messages.texts().clear(); // modprobe had nothing of that name
  }

  @Test
  void aDeviceLivesFromCreationToRemoval() throws Exception {
    DmInfo created = mapper.create(NAME, Optional.of(UUID), OptionalInt.empty());
    assertThat(created.name()).isEqualTo(NAME);
    assertThat(created.uuid()).contains(UUID);
    assertThat(created.activeTable()).isFalse();
    mapper.load(NAME, DmTable.parse("0 8 linear 7:0 16\n8 8 zero\n"), LoadMode.READ_WRITE);
    DmInfo loaded = mapper.info(UUID).orElseThrow();
    assertThat(loaded.inactiveTable()).isTrue();
    mapper.resume(UUID, UdevNotice.NONE);
    DmInfo resumed = mapper.info(UUID).orElseThrow();
    assertThat(resumed.name()).isEqualTo(NAME);
    assertThat(resumed.suspended()).isFalse();
    assertThat(resumed.activeTable()).isTrue();
    assertThat(resumed.targetCount()).isEqualTo(2);
    mapper.settle(mapper.beginChanges());
    assertThat(mapper.node(NAME)).exists();
    assertThat(mapper.list())
        .containsExactly(new DmListEntry(NAME, created.number(), Optional.of(UUID)));
    assertThat(dmsetup("table", "test-a")).isEqualTo("0 8 linear 7:0 16\n8 8 zero \n");
    assertThat(mapper.table(NAME, QueryMode.ACTIVE).orElseThrow().table().text())
        .isEqualTo("0 8 linear 7:0 16\n8 8 zero\n");
    assertThat(mapper.dependencies(NAME, QueryMode.ACTIVE)).containsExactly(new DeviceNumber(7, 0));
    mapper.remove(
        new DeviceRef.Numbered(created.number(), Optional.empty()),
        RemoveMode.ONCE,
        UdevNotice.NONE);
    mapper.settle(mapper.beginChanges());
    assertThat(mapper.node(NAME)).doesNotExist();
    assertThat(mapper.info(NAME)).isEmpty();
    assertThat(mapper.list()).isEmpty();
  }

  @Test
  void nodesOfDevicesThatAreGoneAreRemovedWithTheOthersMade() throws Exception {
    DeviceNumber number = make(NAME, DmTable.parse("0 8 zero\n")).number();
    Path node = mapper.node(NAME);
    Path gone = mapper.node(new DmName("test-gone"));
    Path other = mapper.node(new DmName("test-other"));
    Files.delete(node);
    Libc libc = new Libc();
    int mode = Libc.S_IFBLK | 0600;
    libc.mknod(gone.toString(), mode, new DeviceNumber(number.major(), 900).encode());
    libc.mknod(other.toString(), mode, new DeviceNumber(7, 900).encode());
    try {
      mapper.makeNodes();
      assertThat(node).exists();
      assertThat(gone).doesNotExist();
      assertThat(other).exists();
    } finally {
      Files.deleteIfExists(gone);
      Files.deleteIfExists(other);
    }
  }

  @Test
  void namesAndUuidsCanBeGivenLater() {
    make(NAME, DmTable.parse("0 8 zero\n"));
    DmName other = new DmName("other");
    mapper.rename(NAME, other, UdevNotice.NONE);
    mapper.settle(mapper.beginChanges());
    assertThat(mapper.node(NAME)).doesNotExist();
    assertThat(mapper.node(other)).exists();
    mapper.setUuid(other, UUID);
    assertThat(mapper.info(UUID).orElseThrow().name()).isEqualTo(other);
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(() -> mapper.setUuid(other, new DmUuid("second")))
        .matches(e -> e.is(Errno.EINVAL));
  }

  @Test
  void refusalsKeepCommandDeviceAndReason() {
    mapper.create(NAME, Optional.of(UUID), OptionalInt.empty());
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(() -> mapper.create(NAME, Optional.empty(), OptionalInt.empty()))
        .withMessage("device-mapper: create ioctl on test-a  failed: Device or resource busy")
        .matches(e -> e.is(Errno.EBUSY) && e.command().equals("create"));
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(
            () -> mapper.load(NAME, DmTable.parse("0 8 linear 99:0 0\n"), LoadMode.READ_WRITE))
        .withMessage("device-mapper: reload ioctl on test-a  failed: No such device or address");
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(() -> mapper.suspend(new DmName("none"), SuspendMode.FLUSH))
        .matches(e -> e.is(Errno.ENXIO));
  }

  @Test
  void anOpenDeviceIsRemovedLater() throws Exception {
    make(NAME, DmTable.parse("0 8 zero\n"));
    try (var open = Files.newByteChannel(mapper.node(NAME))) {
      assertThat(mapper.info(NAME).orElseThrow().openCount()).isEqualTo(1);
      assertThatExceptionOfType(DmException.class)
          .isThrownBy(() -> mapper.remove(NAME, RemoveMode.ONCE, UdevNotice.NONE))
          .matches(e -> e.is(Errno.EBUSY));
      mapper.remove(NAME, RemoveMode.DEFERRED, UdevNotice.NONE);
      assertThat(mapper.info(NAME).orElseThrow().deferredRemove()).isTrue();
    }
    // A thread of the kernel's removes it, not the one that closes it.
    long limit = System.nanoTime() + 10_000_000_000L;
    while (mapper.info(NAME).isPresent() && System.nanoTime() < limit) {
      Thread.yield();
    }
    assertThat(mapper.info(NAME)).isEmpty();
  }

  @Test
  void aDeviceClosedInTimeIsRemovedByTryingAgain() throws Exception {
    make(NAME, DmTable.parse("0 8 zero\n"));
    var open = Files.newByteChannel(mapper.node(NAME));
    Thread closer =
        new Thread(
            () -> {
              try {
                messages.awaitRetry();
                open.close();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    closer.start();
    mapper.remove(NAME, RemoveMode.RETRY, UdevNotice.NONE);
    closer.join();
    assertThat(mapper.info(NAME)).isEmpty();
  }

  @Test
  void tablesAreReplacedOnResumeAndForgottenOnClear() {
    make(NAME, DmTable.parse("0 8 zero\n"));
    mapper.load(NAME, DmTable.parse("0 16 zero\n"), LoadMode.READ_ONLY);
    assertThat(mapper.table(NAME, QueryMode.INACTIVE).orElseThrow().table().size())
        .isEqualTo(Sectors.of(16));
    mapper.clear(NAME);
    assertThat(mapper.info(NAME).orElseThrow().inactiveTable()).isFalse();
    mapper.load(NAME, DmTable.parse("0 24 zero\n"), LoadMode.READ_ONLY);
    mapper.suspend(NAME, SuspendMode.FLUSH);
    assertThat(mapper.info(NAME).orElseThrow().suspended()).isTrue();
    mapper.resume(NAME, UdevNotice.NONE);
    DmInfo info = mapper.info(NAME).orElseThrow();
    assertThat(info.readOnly()).isTrue();
    assertThat(mapper.table(NAME, QueryMode.ACTIVE).orElseThrow().table().size())
        .isEqualTo(Sectors.of(24));
  }

  @Test
  void aChosenMinorIsTaken() {
    DmInfo info = mapper.create(NAME, Optional.empty(), OptionalInt.of(77));
    assertThat(info.number().minor()).isEqualTo(77);
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(() -> mapper.create(new DmName("b"), Optional.empty(), OptionalInt.of(77)))
        .matches(e -> e.is(Errno.ENXIO));
  }

  @Test
  void readAheadIsKept() {
    make(NAME, DmTable.parse("0 8 zero\n"));
    mapper.setReadAhead(NAME, Sectors.of(2047));
    assertThat(mapper.readAhead(NAME)).isEqualTo(Sectors.of(2048));
  }

  @Test
  void answersLongerThanTheBufferAreAskedForAgain() throws Exception {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      table.append(i * 8).append(" 8 linear 7:").append(i % 4).append(' ').append(i).append('\n');
    }
    make(NAME, DmTable.parse(table.toString()));
    assertThat(mapper.table(NAME, QueryMode.ACTIVE).orElseThrow().table().text())
        .isEqualTo(table.toString());
    assertThat(mapper.dependencies(NAME, QueryMode.ACTIVE)).hasSize(4);
    for (int i = 0; i < 300; i++) {
      mapper.create(
          new DmName("many-" + i),
          Optional.of(new DmUuid("U".repeat(100) + i)),
          OptionalInt.empty());
    }
    List<DmListEntry> all = mapper.list();
    assertThat(all).hasSize(301);
    assertThat(dmsetup("ls").lines()).hasSize(301);
    assertThat(all).filteredOn(e -> e.uuid().isPresent()).hasSize(300);
  }

  @Test
  void everyTargetsTextIsThatOfTheKernel() throws Exception {
    mapper.target("mirror");
    mapper.target("snapshot");
    mapper.target("raid");
    mapper.target("delay");
    mapper.target("flakey");
    List<String> tables =
        List.of(
            "0 16384 striped 2 128 7:0 0 7:1 0",
            "0 8 error",
            "0 8192 snapshot 7:0 7:1 P 16",
            "0 8192 snapshot 7:0 7:1 N 16",
            "0 8192 snapshot-origin 7:0",
            "0 8192 mirror core 2 1024 nosync 2 7:0 0 7:1 0 1 handle_errors",
            "0 8192 mirror disk 3 7:2 1024 sync 2 7:0 0 7:1 0",
            "0 8192 raid raid1 3 0 region_size 1024 2 7:2 7:0 7:3 7:1",
            "0 8192 delay 7:0 0 1 7:1 0 2",
            "0 8192 flakey 7:0 0 1 1 1 drop_writes");
    for (String line : tables) {
      wipe("/dev/loop1");
      make(NAME, DmTable.parse(line));
      assertThat(mapper.table(NAME, QueryMode.ACTIVE).orElseThrow().table().lines())
          .as(line)
          .hasSameElementsAs(DmTable.parse(dmsetup("table", "test-a")).lines());
      StatusReport report = mapper.status(NAME, QueryMode.ACTIVE).orElseThrow();
      String expected = dmsetup("status", "test-a").strip();
      if (!line.contains("raid")) { // resync moves on between the two questions
        assertThat(report.lines()).extracting(StatusLine::toString).containsExactly(expected);
      }
      TargetLine printed =
          mapper.table(NAME, QueryMode.ACTIVE).orElseThrow().table().lines().get(0);
      if (!line.contains("raid") && !line.contains("delay")) {
        assertThat(printed).hasToString(line);
      }
      mapper.remove(NAME, RemoveMode.RETRY, UdevNotice.NONE);
    }
  }

  @Test
  void anEventEndsTheWait() throws Exception {
    mapper.target("snapshot");
    DmName cow = new DmName("cow");
    make(cow, DmTable.parse("0 64 linear 7:1 0\n"));
    DeviceNumber number = mapper.info(cow).orElseThrow().number();
    wipe("/dev/loop1");
    make(NAME, DmTable.parse("0 8192 snapshot 7:0 " + number + " P 8\n"));
    long event = mapper.info(NAME).orElseThrow().eventNumber();
    assertThat(mapper.awaitEvent(NAME, event, Duration.ofMillis(50))).isEmpty();
    Thread writer = new Thread(() -> fill(mapper.node(NAME)));
    writer.start();
    DmInfo after = mapper.awaitEvent(NAME, event, Duration.ofSeconds(20)).orElseThrow();
    writer.join();
    assertThat(after.eventNumber()).isGreaterThan(event);
    assertThat(mapper.status(NAME, QueryMode.ACTIVE).orElseThrow().lines())
        .extracting(StatusLine::toString)
        .containsExactly("0 8192 snapshot Invalid");
  }

  @Test
  void messagesReachTheTarget() {
    make(NAME, DmTable.parse("0 8 zero\n"));
    assertThat(mapper.message(NAME, Sectors.ZERO, "@stats_list")).contains("");
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(() -> mapper.message(NAME, Sectors.ZERO, "nonsense"))
        .matches(e -> e.is(Errno.EINVAL));
  }

  private static void fill(Path node) {
    try {
      Files.write(node, new byte[128 * 1024]);
    } catch (IOException e) {
      // the snapshot overflows while it is written: that is the event
      assertThat(e).hasMessageContaining("error");
    }
  }

  private static void wipe(String device) throws Exception {
    run("dd", "if=/dev/zero", "of=" + device, "bs=64k", "count=1", "conv=notrunc,fsync");
  }

  private static String dmsetup(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("dmsetup"));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", List.of(command), output).isZero();
    return output;
  }
}
