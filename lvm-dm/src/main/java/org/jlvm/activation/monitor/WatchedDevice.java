package org.jlvm.activation.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.tree.VolumeRoles;
import org.jlvm.core.alloc.CowSize;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.dm.DmUuid;

/**
 * A device that is to be watched.
 *
 * @param kind what can happen to it
 * @param lv the volume that it belongs to
 * @param uuid of the device that tells of events: of an origin, that below its snapshots
 */
record WatchedDevice(Kind kind, LogicalVolume lv, DmUuid uuid) {

  /** What is watched for. */
  enum Kind {
    SNAPSHOT("snapshot", 10),
    MIRROR("mirror", 0),
    RAID("raid1", 0);

    private final String segmentName;
    private final int timeoutSeconds;

    Kind(String segmentName, int timeoutSeconds) {
      this.segmentName = segmentName;
      this.timeoutSeconds = timeoutSeconds;
    }

    String segmentName() {
      return segmentName;
    }

    /** How often to look without an event: the driver is silent while a store fills up. */
    int timeoutSeconds() {
      return timeoutSeconds;
    }
  }

  /** The devices of a volume and of all that it is made of, parts first, each once. */
  static List<WatchedDevice> of(VolumeRoles roles, LogicalVolume lv) {
    Map<DmUuid, WatchedDevice> found = new LinkedHashMap<>();
    new Finder(roles, found).add(lv);
    return new ArrayList<>(found.values());
  }

  /** The device of this volume alone, if it is of a kind that is watched. */
  static Optional<WatchedDevice> own(VolumeRoles roles, LogicalVolume lv) {
    if (roles.relations().isCow(lv.id())) {
      boolean use = !isMerging(roles, lv) && !coversOrigin(roles, lv);
      return use ? Optional.of(device(roles, Kind.SNAPSHOT, lv)) : Optional.empty();
    }
    for (Segment segment : lv.segments()) {
      if (segment instanceof MirrorSegment mirror && !mirror.isMove()) {
        return Optional.of(device(roles, Kind.MIRROR, lv));
      }
      if (segment instanceof RaidSegment raid && !raid.type().name().startsWith("raid0")) {
        return Optional.of(device(roles, Kind.RAID, lv));
      }
    }
    return Optional.empty();
  }

  private static WatchedDevice device(VolumeRoles roles, Kind kind, LogicalVolume lv) {
    boolean origin = roles.relations().isOrigin(lv.id());
    String suffix = origin ? Layer.REAL.suffix() : roles.privateSuffix(lv);
    return new WatchedDevice(kind, lv, DeviceNames.uuid(roles.state().vg().id(), lv.id(), suffix));
  }

  private static boolean isMerging(VolumeRoles roles, LogicalVolume store) {
    Optional<LvRelations.Snapshot> snapshot = roles.relations().snapshotOfCow(store.id());
    return snapshot.isPresent() && snapshot.get().segment().merging();
  }

  /** A store with room for a copy of all of the origin cannot overflow. */
  private static boolean coversOrigin(VolumeRoles roles, LogicalVolume store) {
    Optional<LvRelations.Snapshot> snapshot = roles.relations().snapshotOfCow(store.id());
    if (snapshot.isEmpty()) {
      return false;
    }
    var vg = roles.state().vg();
    long extents = vg.lv(snapshot.get().segment().origin()).extentCount();
    CowSize most = new CowSize(extents, snapshot.get().segment().chunk(), false);
    return store.size(vg.extentSize()).count() >= most.maximumSectors(vg.extentSize());
  }

  /** Goes from a volume down to all that it is made of. */
  private record Finder(VolumeRoles roles, Map<DmUuid, WatchedDevice> found) {
    void add(LogicalVolume lv) {
      for (LvRelations.Snapshot snapshot : roles.relations().snapshotsOf(lv.id())) {
        addOwn(roles.state().vg().lv(snapshot.segment().cow()));
      }
      for (Segment segment : lv.segments()) {
        for (LvmId companion : segment.companions()) {
          add(roles.state().vg().lv(companion));
        }
        for (Area area : segment.areas()) {
          if (area instanceof Area.OnLv onLv) {
            add(roles.state().vg().lv(onLv.lv()));
          }
        }
      }
      addOwn(lv);
    }

    private void addOwn(LogicalVolume lv) {
      Optional<WatchedDevice> device = own(roles, lv);
      if (device.isPresent()) {
        found.put(device.get().uuid(), device.get());
      }
    }
  }
}
