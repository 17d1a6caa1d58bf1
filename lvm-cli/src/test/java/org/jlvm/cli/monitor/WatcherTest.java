package org.jlvm.cli.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmInfo;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.event.EventMask;
import org.jlvm.dm.event.EventService;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.user.MemoryStorage;
import org.jlvm.dm.user.UserDeviceMapper;
import org.jlvm.dm.user.UserHandle;
import org.junit.jupiter.api.Test;

/** The loop of the daemon on devices in memory, with a clock of its own. */
class WatcherTest {
  private static final Sectors SIZE = Sectors.ofMib(4);
  private static final DmName DEVICE = new DmName("v--g-s");
  private static final String UUID = "LVM-vs";
  private static final String SNAPSHOT = "/lib/libdevmapper-event-lvm2snapshot.so";
  private static final String EXTEND = "lvextend --use-policies v-g/s";

  private final UserDeviceMapper mapper = new UserDeviceMapper(Path.of("/dev"));
  private final List<String> done = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private boolean succeeds = true;
  private final Watcher watcher =
      new Watcher(
          mapper,
          mapper,
          new Deeds() {
            @Override
            public boolean run(List<String> words) {
              done.add(String.join(" ", words));
              return succeeds;
            }

            @Override
            public void unmount(DmInfo device) {
              done.add("umount " + device.name());
            }
          },
          (severity, text) -> said.add(text),
          () -> now,
          "");

  private void make(String table) {
    mapper.create(DEVICE, Optional.of(new DmUuid(UUID)), OptionalInt.empty());
    mapper.load(DEVICE, DmTable.parse(table), LoadMode.READ_WRITE);
    mapper.resume(DEVICE, UdevNotice.NONE);
  }

  private void makeSnapshot() {
    String origin = mapper.attach(new MemoryStorage(SIZE)).toString();
    String store = mapper.attach(new MemoryStorage(Sectors.of(1024))).toString();
    make("0 8192 snapshot " + origin + " " + store + " P 8");
  }

  private void write(long sector, int sectors) throws IOException {
    try (UserHandle handle = mapper.open(DEVICE)) {
      handle.write(sector, ByteBuffer.allocate(sectors * Sectors.BYTES));
    }
  }

  private boolean register(String plugin, int timeout) {
    int events = EventMask.ERRORS | (timeout > 0 ? EventMask.TIMEOUT : 0);
    return watcher.add(new EventService.Registry.Entry(plugin, UUID, events, timeout));
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
    watcher.round();
  }

  @Test
  void aSnapshotIsExtendedAsItFillsUpAndNotMoreOften() throws IOException {
    makeSnapshot();
    assertThat(register(SNAPSHOT, 10)).isTrue();
    pass(10);
    assertThat(done).isEmpty();
    write(0, 600);
    watcher.round();
    assertThat(done).as("it is not time yet").isEmpty();
    pass(10);
    assertThat(done).containsExactly(EXTEND);
    pass(10);
    assertThat(done).as("no more was written").hasSize(1);
    write(600, 250);
    pass(10);
    assertThat(done).containsExactly(EXTEND, EXTEND);
    assertThat(said).contains("WARNING: Snapshot v--g-s is now 85.16% full.");
  }

  @Test
  void failureToExtendIsTold() throws IOException {
    makeSnapshot();
    register(SNAPSHOT, 10);
    succeeds = false;
    write(0, 600);
    pass(10);
    assertThat(said)
        .containsExactly("Monitoring snapshot v--g-s.", "Failed to extend snapshot v--g-s.");
  }

  @Test
  void aLostSnapshotIsUnmountedAndLeftAlone() throws IOException {
    makeSnapshot();
    register(SNAPSHOT, 10);
    try {
      write(0, 2000);
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
    watcher.round();
    assertThat(done).containsExactly("umount v--g-s");
    assertThat(said)
        .containsExactly(
            "Monitoring snapshot v--g-s.",
            "WARNING: Snapshot v--g-s changed state to: Invalid and should be removed.",
            "No longer monitoring snapshot v--g-s.");
    assertThat(watcher.isIdle()).isTrue();
  }

  @Test
  void aMirrorWithABadLegIsRepaired() throws IOException {
    MemoryStorage bad = new MemoryStorage(SIZE);
    String legs = mapper.attach(bad) + " 0 " + mapper.attach(new MemoryStorage(SIZE)) + " 0";
    make("0 1024 mirror core 2 64 nosync 2 " + legs + " 1 handle_errors");
    register("libdevmapper-event-lvm2mirror.so", 0);
    watcher.round();
    assertThat(done).isEmpty();
    bad.setFailing(true);
    write(0, 8);
    watcher.round();
    assertThat(done).containsExactly("lvconvert --repair --use-policies v-g/s");
    assertThat(said)
        .contains(
            "Device failure in v--g-s.", "Repair of mirrored device v--g-s finished successfully.");
    watcher.round();
    assertThat(done).hasSize(1);
  }

  @Test
  void aDeviceThatIsGoneIsForgotten() {
    makeSnapshot();
    register(SNAPSHOT, 10);
    mapper.remove(DEVICE, RemoveMode.ONCE, UdevNotice.NONE);
    watcher.round();
    assertThat(said)
        .endsWith("v--g-s disappeared, detaching.", "No longer monitoring snapshot v--g-s.");
    assertThat(register(SNAPSHOT, 10)).isFalse();
  }

  @Test
  void watchingEndsWithTheLastEvent() {
    makeSnapshot();
    register(SNAPSHOT, 10);
    assertThat(watcher.entries()).hasSize(1);
    assertThat(watcher.remove(UUID, EventMask.ERRORS | EventMask.TIMEOUT)).isTrue();
    assertThat(watcher.isIdle()).isTrue();
    assertThat(watcher.remove(UUID, EventMask.ERRORS)).isFalse();
  }
}
