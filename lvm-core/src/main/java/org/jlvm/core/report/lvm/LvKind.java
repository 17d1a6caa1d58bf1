package org.jlvm.core.report.lvm;

import java.util.Optional;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.unknown.UnknownSegment;
import org.jlvm.core.segtype.virtual.VirtualSegment;

/** What sort of volume one is: by its segments, and by the volume that it is a part of. */
final class LvKind {
  /** What a hidden volume is for the one volume that uses it. */
  enum Part {
    NONE,
    MIRROR_IMAGE,
    MIRROR_LOG,
    RAID_IMAGE,
    RAID_METADATA
  }

  private final VgFacts vg;
  private final LogicalVolume lv;
  private final boolean mirror;
  private final boolean raid;
  private final boolean virtual;
  private final boolean unknown;
  private final boolean mirrored;
  private final Optional<LogicalVolume> user;
  private final Part part;

  LvKind(VgFacts vg, LogicalVolume lv) {
    this.vg = vg;
    this.lv = lv;
    boolean anyMirror = false;
    boolean anyRaid = false;
    boolean anyVirtual = false;
    boolean anyUnknown = false;
    boolean anyMirrored = false;
    for (Segment segment : lv.segments()) {
      anyMirror |= segment instanceof MirrorSegment;
      anyRaid |= segment instanceof RaidSegment;
      anyVirtual |= segment instanceof VirtualSegment;
      anyUnknown |= segment instanceof UnknownSegment;
      anyMirrored |= isMirrored(segment);
    }
    mirror = anyMirror;
    raid = anyRaid;
    virtual = anyVirtual;
    unknown = anyUnknown;
    mirrored = anyMirrored;
    user = soleUser();
    part = user.isPresent() ? partOf(user.get()) : Part.NONE;
  }

  private static boolean isMirrored(Segment segment) {
    return segment instanceof MirrorSegment
        || (segment instanceof RaidSegment raid
            && (raid.type().name().equals("raid1") || raid.type().name().startsWith("raid10")));
  }

  private Optional<LogicalVolume> soleUser() {
    for (LogicalVolume candidate : vg.relations().usersOf(lv.id())) {
      if (!LvRelations.isSnapshotLink(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private Part partOf(LogicalVolume whole) {
    for (Segment segment : whole.segments()) {
      boolean isArea = hasArea(segment, lv.id());
      if (segment instanceof MirrorSegment mirrorSegment) {
        if (isArea) {
          return Part.MIRROR_IMAGE;
        }
        if (mirrorSegment.log().filter(lv.id()::equals).isPresent()) {
          return Part.MIRROR_LOG;
        }
      } else if (segment instanceof RaidSegment raidSegment) {
        if (isArea) {
          return Part.RAID_IMAGE;
        }
        if (raidSegment.metadataLvs().contains(lv.id())) {
          return Part.RAID_METADATA;
        }
      }
    }
    return Part.NONE;
  }

  private static boolean hasArea(Segment segment, LvmId id) {
    for (Area area : segment.areas()) {
      if (area instanceof Area.OnLv onLv && onLv.lv().equals(id)) {
        return true;
      }
    }
    return false;
  }

  LogicalVolume lv() {
    return lv;
  }

  boolean isMirror() {
    return mirror;
  }

  boolean isRaid() {
    return raid;
  }

  boolean isVirtual() {
    return virtual;
  }

  boolean hasUnknownSegments() {
    return unknown;
  }

  /** Whether it keeps its data more than once. */
  boolean isMirrored() {
    return mirrored;
  }

  boolean isPvmove() {
    return lv.flags().has(Flag.PVMOVE);
  }

  Part part() {
    return part;
  }

  /** The volume that it is a part of. */
  Optional<LogicalVolume> user() {
    return user;
  }

  boolean isMirrorPart() {
    return part == Part.MIRROR_IMAGE || part == Part.MIRROR_LOG;
  }

  boolean isRaidPart() {
    return part == Part.RAID_IMAGE || part == Part.RAID_METADATA;
  }

  boolean isRaidType() {
    return raid || isRaidPart();
  }

  boolean isOrigin() {
    return vg.relations().isOrigin(lv.id());
  }

  boolean isCow() {
    return vg.relations().isCow(lv.id()) && !isOrigin();
  }

  boolean isMergingOrigin() {
    return vg.relations().mergingInto(lv.id()).isPresent();
  }

  boolean isMergingCow() {
    return isCow()
        && vg.relations()
            .snapshotOfCow(lv.id())
            .filter(snapshot -> snapshot.segment().merging())
            .isPresent();
  }

  /** Whether a mirror is being made of it: its first leg is a mirror of its own. */
  boolean isConverting() {
    return mirrored && !raid && conversionLayer().isPresent();
  }

  Optional<LogicalVolume> conversionLayer() {
    if (!mirrored || lv.segments().isEmpty()) {
      return Optional.empty();
    }
    Segment first = lv.firstSegment();
    if (first.areas().isEmpty() || !(first.areas().get(0) instanceof Area.OnLv onLv)) {
      return Optional.empty();
    }
    LogicalVolume leg = vg.vg().lv(onLv.lv());
    return leg.name().value().contains("_mimagetmp") ? Optional.of(leg) : Optional.empty();
  }
}
