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
    List<Probe> probes = superblockProbes();
    probes.addAll(PartitionTableProbes.all());
    return probes;
  }

  private static List<Probe> superblockProbes() {
    List<Probe> probes = new ArrayList<>(RaidProbes.all());
    probes.addAll(ContainerProbes.all());
    probes.addAll(FileSystemProbes.all());
    return probes;
  }

  /**
   * What is on a device, at most once for each kind.
   *
   * @throws org.jlvm.core.error.DeviceException if it cannot be read
   */
  public static List<Signature> find(BlockDevice device) {
    return find(device, probes());
  }

  /** As {@link #find}, without partition tables. */
  public static List<Signature> findSuperblocks(BlockDevice device) {
    return find(device, superblockProbes());
  }

  private static List<Signature> find(BlockDevice device, List<Probe> probes) {
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ)) {
      ProbeReader reader = new ProbeReader(handle, device.logicalBlockSize());
      List<Signature> found = new ArrayList<>();
      for (Probe probe : probes) {
        Optional<Signature> signature = probe.find(reader);
        signature.ifPresent(found::add);
      }
      return found;
    }
  }
}
