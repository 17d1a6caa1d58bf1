package org.jlvm.activation.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.activation.node.DeviceNames;
import org.jlvm.activation.node.DeviceTree;
import org.jlvm.activation.node.Layer;
import org.jlvm.activation.node.Node;
import org.jlvm.activation.node.Piece;
import org.jlvm.activation.target.SegmentMappings;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.ErrorParams;
import org.jlvm.dm.table.SnapshotMergeParams;
import org.jlvm.dm.table.SnapshotOriginParams;
import org.jlvm.dm.table.SnapshotParams;
import org.jlvm.dm.table.SnapshotStore;

/**
 * Works out the devices of some volumes of a group and of everything they are made of. An origin
 * brings its snapshots with it. Pure: nothing is asked of the kernel.
 */
public final class TreeBuilder {
  private final VolumeRoles roles;
  private final VolumeGroup vg;
  private final TreeWishes wishes;
  private final Map<DmUuid, Node> nodes = new LinkedHashMap<>();

  private TreeBuilder(VolumeRoles roles, TreeWishes wishes) {
    this.roles = roles;
    this.vg = roles.state().vg();
    this.wishes = wishes;
  }

  /**
   * The devices of volumes, those below before those above.
   *
   * @throws org.jlvm.core.error.FailedException if a volume is incomplete and must not be, or is of
   *     a type that cannot be a device here
   */
  public static DeviceTree build(VolumeRoles roles, Collection<LvmId> lvs, TreeWishes wishes) {
    TreeBuilder builder = new TreeBuilder(roles, wishes);
    for (LvmId lv : lvs) {
      builder.add(builder.vg.lv(lv), Layer.TOP);
    }
    return new DeviceTree(builder.nodes);
  }

  /** The uuid of a volume's top device. */
  public static DmUuid topUuid(VolumeRoles roles, LogicalVolume lv) {
    return DeviceNames.uuid(roles.state().vg().id(), lv.id(), roles.privateSuffix(lv));
  }

  /**
   * The other uuid that a volume's top device may have: a volume that became part of an array, or
   * was part of one, keeps its device; and lvm2 and versions of lvm2 mark parts differently.
   */
  public static Optional<DmUuid> formerTopUuid(VolumeRoles roles, LogicalVolume lv) {
    if (roles.relations().isOrigin(lv.id()) || roles.relations().isCow(lv.id())) {
      return Optional.empty();
    }
    String former = roles.privateSuffix(lv).isEmpty() ? Layer.REAL.suffix() : "";
    return Optional.of(DeviceNames.uuid(roles.state().vg().id(), lv.id(), former));
  }

  private DmUuid add(LogicalVolume lv, Layer layer) {
    String suffix = layer == Layer.TOP ? roles.privateSuffix(lv) : layer.suffix();
    DmUuid uuid = DeviceNames.uuid(vg.id(), lv.id(), suffix);
    if (nodes.containsKey(uuid)) {
      return uuid;
    }
    if (layer == Layer.TOP && roles.relations().isOrigin(lv.id())) {
      addOrigin(lv, uuid);
    } else if (layer == Layer.TOP && roles.relations().isCow(lv.id())) {
      addSnapshot(lv, uuid);
    } else {
      addMapped(lv, layer, uuid);
    }
    return uuid;
  }

  /**
   * Snapshots are put in use before their origin, so that none misses a write; a merging one after
   * the device that merges it.
   */
  private void addOrigin(LogicalVolume lv, DmUuid uuid) {
    DmUuid real = add(lv, Layer.REAL);
    Optional<LvRelations.Snapshot> merging = merging(lv);
    Sectors size = lv.size(vg.extentSize());
    for (LvRelations.Snapshot snapshot : roles.relations().snapshotsOf(lv.id())) {
      if (!merging.equals(Optional.of(snapshot))) {
        add(vg.lv(snapshot.segment().cow()), Layer.TOP);
      }
    }
    if (merging.isEmpty()) {
      Piece piece = new Piece(size, numbers -> new SnapshotOriginParams(numbers.of(real)));
      put(lv, Layer.TOP, uuid, List.of(piece), List.of(real), false);
      return;
    }
    LogicalVolume store = vg.lv(merging.get().segment().cow());
    DmUuid cow = add(store, Layer.COW);
    Sectors chunk = merging.get().segment().chunk();
    Piece piece =
        new Piece(
            size,
            numbers ->
                new SnapshotMergeParams(
                    new SnapshotStore(
                        numbers.of(real),
                        numbers.of(cow),
                        SnapshotStore.Type.PERSISTENT,
                        chunk,
                        List.of())));
    put(lv, Layer.TOP, uuid, List.of(piece), List.of(real, cow), false);
    add(store, Layer.TOP);
  }

  private Optional<LvRelations.Snapshot> merging(LogicalVolume origin) {
    return wishes.postponedMerges().contains(origin.id())
        ? Optional.empty()
        : roles.relations().mergingInto(origin.id());
  }

