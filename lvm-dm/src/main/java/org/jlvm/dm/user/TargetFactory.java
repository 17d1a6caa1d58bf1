package org.jlvm.dm.user;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmVersion;
import org.jlvm.dm.Errno;
import org.jlvm.dm.TargetVersion;
import org.jlvm.dm.table.DelayParams;
import org.jlvm.dm.table.DeviceArea;
import org.jlvm.dm.table.DeviceNumber;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.ErrorParams;
import org.jlvm.dm.table.LinearParams;
import org.jlvm.dm.table.MirrorParams;
import org.jlvm.dm.table.RaidParams;
import org.jlvm.dm.table.SnapshotMergeParams;
import org.jlvm.dm.table.SnapshotOriginParams;
import org.jlvm.dm.table.SnapshotParams;
import org.jlvm.dm.table.SnapshotStore;
import org.jlvm.dm.table.StripedParams;
import org.jlvm.dm.table.TargetLine;
import org.jlvm.dm.table.TargetParams;
import org.jlvm.dm.table.ZeroParams;

/** Makes the target that a table line asks for. */
final class TargetFactory {
  private static final Sectors LOG_HEADER = Sectors.of(2);

  /** Finds what a device number stands for. */
  interface Devices {
    Storage get(DeviceNumber number) throws RefusedException;
  }

  private static final DmVersion VERSION = new DmVersion(1, 20, 0);

  private final Devices devices;
  private final Map<DeviceNumber, OriginGroup> groups = new HashMap<>();

  TargetFactory(Devices devices) {
    this.devices = devices;
  }

  /** The targets that can be made. */
  static List<TargetVersion> versions() {
    List<TargetVersion> versions = new ArrayList<>();
    for (String type : types()) {
      versions.add(new TargetVersion(type, VERSION));
    }
    return versions;
  }

  /** Of one target; empty if it cannot be made. */
  static Optional<TargetVersion> version(String type) {
    return types().contains(type)
        ? Optional.of(new TargetVersion(type, VERSION))
        : Optional.empty();
  }

  private static List<String> types() {
    return List.of(
        "zero",
        "striped",
        "snapshot-origin",
        "snapshot-merge",
        "snapshot",
        "raid",
        "mirror",
        "linear",
        "error",
        "delay");
  }

  UserTarget create(TargetLine line) throws RefusedException {
    try {
      return create(line.params(), line.length());
    } catch (IOException e) {
      throw new RefusedException(Errno.EIO, e.toString());
    }
  }

  private UserTarget create(TargetParams params, Sectors length)
      throws RefusedException, IOException {
    if (params instanceof LinearParams linear) {
      return linear(linear, linear.area());
    } else if (params instanceof DelayParams delay) {
      return linear(delay, delay.routes().get(0).area());
    } else if (params instanceof StripedParams striped) {
      return striped(striped, length);
    } else if (params instanceof ErrorParams || params instanceof ZeroParams) {
      return new ConstantTarget(params);
    } else if (params instanceof SnapshotOriginParams origin) {
      return new OriginTarget(origin, devices.get(origin.origin()), group(origin.origin()));
    } else if (params instanceof SnapshotParams snapshot) {
      return new SnapshotTarget(join(snapshot.store(), false));
    } else if (params instanceof SnapshotMergeParams merge) {
      return new MergeTarget(join(merge.store(), true));
    } else if (params instanceof MirrorParams mirror) {
      return mirror(mirror, length);
    } else if (params instanceof RaidParams raid) {
      return raid(raid, length);
    }
    throw new RefusedException(Errno.EINVAL, "no target " + params.targetType());
  }

  private OriginGroup group(DeviceNumber origin) {
    return groups.computeIfAbsent(origin, number -> new OriginGroup());
  }

  private LinearTarget linear(TargetParams params, DeviceArea area) throws RefusedException {
    return new LinearTarget(params, devices.get(area.device()), area.start().count());
  }

  private StripedTarget striped(StripedParams params, Sectors length) throws RefusedException {
    long stripes = params.stripes().size();
    if (length.count() % stripes != 0
        || length.count() / stripes % params.chunkSize().count() != 0) {
      throw new RefusedException(Errno.EINVAL, "length not divisible by stripes and chunks");
    }
    return new StripedTarget(params, areas(params.stripes()));
  }

  private Snapshot join(SnapshotStore store, boolean merging) throws RefusedException, IOException {
    Storage origin = devices.get(store.origin());
    return Snapshot.join(store, merging, origin, devices.get(store.cow()), group(store.origin()));
  }

  private MirrorTarget mirror(MirrorParams params, Sectors length) throws RefusedException {
    List<Storage> legs = areas(params.legs());
    Optional<Storage> logDevice = Optional.empty();
    if (params.log().device().isPresent()) {
      logDevice = Optional.of(devices.get(params.log().device().get()));
    }
    int regions = MirrorTarget.regions(params, length.count());
    // A bit for each region, in words; unlike a leg, a log without size will not do.
    long needed = LOG_HEADER.toBytes().count() + (regions + 31L) / 32 * Integer.BYTES;
    if (logDevice.isPresent() && logDevice.get().size().toBytes().count() < needed) {
      throw new RefusedException(Errno.EINVAL, "log device too small");
    }
    MirrorLogStore log = new MirrorLogStore(params.log(), logDevice, regions);
    return new MirrorTarget(params, legs, log, length.count());
  }

  private RaidTarget raid(RaidParams params, Sectors length) throws RefusedException {
    if (!params.level().equals("raid1")) {
      throw new RefusedException(Errno.EINVAL, "no level " + params.level());
    }
    List<Optional<Storage>> members = new ArrayList<>();
    for (RaidParams.Member member : params.members()) {
      Optional<DeviceNumber> data = member.data();
      members.add(
          data.isPresent() ? Optional.of(devices.get(data.get())) : Optional.<Storage>empty());
    }
    return new RaidTarget(params, members, length.count());
  }

  private List<Storage> areas(List<DeviceArea> areas) throws RefusedException {
    List<Storage> found = new ArrayList<>(areas.size());
    for (DeviceArea area : areas) {
      found.add(devices.get(area.device()));
    }
    return found;
  }

  /** Refuses areas that are not on their devices; as in the kernel, one without size will do. */
  void checkSizes(DmTable table) throws RefusedException {
    for (TargetLine line : table.lines()) {
      Sectors length = line.length();
      if (line.params() instanceof LinearParams linear) {
        checkSize(linear.area(), length);
      } else if (line.params() instanceof StripedParams striped) {
        Sectors each = Sectors.of(length.count() / striped.stripes().size());
        for (DeviceArea area : striped.stripes()) {
          checkSize(area, each);
        }
      } else if (line.params() instanceof MirrorParams mirror) {
        for (DeviceArea area : mirror.legs()) {
          checkSize(area, length);
        }
      }
    }
  }

  private void checkSize(DeviceArea area, Sectors length) throws RefusedException {
    Sectors size = devices.get(area.device()).size();
    if (!size.isZero() && area.start().plus(length).compareTo(size) > 0) {
      throw new RefusedException(
          Errno.EINVAL, area.device() + " is too small for " + area.start().plus(length).count());
    }
  }
}
