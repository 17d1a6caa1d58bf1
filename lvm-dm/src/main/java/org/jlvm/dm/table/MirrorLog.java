package org.jlvm.dm.table;

import java.util.Optional;
import org.jlvm.core.units.Sectors;

/**
 * A mirror's record of which regions are in sync. Text: {@code core #args region_size [[no]sync]}
 * or {@code disk #args device region_size [[no]sync]}, {@code block_on_error} at the end.
 *
 * @param device where a disk log is kept; absent for a log in memory
 * @param regionSize a power of two
 * @param sync whether to take the legs as in sync, or not, whatever the log says
 * @param blockOnError whether writes wait, after a leg failed, until the table changes
 */
public record MirrorLog(
    Optional<DeviceNumber> device, Sectors regionSize, Optional<Sync> sync, boolean blockOnError) {

  /** What the log is told to begin with. */
  public enum Sync {
    SYNC,
    NOSYNC
  }

  static MirrorLog read(Words words) {
    String type = words.word();
    int arguments = words.count();
    Optional<DeviceNumber> device =
        switch (type) {
          case "core" -> Optional.empty();
          case "disk" -> Optional.of(words.device());
          default -> throw words.error("has an unknown log " + type);
        };
    Sectors regionSize = words.sectors();
    if (Long.bitCount(regionSize.count()) != 1) {
      throw words.error("has a region size that is not a power of two");
    }
    Optional<Sync> sync = Optional.empty();
    boolean block = false;
    for (int used = device.isPresent() ? 2 : 1; used < arguments; used++) {
      switch (words.word()) {
        case "sync" -> sync = Optional.of(Sync.SYNC);
        case "nosync" -> sync = Optional.of(Sync.NOSYNC);
        case "block_on_error" -> block = true;
        default -> throw words.error("has an unknown log argument");
      }
    }
    return new MirrorLog(device, regionSize, sync, block);
  }

  @Override
  public String toString() {
    int arguments = 1;
    StringBuilder rest = new StringBuilder();
    if (device.isPresent()) {
      arguments++;
      rest.append(' ').append(device.get());
    }
    rest.append(' ').append(regionSize.count());
    if (sync.isPresent()) {
      arguments++;
      rest.append(sync.get() == Sync.SYNC ? " sync" : " nosync");
    }
    if (blockOnError) {
      arguments++;
      rest.append(" block_on_error");
    }
    return (device.isPresent() ? "disk " : "core ") + arguments + rest;
  }
}
