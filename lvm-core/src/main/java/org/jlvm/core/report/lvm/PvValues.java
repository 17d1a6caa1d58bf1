package org.jlvm.core.report.lvm;

import java.util.Optional;
import org.jlvm.core.device.DeviceNumber;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;
import org.jlvm.core.report.field.Cell;

/** Values of {@link PvField}. */
final class PvValues {
  private final Rendering rendering;
  private final LvValues volumes;

  PvValues(Rendering rendering, LvValues volumes) {
    this.rendering = rendering;
    this.volumes = volumes;
  }

  Cell cell(PvField field, LvmRow row) {
    PvFacts pv = row.pv().orElseThrow();
    return switch (field) {
      case PV_FMT -> pv.isPv() ? Cell.text("lvm2") : Cell.EMPTY;
      case PV_UUID -> Cell.text(pv.id().map(LvmId::hyphenated).orElse(""));
      case DEV_SIZE -> rendering.size(pv.deviceSectors());
      case PV_NAME -> Cell.text(pv.device().isPresent() ? pv.name() : rendering.unknownDevice());
      case PV_MAJOR -> Cell.number(number(pv).map(DeviceNumber::major).orElse(0));
      case PV_MINOR -> Cell.number(number(pv).map(DeviceNumber::minor).orElse(0));
      case PV_MDA_FREE -> rendering.size(MetadataAreas.leastFree(pv.areas()));
      case PV_MDA_SIZE -> rendering.size(MetadataAreas.smallest(pv.areas()));
      case PV_EXT_VSN -> extensionVersion(pv);
      case PV_MDA_COUNT -> Cell.number(pv.areas().size());
      case PV_MDA_USED_COUNT -> Cell.number(areasInUse(pv));
      case PE_START -> rendering.size(pv.peStart());
      case PV_BA_START -> rendering.size(pv.bootloaderStart());
      case PV_BA_SIZE -> rendering.size(pv.bootloaderSize());
      case PV_SIZE, PV_FREE, PV_USED -> rendering.size(sectors(field, row, pv));
      case PV_PE_COUNT -> Cell.number(pv.pv().map(PhysicalVolume::peCount).orElse(0L));
      case PV_PE_ALLOC_COUNT -> Cell.number(allocated(row, pv));
      case PV_DUPLICATE -> rendering.flag(pv.unusedDuplicate(), "duplicate");
      case PV_IN_USE -> rendering.flag(isUsed(pv), "used");
      case PV_ATTR -> Cell.text(attributes(pv));
      case PV_ALLOCATABLE -> rendering.flag(has(pv, Flag.ALLOCATABLE), "allocatable");
      case PV_EXPORTED -> rendering.flag(isExported(row, pv), "exported");
      case PV_MISSING -> rendering.flag(isMissing(pv), "missing");
      case PV_TAGS ->
          pv.pv().isPresent() && !pv.unusedDuplicate()
              ? volumes.tags(pv.pv().get().tags())
              : Cell.EMPTY;
      case PV_DEVICE_ID ->
          Cell.text(pv.pv().flatMap(PhysicalVolume::deviceId).map(id -> id.name()).orElse(""));
      case PV_DEVICE_ID_TYPE ->
          Cell.text(pv.pv().flatMap(PhysicalVolume::deviceId).map(id -> id.type()).orElse(""));
    };
  }

  private static Optional<DeviceNumber> number(PvFacts pv) {
    return pv.device().flatMap(device -> device.number());
  }

  private static Cell extensionVersion(PvFacts pv) {
    Optional<PvHeader> header = pv.header();
    if (header.isEmpty()) {
      return Cell.UNDEFINED;
    }
    return Cell.number(header.get().extension().map(PvHeaderExtension::version).orElse(0));
  }

  private static long areasInUse(PvFacts pv) {
    long count = 0;
    for (ScannedArea area : pv.areas()) {
      if (!area.isIgnored()) {
        count++;
      }
    }
    return count;
  }

  private static long allocated(LvmRow row, PvFacts pv) {
    return pv.pv().isPresent() && row.vg().isPresent()
        ? row.vg().get().allocatedExtents(pv.pv().get().id())
        : 0;
  }

  private static long sectors(PvField field, LvmRow row, PvFacts pv) {
    if (pv.unusedDuplicate()) {
      // The group's extents are on the device that stands for the PV.
      return 0;
    }
    if (pv.pv().isEmpty() || row.vg().isEmpty()) {
      return orphanSectors(field, pv);
    }
    long extentSize = row.vg().get().vg().extentSize().count();
    long used = allocated(row, pv);
    long count = pv.pv().get().peCount();
    return switch (field) {
      case PV_SIZE -> count == 0 ? pv.pv().get().deviceSize().count() : count * extentSize;
      case PV_FREE -> (count - used) * extentSize;
      default -> used * extentSize;
    };
  }

  private static long orphanSectors(PvField field, PvFacts pv) {
    boolean isPv = pv.label().isPresent();
    return switch (field) {
      case PV_SIZE -> isPv ? pv.orphanSectors() : 0;
      case PV_FREE -> isPv && !pv.isUsedOrphan() ? pv.orphanSectors() : 0;
      default -> 0;
    };
  }

  private static boolean isUsed(PvFacts pv) {
    return pv.pv().isPresent() || pv.isUsedOrphan();
  }

  /** An unused duplicate is not what the group speaks of. */
  private static boolean has(PvFacts pv, Flag flag) {
    return !pv.unusedDuplicate() && pv.pv().isPresent() && pv.pv().get().flags().has(flag);
  }

  private static boolean isExported(LvmRow row, PvFacts pv) {
    return has(pv, Flag.EXPORTED) || (row.vg().isPresent() && row.vg().get().vg().isExported());
  }

  private static boolean isMissing(PvFacts pv) {
    return pv.pv().isPresent() && (pv.device().isEmpty() || has(pv, Flag.MISSING));
  }

  private static String attributes(PvFacts pv) {
    char use =
        pv.unusedDuplicate() ? 'd' : has(pv, Flag.ALLOCATABLE) ? 'a' : isUsed(pv) ? 'u' : '-';
    return "" + use + (has(pv, Flag.EXPORTED) ? 'x' : '-') + (isMissing(pv) ? 'm' : '-');
  }
}
