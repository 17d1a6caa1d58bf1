package org.jlvm.core.plan.lv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jlvm.core.alloc.AllocationSettings;
import org.jlvm.core.alloc.Amount;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.alloc.Stripes;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.Tag;
import org.jlvm.core.plan.mirror.MirrorSettings;
import org.jlvm.core.units.Sectors;

/**
 * A new volume that is linear, striped, zero, error or kept in several copies.
 *
 * @param id its id
 * @param name its name; generated ({@code lvol0}, ...) if absent
 * @param creation when and where
 * @param amount its length
 * @param type of its segments
 * @param stripes its stripes
 * @param writable whether it may be written to
 * @param allocation its own policy, or inherit
 * @param tags its tags
 * @param readAhead its read-ahead
 * @param major persistent major number
 * @param minor persistent minor number
 * @param autoActivation whether it is activated automatically
 * @param activationSkip whether it is left out unless asked for
 * @param activation whether to activate it; empty where volumes have no devices at all
 * @param hasDriver whether there is a driver to activate it
 * @param zero whether its start is zeroed
 * @param wipeSignatures whether known signatures are wiped
 * @param pvs where it may lie
 * @param settings of the allocator
 * @param snapshot what it is a snapshot of, if it is to be the store of one
 * @param copies how it is kept in several copies, if it is
 */
public record LvCreateRequest(
    LvmId id,
    Optional<String> name,
    Optional<LogicalVolume.Creation> creation,
    Amount amount,
    SegmentType type,
    Stripes stripes,
    boolean writable,
    AllocationPolicy allocation,
    List<Tag> tags,
    ReadAhead readAhead,
    OptionalInt major,
    OptionalInt minor,
    boolean autoActivation,
    boolean activationSkip,
    Optional<ActivationChoice> activation,
    boolean hasDriver,
    boolean zero,
    boolean wipeSignatures,
    PvChoices pvs,
    AllocationSettings settings,
    Optional<SnapshotOf> snapshot,
    Optional<Copies> copies) {

  /**
   * What a snapshot is of.
   *
   * @param origin the volume to freeze, or the id of one that is to be made
   * @param virtual length in extents of an origin of zeros that is to be made
   * @param chunk size of a chunk
   * @param linkId id of the hidden volume that ties store and origin together
   * @param leaks whether the driver may lose chunks of the store
   */
  public record SnapshotOf(
      LvmId origin, OptionalLong virtual, Sectors chunk, LvmId linkId, boolean leaks) {}

  /**
   * How a volume is kept in several copies.
   *
   * @param count how many
   * @param region size of a region that is in sync or not
   * @param noSync whether they count as equal from the start
   * @param minRecoveryRate in KiB/s; 0 for none
   * @param maxRecoveryRate in KiB/s; 0 for none
   * @param ids of the volumes that hold the copies
   * @param mirror if it is to be a mirror of the old type
   */
  public record Copies(
      int count,
      Sectors region,
      boolean noSync,
      long minRecoveryRate,
      long maxRecoveryRate,
      Supplier<LvmId> ids,
      Optional<OldMirror> mirror) {}

  /**
   * What mirrors of the old type have besides.
   *
   * @param logs copies of the log; 0 for one in memory
   * @param settings for them
   */
  public record OldMirror(int logs, MirrorSettings settings) {}
}