  private void addSnapshot(LogicalVolume lv, DmUuid uuid) {
    LvRelations.Snapshot snapshot = roles.relations().snapshotOfCow(lv.id()).orElseThrow();
    LogicalVolume origin = vg.lv(snapshot.segment().origin());
    DmUuid cow = add(lv, Layer.COW);
    Sectors size = vg.extentSize().times(snapshot.segment().length());
    if (merging(origin).equals(Optional.of(snapshot))) {
      Piece nothing = new Piece(size, numbers -> new ErrorParams());
      put(lv, Layer.TOP, uuid, List.of(nothing), List.of(), false);
      return;
    }
    DmUuid real = add(origin, Layer.REAL);
    Sectors chunk = snapshot.segment().chunk();
    Piece piece =
        new Piece(
            size,
            numbers ->
                new SnapshotParams(
                    new SnapshotStore(
                        numbers.of(real),
                        numbers.of(cow),
                        SnapshotStore.Type.PERSISTENT,
                        chunk,
                        List.of())));
    put(lv, Layer.TOP, uuid, List.of(piece), List.of(real, cow), false);
  }

  private void addMapped(LogicalVolume lv, Layer layer, DmUuid uuid) {
    PlacedAreas areas = new PlacedAreas(roles, wishes, this::addPart, this::addMissing);
    List<Piece> pieces = new ArrayList<>(lv.segments().size());
    boolean late = layer == Layer.REAL;
    for (int i = 0; i < lv.segments().size(); i++) {
      pieces.add(SegmentMappings.map(vg.name(), lv, i, areas));
      late |= SegmentMappings.startsLate(vg.name(), lv, lv.segments().get(i));
    }
    put(lv, layer, uuid, pieces, areas.devices(), !late || isLog(lv));
  }

  /** The driver looks at the size of a mirror's log when it loads the mirror's table. */
  private boolean isLog(LogicalVolume lv) {
    for (LogicalVolume user : roles.relations().usersOf(lv.id())) {
      if (user.firstSegment() instanceof MirrorSegment mirror
          && mirror.log().equals(Optional.of(lv.id()))) {
        return true;
      }
    }
    return false;
  }

  private DmUuid addPart(LvmId lv) {
    return add(vg.lv(lv), Layer.TOP);
  }

  /** A device that stands in for the missing part of a volume. */
  private DmUuid addMissing(PlacedAreas.Missing missing) {
    LogicalVolume lv = missing.lv();
    String suffix = "missing_" + missing.segment() + '_' + missing.area();
    DmUuid uuid = DeviceNames.uuid(vg.id(), lv.id(), suffix);
    Node node =
        new Node(
            lv.id(),
            Layer.REAL,
            DeviceNames.name(vg.name(), lv.name(), suffix),
            uuid,
            Optional.empty(),
            List.of(new Piece(missing.length(), numbers -> new ErrorParams())),
            List.of(),
            false,
            OptionalInt.empty(),
            ReadAhead.AUTO,
            Sectors.ZERO,
            NodeFlags.hidden(wishes),
            true,
            Optional.empty());
    nodes.put(uuid, node);
    return uuid;
  }

  private void put(
      LogicalVolume lv,
      Layer layer,
      DmUuid uuid,
      List<Piece> pieces,
      List<DmUuid> children,
      boolean early) {
    boolean top = layer == Layer.TOP;
    boolean forUsers =
        top && (roles.relations().isVisible(lv) || wishes.components().contains(lv.id()));
    nodes.put(
        uuid,
        new Node(
            lv.id(),
            layer,
            DeviceNames.name(vg.name(), lv.name(), layer.suffix()),
            uuid,
            top ? formerTopUuid(roles, lv) : Optional.empty(),
            pieces,
            children,
            isReadOnly(lv, layer),
            top ? lv.minor() : OptionalInt.empty(),
            lv.readAhead(),
            stripeWidth(lv),
            NodeFlags.of(roles, wishes, lv, layer),
            early,
            forUsers ? Optional.of(new Node.Link(vg.name(), lv.name())) : Optional.empty()));
  }

  /** Stores and the parts of arrays are written to even if what users see is not. */
  private boolean isReadOnly(LogicalVolume lv, Layer layer) {
    if (layer != Layer.TOP && roles.relations().isCow(lv.id()) || roles.isPartOfRaid(lv)) {
      return false;
    }
    return wishes.readOnly().contains(lv.id())
        || wishes.components().contains(lv.id())
        || !lv.isWritable();
  }

  private static Sectors stripeWidth(LogicalVolume lv) {
    Sectors widest = Sectors.ZERO;
    for (Segment segment : lv.segments()) {
      if (segment instanceof StripedSegment striped && striped.areas().size() > 1) {
        Sectors width = striped.stripe().times(striped.areas().size());
        widest = width.compareTo(widest) > 0 ? width : widest;
      }
    }
    return widest;
  }
}
