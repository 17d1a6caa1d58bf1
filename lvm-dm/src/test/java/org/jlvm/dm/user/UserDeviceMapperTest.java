package org.jlvm.dm.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmException;
import org.jlvm.dm.DmName;
import org.jlvm.dm.Errno;
import org.jlvm.dm.LoadMode;
import org.jlvm.dm.QueryMode;
import org.jlvm.dm.RemoveMode;
import org.jlvm.dm.SuspendMode;
import org.jlvm.dm.UdevNotice;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.MirrorStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UserDeviceMapperTest {
  private static final DmName A = new DmName("a");
  private static final Sectors SIZE = Sectors.ofMib(4);

  private final UserDeviceMapper mapper = new UserDeviceMapper(Path.of("/dev"));

  private static void make(DeviceMapper mapper, DmName name, String table) {
    mapper.create(name, Optional.empty(), OptionalInt.empty());
    mapper.load(name, DmTable.parse(table), LoadMode.READ_WRITE);
    mapper.resume(name, UdevNotice.NONE);
  }

  private static ByteBuffer sectors(int count, char fill) {
    byte[] data = new byte[count * Sectors.BYTES];
    Arrays.fill(data, (byte) fill);
    return ByteBuffer.wrap(data);
  }

  private char firstByte(DmName name, long sector) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(Sectors.BYTES);
    try (UserHandle handle = mapper.open(name)) {
      handle.read(sector, data);
    }
    return (char) data.get(0);
  }

  @Test
  void accessToASuspendedDeviceWaitsAndIsServedByTheNewTable() throws Exception {
    MemoryStorage oldDisk = new MemoryStorage(SIZE);
    MemoryStorage newDisk = new MemoryStorage(SIZE);
    String oldNumber = mapper.attach(oldDisk).toString();
    String newNumber = mapper.attach(newDisk).toString();
    make(mapper, A, "0 64 linear " + oldNumber + " 0");
    mapper.suspend(A, SuspendMode.FLUSH);
    CountDownLatch started = new CountDownLatch(1);
    FutureTask<Boolean> writing =
        new FutureTask<>(
            () -> {
              try (UserHandle handle = mapper.open(A)) {
                started.countDown();
                handle.write(0, sectors(1, 'x'));
              }
              return true;
            });
    Thread thread = new Thread(writing);
    thread.start();
    started.await();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    mapper.load(A, DmTable.parse("0 64 linear " + newNumber + " 8"), LoadMode.READ_WRITE);
    assertThat(writing.isDone()).isFalse();
    mapper.resume(A, UdevNotice.NONE);
    assertThat(writing.get(30, TimeUnit.SECONDS)).isTrue();
    ByteBuffer found = ByteBuffer.allocate(Sectors.BYTES);
    newDisk.read(8, found);
    assertThat((char) found.get(0)).isEqualTo('x');
    oldDisk.read(0, found.clear());
    assertThat(found.get(0)).isZero();
  }

  @Test
  void filesCanBeBelow(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("disk"), new byte[1 << 20]);
    try (FileStorage storage = FileStorage.open(file)) {
      make(mapper, A, "0 64 linear " + mapper.attach(storage) + " 8");
      try (UserHandle handle = mapper.open(A)) {
        handle.write(1, sectors(1, 'f'));
      }
    }
    assertThat(Files.readAllBytes(file)[9 * Sectors.BYTES]).isEqualTo((byte) 'f');
  }

  @Test
  void aMirrorGoesOnWithoutALegThatFails() throws IOException {
    MemoryStorage bad = new MemoryStorage(SIZE);
    String legs = mapper.attach(bad) + " 0 " + mapper.attach(new MemoryStorage(SIZE)) + " 0";
    make(mapper, A, "0 1024 mirror core 2 64 nosync 2 " + legs + " 1 handle_errors");
    long event = mapper.info(A).orElseThrow().eventNumber();
    bad.setFailing(true);
    try (UserHandle handle = mapper.open(A)) {
      handle.write(0, sectors(8, 'm'));
    }
    assertThat(firstByte(A, 0)).isEqualTo('m');
    MirrorStatus status =
        (MirrorStatus) mapper.status(A, QueryMode.ACTIVE).orElseThrow().lines().get(0).status();
    assertThat(status.health()).isEqualTo("DA");
    assertThat(mapper.info(A).orElseThrow().eventNumber()).isGreaterThan(event);
  }

  @Test
  void nodesAppearAndGoWhenSettled() {
    make(mapper, A, "0 8 zero");
    assertThat(mapper.nodes()).isEmpty();
    mapper.settle(mapper.beginChanges());
    assertThat(mapper.nodes()).containsOnlyKeys(A);
    DmName other = new DmName("b");
    mapper.rename(A, other, UdevNotice.NONE);
    mapper.settle(mapper.beginChanges());
    assertThat(mapper.nodes()).isEqualTo(Map.of(other, mapper.list().get(0).number()));
    mapper.remove(other, RemoveMode.ONCE, UdevNotice.NONE);
    mapper.settle(mapper.beginChanges());
    assertThat(mapper.nodes()).isEmpty();
  }

  @Test
  void eachChangeIsLoggedAndCanFail() {
    CallLog log = new CallLog();
    DeviceMapper observed = new ObservedDeviceMapper(mapper, log);
    make(observed, A, "0 8 zero\n8 8 error");
    assertThat(log.calls()).containsExactly("create a", "reload a 0 8 zero; 8 8 error", "resume a");
    log.clear();
    log.failAt(2, Errno.ENOMEM);
    observed.suspend(A, SuspendMode.NO_FLUSH);
    assertThatExceptionOfType(DmException.class)
        .isThrownBy(() -> observed.resume(A, UdevNotice.NONE))
        .withMessage("device-mapper: resume ioctl on a  failed: Cannot allocate memory");
    assertThat(observed.info(A).orElseThrow().suspended()).isTrue();
    observed.resume(A, UdevNotice.NONE);
    assertThat(observed.info(A).orElseThrow().suspended()).isFalse();
    assertThat(log.calls()).containsExactly("suspend a noflush skiplockfs", "resume a", "resume a");
  }

  @Test
  void afterACrashNothingIsCarriedOut() {
    CallLog log = new CallLog();
    DeviceMapper observed = new ObservedDeviceMapper(mapper, log);
    log.crashAfter(2);
    assertThatExceptionOfType(SimulatedCrash.class)
        .isThrownBy(() -> make(observed, A, "0 8 zero"))
        .withMessage("simulated crash before resume a");
    assertThatExceptionOfType(SimulatedCrash.class)
        .isThrownBy(() -> observed.remove(A, RemoveMode.ONCE, UdevNotice.NONE));
    assertThat(mapper.info(A).orElseThrow().inactiveTable()).isTrue();
  }
}
