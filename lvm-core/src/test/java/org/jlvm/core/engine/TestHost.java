package org.jlvm.core.engine;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jlvm.core.config.RecordingMessages;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.MemoryBlockDevice;
import org.jlvm.core.device.inventory.DeviceInventory;
import org.jlvm.core.engine.activation.ImageActivation;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.engine.environment.HostInfo;
import org.jlvm.core.engine.environment.IdSource;
import org.jlvm.core.engine.lock.ChannelFileLocker;
import org.jlvm.core.engine.lock.LockPolicy;
import org.jlvm.core.engine.lock.Locks;
import org.jlvm.core.engine.scan.LabelScanner;
import org.jlvm.core.engine.state.VgCatalog;
import org.jlvm.core.engine.store.BackupSettings;
import org.jlvm.core.engine.store.Backups;

/** A machine with devices in memory, a clock that stands, and ids from a seed. */
final class TestHost {
  final RecordingMessages messages = new RecordingMessages();
  final Environment environment;
  private final Path directory;

  TestHost(Path directory, long seed) {
    this.directory = directory;
    environment =
        new Environment(
            Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC),
            new HostInfo("host", "Linux host 6.1 #1 x86_64", Optional.empty()),
            IdSource.of(new Random(seed)),
            messages,
            question -> true,
            "2.03.40(2) (2026-03-13)",
            "test",
            false);
  }

  Session session(List<MemoryBlockDevice> devices) {
    return new Session(
        environment,
        new Locks(directory.resolve("lock"), new ChannelFileLocker(), LockPolicy.DEFAULT, messages),
        new Backups(
            environment,
            new BackupSettings(
                true, directory.resolve("backup"), true, directory.resolve("archive"), 1, 0)),
        new ImageActivation(),
        inventory(devices),
        (pv, candidates, listed) -> candidates.get(0),
        DeviceIdentification.KEPT);
  }

  /** The groups on devices, as a reader that comes later finds them. */
  VgCatalog read(List<? extends BlockDevice> devices) {
    return VgCatalog.of(
        LabelScanner.scan(List.copyOf(devices)), (pv, found, listed) -> found.get(0), messages);
  }

  private static DeviceInventory inventory(List<MemoryBlockDevice> devices) {
    return new DeviceInventory() {
      @Override
      public List<BlockDevice> usable() {
        return List.copyOf(devices);
      }

      @Override
      public List<Found> all() {
        List<Found> all = new ArrayList<>();
        for (BlockDevice device : devices) {
          all.add(new Found(device, Optional.empty()));
        }
        return all;
      }

      @Override
      public Optional<Found> find(String name) {
        return all().stream().filter(found -> found.device().name().equals(name)).findFirst();
      }
    };
  }
}
