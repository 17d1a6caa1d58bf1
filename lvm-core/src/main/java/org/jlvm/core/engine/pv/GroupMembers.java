package org.jlvm.core.engine.pv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;
import org.jlvm.core.plan.pv.NewPv;
import org.jlvm.core.units.Sectors;

/**
 * Physical volumes that are to become part of a group.
 *
 * @param facts what planning needs of them
 * @param devices where they are
 */
public record GroupMembers(List<NewPv> facts, Map<LvmId, ScannedPv> devices) {
  public static GroupMembers of(List<ScannedPv> pvs) {
    List<NewPv> facts = new ArrayList<>(pvs.size());
    Map<LvmId, ScannedPv> devices = new LinkedHashMap<>();
    for (ScannedPv pv : pvs) {
      facts.add(fact(pv));
      devices.put(pv.id(), pv);
    }
    return new GroupMembers(facts, devices);
  }

  private static NewPv fact(ScannedPv pv) {
    PvHeader header = pv.label().pv();
    List<DiskArea> areas = header.metadataAreas();
    Sectors tail = areas.size() > 1 ? areas.get(1).size().toSectorsDown() : Sectors.ZERO;
    Sectors peStart =
        header.dataAreas().isEmpty()
            ? Sectors.ZERO
            : header.dataAreas().get(0).offset().toSectorsDown();
    return new NewPv(
        pv.id(),
        pv.device().name(),
        header.deviceSize().toSectorsDown(),
        peStart,
        tail,
        bootloaderArea(header),
        pv.device().logicalBlockSize());
  }

  private static Optional<PhysicalVolume.BootloaderArea> bootloaderArea(PvHeader header) {
    List<DiskArea> areas =
        header.extension().map(PvHeaderExtension::bootloaderAreas).orElse(List.of());
    if (areas.isEmpty() || areas.get(0).size().count() < Sectors.BYTES) {
      return Optional.empty();
    }
    DiskArea area = areas.get(0);
    return Optional.of(
        new PhysicalVolume.BootloaderArea(
            area.offset().toSectorsDown(), area.size().toSectorsDown()));
  }
}
