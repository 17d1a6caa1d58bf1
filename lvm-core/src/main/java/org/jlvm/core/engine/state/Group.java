package org.jlvm.core.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.engine.scan.MetadataText;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.format.VgTextReader;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.VgName;
import org.jlvm.core.model.VolumeGroup;
import org.jspecify.annotations.Nullable;

/**
 * A volume group of a {@link VgCatalog}: where its texts are, and once it was read what they say.
 */
final class Group {
  private final LvmId id;
  private final List<LocatedArea> areas = new ArrayList<>();
  private @Nullable MetadataText newest;
  private @Nullable VgState state;

  Group(LvmId id) {
    this.id = id;
  }

  LvmId id() {
    return id;
  }

  VgName name() {
    return state != null ? state.vg().name() : newest().vgName();
  }

  MetadataText newest() {
    MetadataText text = newest;
    if (text == null) {
      throw new IllegalStateException("Group " + id + " has no text.");
    }
    return text;
  }

  /** All areas that were found to hold a text of it. */
  List<LocatedArea> areas() {
    return Collections.unmodifiableList(areas);
  }

  /** What was read of it or written since. */
  Optional<VgState> state() {
    return Optional.ofNullable(state);
  }

  void add(MetadataText text, LocatedArea at) {
    if (newest == null || text.seqno() > newest.seqno()) {
      newest = text;
    }
    areas.add(at);
  }

  void become(VgState next) {
    state = next;
  }

  /**
   * Whether a text of the same id but another name belongs to it: it has then been renamed, and
   * some PV is in both. What cannot be read is taken to belong to it.
   */
  boolean shares(MetadataText text) {
    VolumeGroup own;
    VolumeGroup other;
    try {
      own = VgTextReader.read(newest().bytes());
      other = VgTextReader.read(text.bytes());
    } catch (FormatException e) {
      return true; // told of when the group is read
    }
    return haveCommonPv(own, other);
  }

  /** Whether some PV is in both. */
  static boolean haveCommonPv(VolumeGroup one, VolumeGroup other) {
    for (PhysicalVolume pv : other.pvs()) {
      if (one.findPv(pv.id()).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
