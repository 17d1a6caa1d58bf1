package org.jlvm.dm.scenario;

import java.io.IOException;
import java.util.Optional;
import org.jlvm.dm.DeviceMapper;
import org.jlvm.dm.DmName;
import org.jlvm.dm.table.DeviceNumber;

/**
 * A device-mapper with four disks of 512 MiB below it, whose first 16 MiB are empty. Access is in
 * units of 4 KiB.
 */
interface World extends AutoCloseable {
  int DISKS = 4;
  int BLOCK = 4096;
  int DISK_SECTORS = 512 * 2048;
  int EMPTY_SECTORS = 16 * 2048;

  DeviceMapper mapper();

  DeviceNumber disk(int index);

  /** Reads a disk itself, or with a name the device. */
  byte[] read(Optional<DmName> device, int disk, long sector, int length) throws IOException;

  void write(Optional<DmName> device, int disk, long sector, byte[] data) throws IOException;

  void open(DmName name) throws IOException;

  void closeOpened(DmName name) throws IOException;

  /** Returns when what happens in the background is done. */
  void awaitWork(DmName name) throws Exception;

  @Override
  void close() throws Exception;
}
