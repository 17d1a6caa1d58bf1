package org.jlvm.core.device.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;

/** All known signatures, in the order in which libblkid, and so lvm2, comes upon them. */
public final class Signatures {
  private Signatures() {}

  static List<Probe> probes() {
    List<Probe> probes = new ArrayList<>(RaidProbes.all());
    probes.addAll(ContainerProbes.all());
    probes.addAll(FileSystemProbes.all());
    probes.addAll(PartitionTableProbes.all());
    return probes;
  }

  /**
   * What is on a device, at most once for each kind.
   *
   * @throws org.jlvm.core.error.DeviceException if it cannot be read
   */
  public static List<Signature> find(BlockDevice device) {
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      ProbeReader reader = new ProbeReader(handle, device.logicalBlockSize());
      List<Signature> found = new ArrayList<>();
      for (Probe probe : probes()) {
        Optional<Signature> signature = probe.find(reader);
        signature.ifPresent(found::add);
      }
      return found;
    }
  }
}
