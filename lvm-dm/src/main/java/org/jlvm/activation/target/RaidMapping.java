package org.jlvm.activation.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.activation.node.Piece;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.RaidOption;
import org.jlvm.dm.table.RaidParams;

/**
 * Target raid; options in the order of the kernel's document (admin-guide/device-mapper/dm-raid).
 */
final class RaidMapping implements SegmentMapping {
  @Override
  public Piece map(LogicalVolume lv, int index, Areas areas) {
    RaidSegment raid = (RaidSegment) lv.segments().get(index);
    List<Areas.Member> members = members(raid, areas);
    List<RaidOption> options = options(raid, areas);
    String level = raid.type().name().equals("raid0_meta") ? "raid0" : raid.type().name();
    String target = level.startsWith("raid10") ? "raid10" : level;
    Sectors chunk = level.equals("raid1") ? Sectors.ZERO : raid.settings().stripeSize();
    return new Piece(
        areas.extentSize().times(raid.length()),
        numbers -> {
          List<RaidParams.Member> devices = new ArrayList<>(members.size());
          for (Areas.Member member : members) {
            devices.add(
                new RaidParams.Member(
                    member.metadata().map(numbers::of), member.data().map(numbers::of)));
          }
          return new RaidParams(target, chunk, options, devices);
        });
  }

  private static List<Areas.Member> members(RaidSegment raid, Areas areas) {
    List<Areas.Member> members = new ArrayList<>(raid.areas().size());
    for (int i = 0; i < raid.areas().size(); i++) {
      LogicalVolume image = image(raid, i, areas);
      if (isSplitOff(image)) {
        if (!raid.metadataLvs().isEmpty()) {
          areas.device(raid.metadataLvs().get(i)); // is there, though nothing uses it
        }
        members.add(new Areas.Member(Optional.empty(), Optional.empty()));
        continue;
      }
      Optional<DmUuid> metadata =
          raid.metadataLvs().isEmpty()
              ? Optional.empty()
              : Optional.of(areas.device(raid.metadataLvs().get(i)));
      members.add(new Areas.Member(metadata, Optional.of(areas.device(image.id()))));
    }
    return members;
  }

  private static LogicalVolume image(RaidSegment raid, int index, Areas areas) {
    LvmId id = ((Area.OnLv) raid.areas().get(index)).lv();
    return areas.lv(id);
  }

  /** An image that was taken out for a while and may come back (--trackchanges). */
  static boolean isSplitOff(LogicalVolume image) {
    return image.isVisible() && !image.isWritable();
  }

  private static List<RaidOption> options(RaidSegment raid, Areas areas) {
    List<RaidOption> options = new ArrayList<>();
    if (raid.type().name().startsWith("raid0")) {
      return options;
    }
    RaidSegment.RaidSettings settings = raid.settings();
    if (areas.settings().inSync()) {
      options.add(RaidOption.of(RaidOption.Key.NOSYNC));
    }
    forFlag(raid, areas, Flag.REBUILD, RaidOption.Key.REBUILD, options);
    addUnlessZero(options, RaidOption.Key.MIN_RECOVERY_RATE, settings.minRecoveryRate());
    addUnlessZero(options, RaidOption.Key.MAX_RECOVERY_RATE, settings.maxRecoveryRate());
    if (raid.type().name().equals("raid1")) {
      forFlag(raid, areas, Flag.WRITEMOSTLY, RaidOption.Key.WRITE_MOSTLY, options);
      addUnlessZero(options, RaidOption.Key.MAX_WRITE_BEHIND, settings.writeBehind());
    }
    addUnlessZero(options, RaidOption.Key.REGION_SIZE, settings.regionSize().count());
    if (raid.type().name().startsWith("raid10") && settings.dataCopies().orElse(0) > 1) {
      options.add(RaidOption.of(RaidOption.Key.RAID10_COPIES, settings.dataCopies().orElse(2)));
    }
    return options;
  }

  private static void forFlag(
      RaidSegment raid, Areas areas, Flag flag, RaidOption.Key key, List<RaidOption> options) {
    for (int i = 0; i < raid.areas().size(); i++) {
      if (image(raid, i, areas).flags().has(flag)) {
        options.add(RaidOption.of(key, i));
      }
    }
  }

  private static void addUnlessZero(List<RaidOption> options, RaidOption.Key key, long value) {
    if (value != 0) {
      options.add(RaidOption.of(key, value));
    }
  }
}
