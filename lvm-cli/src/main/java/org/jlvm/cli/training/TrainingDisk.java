package org.jlvm.cli.training;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.device.FileDevice;
import org.jlvm.core.units.Bytes;

/** A file that has the number of a device. */
record TrainingDisk(FileDevice file, DeviceNumber device) implements BlockDevice {
  @Override
  public String name() {
    return file.name();
  }

  @Override
  public List<String> names() {
    return file.names();
  }

  @Override
  public Bytes size() {
    return file.size();
  }

  @Override
  public int logicalBlockSize() {
    return file.logicalBlockSize();
  }

  @Override
  public int physicalBlockSize() {
    return file.physicalBlockSize();
  }

  @Override
  public boolean isReadOnly() {
    return file.isReadOnly();
  }

  @Override
  public Optional<DeviceNumber> number() {
    return Optional.of(device);
  }

  @Override
  public DeviceHandle open(Access access) {
    return file.open(access);
  }
}
