package org.jlvm.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.segtype.LvLocks;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.segtype.unknown.UnknownSegment;

/** The types and properties of one logical volume, by the names that command rules use. */
public final class LvTraits {
  /** Types that are more than the type of the first segment, in the order in which one is told. */
  private static final List<String> RAID =
      List.of("raid0", "raid1", "raid10", "raid4", "raid5", "raid6");

  private final VgState state;
  private final LvRelations relations;
  private final LogicalVolume lv;

  LvTraits(VgState state, LvRelations relations, LogicalVolume lv) {
    this.state = state;
    this.relations = relations;
    this.lv = lv;
  }

  /** Those of one volume. */
  public static LvTraits of(VgState state, LogicalVolume lv) {
    return new LvTraits(state, LvRelations.of(state.vg()), lv);
  }

  /** The type that messages name. */
  public String typeName() {
    if (isCow()) {
      return "snapshot";
    }
    Segment first = lv.firstSegment();
    if (first instanceof StripedSegment) {
      return first.areas().size() == 1 ? "linear" : "striped";
    }
    if (first instanceof RaidSegment) {
      return "raid";
    }
    return plainName(first);
  }

  /** Whether it is of a type, of which it may have several. */
  boolean isType(String type) {
    if (isCow()) {
      return type.equals("snapshot");
    }
    if (RAID.contains(type)) {
      return lv.firstSegment() instanceof RaidSegment raid && type.equals(family(raid));
    }
    return typeName().equals(type);
  }

  private static String family(RaidSegment segment) {
    String name = segment.type().name();
    // raid10 before raid1; what follows the number is an algorithm.
    for (String family : List.of("raid10", "raid0", "raid1", "raid4", "raid5", "raid6")) {
      if (name.startsWith(family)) {
        return family;
      }
    }
    return name;
  }

  private static String plainName(Segment segment) {
    String name =
        segment instanceof UnknownSegment unknown ? unknown.typeName() : segment.type().name();
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != '-') {
        plain.append(name.charAt(i));
      }
    }
    return plain.toString();
  }

  /** Whether it has a property; those that only active or foreign volumes can have are false. */
  boolean is(String property) {
    return switch (property) {
      case "locked" -> LvLocks.isLocked(state.vg(), lv);
      case "pvmove" -> lv.flags().has(Flag.PVMOVE);
      case "not_synced" -> lv.flags().has(Flag.NOTSYNCED);
      case "writable" -> lv.isWritable();
      case "vg_writable" ->
          state.vg().flags().has(Flag.WRITE) || state.vg().flags().has(Flag.WRITE_LOCKED);
      case "visible" -> relations.isVisible(lv);
      case "partial" -> state.isPartial(lv);
      case "origin", "thick_origin" -> relations.isOrigin(lv.id());
      case "cow", "thick_snapshot" -> isCow();
      case "merging_origin" -> relations.mergingInto(lv.id()).isPresent();
      case "merging_cow" ->
          relations
              .snapshotOfCow(lv.id())
              .filter(snapshot -> snapshot.segment().merging())
              .isPresent();
      case "virtual_origin" -> relations.isVirtualOrigin(lv);
      case "converting" -> Mirrors.isConverting(state.vg(), lv);
      case "error", "zero", "virtual" -> isVirtual(property);
      default -> partOf().equals(Optional.of(property));
    };
  }

  private boolean isVirtual(String property) {
    String type = typeName();
    return property.equals("virtual")
        ? type.equals("error") || type.equals("zero")
        : type.equals(property);
  }

  private boolean isCow() {
    return relations.isCow(lv.id());
  }

  /** What it is for the volume that is made of it. */
  private Optional<String> partOf() {
    for (LogicalVolume user : relations.usersOf(lv.id())) {
      for (Segment segment : user.segments()) {
        boolean isArea = areas(segment).contains(lv.id());
        if (segment instanceof MirrorSegment) {
          return Optional.of(isArea ? "mirror_image" : "mirror_log");
        } else if (segment instanceof RaidSegment) {
          return Optional.of(isArea ? "raid_image" : "raid_metadata");
        }
      }
    }
    return Optional.empty();
  }

  private static List<LvmId> areas(Segment segment) {
    List<LvmId> found = new ArrayList<>(2);
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnLv onLv) {
        found.add(onLv.lv());
      }
    }
    return found;
  }
}
