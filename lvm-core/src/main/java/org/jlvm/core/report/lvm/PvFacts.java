package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.units.Sectors;

/**
 * A physical volume, or a device that is none, as reports see it.
 *
 * @param device where it is; empty if missing
 * @param label what its label says; empty if missing or not a PV
 * @param pv what its group says of it; empty if it is in no group
 * @param unusedDuplicate whether another device stands for the PV
 */
public record PvFacts(
    Optional<BlockDevice> device,
    Optional<ScannedPv> label,
    Optional<PhysicalVolume> pv,
    boolean unusedDuplicate) {

  public static PvFacts member(VgState vg, PhysicalVolume pv) {
    Optional<ScannedPv> label = vg.device(pv.id());
    return new PvFacts(label.map(ScannedPv::device), label, Optional.of(pv), false);
  }

  public static PvFacts orphan(ScannedPv label) {
    return new PvFacts(Optional.of(label.device()), Optional.of(label), Optional.empty(), false);
  }

  public static PvFacts duplicate(ScannedPv label, Optional<PhysicalVolume> pv) {
    return new PvFacts(Optional.of(label.device()), Optional.of(label), pv, true);
  }

  public static PvFacts notPv(BlockDevice device) {
    return new PvFacts(Optional.of(device), Optional.empty(), Optional.empty(), false);
  }

  public String name() {
    return device.isPresent() ? device.get().name() : "[unknown]";
  }

  public Optional<LvmId> id() {
    return pv.isPresent() ? Optional.of(pv.get().id()) : label.map(ScannedPv::id);
  }

  boolean isPv() {
    return pv.isPresent() || label.isPresent();
  }

  /** Whether it is in no group although its label says that it is in use, or may say so. */
  boolean isUsedOrphan() {
    return pv.isEmpty()
        && label.isPresent()
        && (unusedDuplicate || label.get().label().pv().isUsed());
  }

  /** Sectors of the device; 0 if it is missing. */
  public long deviceSectors() {
    if (device.isEmpty()) {
      return 0;
    }
    try {
      return device.get().size().count() / Sectors.BYTES;
    } catch (DeviceException e) {
      return 0;
    }
  }

  /** Sectors of a PV that is in no group: as its label says, else the whole device. */
  public long orphanSectors() {
    if (label.isEmpty()) {
      return deviceSectors();
    }
    long recorded = label.get().label().pv().deviceSize().count() / Sectors.BYTES;
    return recorded == 0 ? deviceSectors() : recorded;
  }

  List<ScannedArea> areas() {
    if (label.isEmpty()) {
      return List.of();
    }
    List<ScannedArea> good = new ArrayList<>(2);
    for (ScannedArea area : label.get().areas()) {
      if (area.problem().isEmpty()) {
        good.add(area);
      }
    }
    return good;
  }

  Optional<PvHeader> header() {
    return label.map(found -> found.label().pv());
  }

  /** First sector of the extents. */
  public long peStart() {
    if (pv.isPresent()) {
      return pv.get().peStart().count();
    }
    return firstSector(header().map(PvHeader::dataAreas).orElse(List.of()));
  }

  long bootloaderStart() {
    if (pv.isPresent()) {
      return pv.get().bootloaderArea().map(area -> area.start().count()).orElse(0L);
    }
    return firstSector(labelBootloaderAreas());
  }

  long bootloaderSize() {
    if (pv.isPresent()) {
      return pv.get().bootloaderArea().map(area -> area.size().count()).orElse(0L);
    }
    List<DiskArea> areas = labelBootloaderAreas();
    return areas.isEmpty() ? 0 : areas.get(0).size().count() / Sectors.BYTES;
  }

  private List<DiskArea> labelBootloaderAreas() {
    return header()
        .flatMap(PvHeader::extension)
        .map(extension -> extension.bootloaderAreas())
        .orElse(List.of());
  }

  private static long firstSector(List<DiskArea> areas) {
    return areas.isEmpty() ? 0 : areas.get(0).offset().count() / Sectors.BYTES;
  }
}
