package org.jlvm.cli.process;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;

/**
 * The devices of a group as operands name them.
 *
 * @param state the group
 */
public record PvDevices(VgState state) implements PvOperands.Devices {
  @Override
  public Optional<PhysicalVolume> find(String name) {
    for (PhysicalVolume pv : state.vg().pvs()) {
      Optional<ScannedPv> device = state.device(pv.id());
      if (device.isPresent() && device.get().device().names().contains(name)) {
        return Optional.of(pv);
      }
    }
    return Optional.empty();
  }

  @Override
  public String nameOf(PhysicalVolume pv) {
    return state.pvName(pv);
  }

  @Override
  public Set<LvmId> missing() {
    Set<LvmId> missing = new HashSet<>();
    for (PhysicalVolume pv : state.missingPvs()) {
      missing.add(pv.id());
    }
    return missing;
  }
}
