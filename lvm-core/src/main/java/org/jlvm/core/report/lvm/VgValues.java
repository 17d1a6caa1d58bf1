package org.jlvm.core.report.lvm;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.state.LocatedArea;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.report.field.Cell;

/** Values of {@link VgField}. */
final class VgValues {
  private static final long UNMANAGED = 0;

  private final Rendering rendering;
  private final LvValues volumes;

  VgValues(Rendering rendering, LvValues volumes) {
    this.rendering = rendering;
    this.volumes = volumes;
  }

  Cell cell(VgField field, LvmRow row) {
    return row.vg().isPresent() ? cell(field, row.vg().get()) : none(field, row);
  }

  private Cell cell(VgField field, VgFacts facts) {
    VolumeGroup vg = facts.vg();
    return switch (field) {
      case VG_FMT -> Cell.text("lvm2");
      case VG_UUID -> Cell.text(vg.id().hyphenated());
      case VG_NAME -> Cell.text(vg.name().value());
      case VG_ATTR -> Cell.text(attributes(facts));
      case VG_PERMISSIONS -> Cell.text(isWritable(vg) ? "writeable" : "read-only");
      case VG_EXTENDABLE -> rendering.flag(vg.isResizeable(), "extendable");
      case VG_EXPORTED -> rendering.flag(vg.isExported(), "exported");
      case VG_AUTOACTIVATION -> rendering.flag(!vg.flags().has(Flag.NOAUTOACTIVATE), "enabled");
      case VG_PARTIAL -> rendering.flag(facts.state().hasMissingPvs(), "partial");
      case VG_ALLOCATION_POLICY -> Cell.text(vg.allocation().text());
      case VG_CLUSTERED -> rendering.flag(vg.flags().has(Flag.CLUSTERED), "clustered");
      case VG_SHARED -> rendering.flag(isShared(vg), "shared");
      case VG_SYSID, VG_SYSTEMID -> Cell.text(vg.systemId().orElse(""));
      case VG_LOCK_TYPE -> Cell.text(vg.lockType().filter(type -> !type.equals("none")).orElse(""));
      case VG_LOCK_ARGS -> Cell.text(vg.lockArgs().orElse(""));
      case VG_PERSIST, VG_PR -> Cell.EMPTY;
      case VG_TAGS -> volumes.tags(vg.tags());
      case VG_PROFILE -> Cell.text(vg.profile().orElse(""));
      default -> amount(field, facts, vg);
    };
  }

  private Cell amount(VgField field, VgFacts facts, VolumeGroup vg) {
    long extentSize = vg.extentSize().count();
    return switch (field) {
      case VG_SIZE -> rendering.size(vg.extentCount() * extentSize);
      case VG_FREE -> rendering.size(facts.freeExtents() * extentSize);
      case VG_EXTENT_SIZE -> rendering.size(extentSize);
      case VG_EXTENT_COUNT -> Cell.number(vg.extentCount());
      case VG_FREE_COUNT -> Cell.number(facts.freeExtents());
      case MAX_LV -> Cell.number(vg.maxLv());
      case MAX_PV -> Cell.number(vg.maxPv());
      case PV_COUNT -> Cell.number(vg.pvs().size());
      case VG_MISSING_PV_COUNT -> Cell.number(facts.state().missingPvs().size());
      case LV_COUNT -> Cell.number(facts.visibleLvCount());
      case SNAP_COUNT -> Cell.number(facts.snapshotCount());
      case VG_SEQNO -> Cell.number(vg.seqno());
      case VG_MDA_COUNT -> Cell.number(facts.state().areas().size());
      case VG_MDA_USED_COUNT -> Cell.number(areas(facts).size());
      case VG_MDA_FREE -> rendering.size(MetadataAreas.leastFree(areas(facts)));
      case VG_MDA_SIZE -> rendering.size(MetadataAreas.smallest(areas(facts)));
      case VG_MDA_COPIES -> copies(vg.metadataCopies());
      default -> throw new IllegalArgumentException("no such amount: " + field);
    };
  }

  /** What is shown of PVs that are in no group. */
  private Cell none(VgField field, LvmRow row) {
    boolean used = row.pv().isPresent() && row.pv().get().isUsedOrphan();
    boolean isPv = row.pv().isPresent() && row.pv().get().isPv();
    return switch (field) {
      case VG_FMT -> isPv && row.run().isEmpty() ? Cell.text("lvm2") : Cell.EMPTY;
      case VG_NAME -> used ? Cell.text("[unknown]") : Cell.EMPTY;
      case VG_ATTR -> Cell.text("r------");
      case VG_PERMISSIONS -> Cell.text("read-only");
      case VG_ALLOCATION_POLICY -> Cell.text("unknown");
      case VG_AUTOACTIVATION -> rendering.flag(true, "enabled");
      case VG_MDA_COPIES -> copies(UNMANAGED);
      case VG_EXTENDABLE, VG_EXPORTED, VG_PARTIAL, VG_CLUSTERED, VG_SHARED ->
          rendering.flag(false, "");
      default ->
          switch (field.type()) {
            case SIZE -> rendering.size(0);
            case NUMBER -> Cell.number(0);
            default -> Cell.EMPTY;
          };
    };
  }

  private Cell copies(long count) {
    return count == UNMANAGED && !rendering.strict()
        ? Cell.number("unmanaged", -1)
        : Cell.number(count);
  }

  private static List<ScannedArea> areas(VgFacts facts) {
    List<ScannedArea> areas = new ArrayList<>();
    for (LocatedArea area : facts.state().areas()) {
      if (!area.area().isIgnored()) {
        areas.add(area.area());
      }
    }
    return areas;
  }

  private static boolean isWritable(VolumeGroup vg) {
    return vg.flags().has(Flag.WRITE) || vg.flags().has(Flag.WRITE_LOCKED);
  }

  static boolean isShared(VolumeGroup vg) {
    return vg.lockType()
        .filter(type -> type.equals("sanlock") || type.equals("dlm") || type.equals("idm"))
        .isPresent();
  }

  static String attributes(VgFacts facts) {
    VolumeGroup vg = facts.vg();
    boolean clustered = vg.flags().has(Flag.CLUSTERED);
    return new StringBuilder(7)
        .append(isWritable(vg) ? 'w' : 'r')
        .append(vg.isResizeable() ? 'z' : '-')
        .append(vg.isExported() ? 'x' : '-')
        .append(facts.state().hasMissingPvs() ? 'p' : '-')
        .append(vg.allocation().attributeCharacter())
        .append(clustered ? 'c' : isShared(vg) ? 's' : '-')
        .append('-')
        .toString();
  }
}
