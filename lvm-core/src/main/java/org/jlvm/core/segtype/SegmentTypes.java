package org.jlvm.core.segtype;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.segtype.mirror.MirrorType;
import org.jlvm.core.segtype.raid.RaidType;
import org.jlvm.core.segtype.snapshot.SnapshotType;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.segtype.unknown.UnknownType;
import org.jlvm.core.segtype.virtual.VirtualType;

/** The one list of segment types. A new type is added here and nowhere else. */
public final class SegmentTypes {
  private static final List<SegmentType> KNOWN = known();

  private SegmentTypes() {}

  private static List<SegmentType> known() {
    List<SegmentType> types = new ArrayList<>();
    types.add(StripedType.INSTANCE);
    types.add(VirtualType.ZERO);
    types.add(VirtualType.ERROR);
    types.add(SnapshotType.INSTANCE);
    types.add(MirrorType.INSTANCE);
    types.addAll(RaidType.LEVELS);
    return List.copyOf(types);
  }

  /** All types that are understood. */
  public static List<SegmentType> all() {
    return KNOWN;
  }

  /** The type of a metadata name; one that keeps its text if it is not known. */
  public static SegmentType ofName(String name) {
    for (SegmentType type : KNOWN) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    return new UnknownType(name);
  }
}
