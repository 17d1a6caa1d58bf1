package org.jlvm.core.plan.pv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.UnknownEntries;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Adds physical volumes to a group. */
public final class GroupExtension {
  private final Messages messages;
  private final SizeFormat sizes;
  private final boolean mixedBlockSizes;

  /**
   * @param messages receives the errors that lead to a failure
   * @param sizes how messages print sizes
   * @param mixedBlockSizes {@code devices/allow_mixed_block_sizes}
   */
  public GroupExtension(Messages messages, SizeFormat sizes, boolean mixedBlockSizes) {
    this.messages = messages;
    this.sizes = sizes;
    this.mixedBlockSizes = mixedBlockSizes;
  }

  /**
   * The group with more physical volumes.
   *
   * @param blockSizes logical block sizes of the devices that the group has, bytes
   * @throws FailedException if one of them does not fit in
   */
  public VolumeGroup extend(VolumeGroup vg, List<Integer> blockSizes, List<NewPv> added) {
    requireResizeable(vg);
    Optional<Integer> required = common(blockSizes);
    VolumeGroup extended = vg;
    for (NewPv pv : added) {
      requireBlockSize(extended, pv, required);
      try {
        extended = add(extended, pv);
      } catch (FailedException e) {
        messages.error(e.getMessage());
        throw new FailedException(
            "PV " + pv.name() + " cannot be added to VG " + vg.name() + ".", e);
      }
    }
    return extended;
  }

  private static void requireResizeable(VolumeGroup vg) {
    if (!vg.isResizeable()) {
      throw new FailedException("Volume group " + vg.name() + " is not resizeable.");
    }
  }

  /** A group that mixes block sizes already puts no condition on further devices. */
  private Optional<Integer> common(List<Integer> blockSizes) {
    if (mixedBlockSizes || blockSizes.isEmpty()) {
      return Optional.empty();
    }
    Integer first = blockSizes.get(0);
    for (Integer size : blockSizes) {
      if (!size.equals(first)) {
        return Optional.empty();
      }
    }
    return Optional.of(first);
  }

  private void requireBlockSize(VolumeGroup vg, NewPv pv, Optional<Integer> required) {
    int size = pv.logicalBlockSize();
    if (size / Sectors.BYTES > vg.extentSize().count()) {
      messages.error(
          "Physical extent size used for volume group "
              + vg.name()
              + " is less than logical block size ("
              + size
              + " bytes) that "
              + pv.name()
              + " uses.");
      throw new FailedException("PV " + pv.name() + " has wrong block size.");
    }
    if (required.isPresent() && required.get() != size) {
      throw new FailedException(
          "Devices have inconsistent logical block sizes ("
              + required.get()
              + " and "
              + size
              + ").");
    }
  }

  private VolumeGroup add(VolumeGroup vg, NewPv pv) {
    messages.verbose(
        "Adding physical volume '" + pv.name() + "' to volume group '" + vg.name() + "'");
    long extents = extents(vg, pv);
    if (vg.findPv(pv.id()).isPresent()) {
      throw new FailedException(
          "Physical volume '" + pv.name() + " (" + pv.id() + ")' already in the VG.");
    }
    int count = vg.pvs().size();
    if (count > 0 && count == vg.maxPv()) {
      throw new FailedException(
          "No space for '"
              + pv.name()
              + "' - volume group '"
              + vg.name()
              + "' holds max "
              + vg.maxPv()
              + " physical volume(s).");
    }
    long total = vg.extentCount() + extents;
    if (total > VolumeGroup.MAX_EXTENTS) {
      throw new FailedException(
          "Unable to add "
              + pv.name()
              + " to "
              + vg.name()
              + ": new extent count ("
              + total
              + ") exceeds limit ("
              + VolumeGroup.MAX_EXTENTS
              + ").");
    }
    List<PhysicalVolume> pvs = new ArrayList<>(vg.pvs());
    pvs.add(member(pv, extents));
    return vg.toBuilder().pvs(pvs).build();
  }

  private long extents(VolumeGroup vg, NewPv pv) {
    long extents = pv.roomForExtents() / vg.extentSize().count();
    if (extents < 0 || extents > VolumeGroup.MAX_EXTENTS) {
      messages.error(
          "PV " + pv.name() + " too large for extent size " + sizes.display(vg.extentSize()) + ".");
      throw new FailedException(
          "Format-specific setup of physical volume '" + pv.name() + "' failed.");
    }
    return extents;
  }

  private static PhysicalVolume member(NewPv pv, long extents) {
    return new PhysicalVolume(
        pv.id(),
        pv.name(),
        Optional.empty(),
        Flags.of(Flags.Owner.PV, Flag.ALLOCATABLE),
        List.of(),
        pv.size(),
        pv.peStart(),
        extents,
        pv.bootloaderArea(),
        UnknownEntries.NONE);
  }
}
