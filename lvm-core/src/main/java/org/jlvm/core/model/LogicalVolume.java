package org.jlvm.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.units.Extents;
import org.jlvm.core.units.Sectors;

/**
 * A logical volume: a name, properties, and segments that cover its extents from 0 on without gaps.
 *
 * @param id LV UUID, unique in the group
 * @param name unique in the group
 * @param flags READ, WRITE, VISIBLE, ...
 * @param tags in order
 * @param creation when and where it was made, if recorded
 * @param lockArgs lock manager's data
 * @param allocation own policy, or inherit
 * @param profile name of its profile
 * @param readAhead read-ahead setting
 * @param major persistent major number
 * @param minor persistent minor number
 * @param segments in logical order
 * @param unknown entries of a newer program
 */
public record LogicalVolume(
    LvmId id,
    LvName name,
    Flags flags,
    List<Tag> tags,
    Optional<Creation> creation,
    Optional<String> lockArgs,
    AllocationPolicy allocation,
    Optional<String> profile,
    ReadAhead readAhead,
    OptionalInt major,
    OptionalInt minor,
    List<Segment> segments,
    UnknownEntries unknown) {

  /**
   * When and where a volume was made.
   *
   * @param time seconds since 1970
   * @param host node name
   */
  public record Creation(long time, String host) {}

  public LogicalVolume {
    tags = List.copyOf(tags);
    segments = List.copyOf(segments);
    requireContiguous(name, segments);
  }

  private static void requireContiguous(LvName name, List<Segment> segments) {
    long next = 0;
    for (Segment segment : segments) {
      if (segment.start() != next) {
        throw new IllegalArgumentException(
            "segments of " + name + " leave a gap or overlap at extent " + next);
      }
      next = Math.addExact(next, segment.length());
    }
  }

  /** Number of logical extents. */
  public long extentCount() {
    return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).end();
  }

  public Extents extents() {
    return Extents.of(extentCount());
  }

  public Sectors size(Sectors extentSize) {
    return extents().toSectors(extentSize);
  }

  public boolean isVisible() {
    return flags.has(Flag.VISIBLE);
  }

  public boolean isWritable() {
    return flags.has(Flag.WRITE) || flags.has(Flag.WRITE_LOCKED);
  }

  /** First segment; a volume in a valid group has one. */
  public Segment firstSegment() {
    return segments.get(0);
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  public LogicalVolume withName(LvName newName) {
    return toBuilder().name(newName).build();
  }

  public LogicalVolume withFlag(Flag flag, boolean wanted) {
    return toBuilder().flags(flags.with(flag, wanted)).build();
  }

  public LogicalVolume withSegments(List<? extends Segment> newSegments) {
    return toBuilder().segments(newSegments).build();
  }

  /**
   * The segments renumbered to follow each other, neighbours joined where one continues the other.
   */
  public LogicalVolume withJoinedSegments(List<? extends Segment> parts) {
    List<Segment> joined = new ArrayList<>(parts.size());
    long next = 0;
    for (Segment part : parts) {
      Segment placed = part.at(next);
      next = placed.end();
      int last = joined.size() - 1;
      Optional<Segment> merged = last < 0 ? Optional.empty() : joined.get(last).mergedWith(placed);
      if (merged.isPresent()) {
        joined.set(last, merged.get());
      } else {
        joined.add(placed);
      }
    }
    return withSegments(joined);
  }

  /** Changes some properties of a volume, or makes a new one. */
  public static final class Builder {
    private static final Flags FLAGS_OF_NEW =
        Flags.of(Flags.Owner.LV, Flag.READ, Flag.WRITE, Flag.VISIBLE);

    private LvmId id;
    private LvName name;
    private Flags flags = FLAGS_OF_NEW;
    private List<Tag> tags = List.of();
    private Optional<Creation> creation = Optional.empty();
    private Optional<String> lockArgs = Optional.empty();
    private AllocationPolicy allocation = AllocationPolicy.INHERIT;
    private Optional<String> profile = Optional.empty();
    private ReadAhead readAhead = ReadAhead.AUTO;
    private OptionalInt major = OptionalInt.empty();
    private OptionalInt minor = OptionalInt.empty();
    private List<Segment> segments = List.of();
    private UnknownEntries unknown = UnknownEntries.NONE;

    /** A new volume, readable, writable and visible, that has no segments yet. */
    public Builder(LvmId id, LvName name) {
      this.id = id;
      this.name = name;
    }

    private Builder(LogicalVolume lv) {
      id = lv.id;
      name = lv.name;
      flags = lv.flags;
      tags = lv.tags;
      creation = lv.creation;
      lockArgs = lv.lockArgs;
      allocation = lv.allocation;
      profile = lv.profile;
      readAhead = lv.readAhead;
      major = lv.major;
      minor = lv.minor;
      segments = lv.segments;
      unknown = lv.unknown;
    }

    public Builder id(LvmId value) {
      id = value;
      return this;
    }

    public Builder name(LvName value) {
      name = value;
      return this;
    }

    public Builder flags(Flags value) {
      flags = value;
      return this;
    }

    public Builder tags(List<Tag> value) {
      tags = value;
      return this;
    }

    public Builder creation(Optional<Creation> value) {
      creation = value;
      return this;
    }

    public Builder lockArgs(Optional<String> value) {
      lockArgs = value;
      return this;
    }

    public Builder allocation(AllocationPolicy value) {
      allocation = value;
      return this;
    }

    public Builder profile(Optional<String> value) {
      profile = value;
      return this;
    }

    public Builder readAhead(ReadAhead value) {
      readAhead = value;
      return this;
    }

    public Builder major(OptionalInt value) {
      major = value;
      return this;
    }

    public Builder minor(OptionalInt value) {
      minor = value;
      return this;
    }

    public Builder segments(List<? extends Segment> value) {
      segments = List.copyOf(value);
      return this;
    }

    public Builder unknown(UnknownEntries value) {
      unknown = value;
      return this;
    }

    public LogicalVolume build() {
      return new LogicalVolume(
          id,
          name,
          flags,
          tags,
          creation,
          lockArgs,
          allocation,
          profile,
          readAhead,
          major,
          minor,
          segments,
          unknown);
    }
  }
}
