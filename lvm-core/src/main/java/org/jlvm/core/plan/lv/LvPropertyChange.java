package org.jlvm.core.plan.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.plan.raid.RaidParts;
import org.jlvm.core.segtype.raid.RaidSegment;

/** One property of a logical volume that is to be another ({@code lvchange}). */
public sealed interface LvPropertyChange {
  /**
   * The volume with the property changed.
   *
   * @param path its name for messages, {@code vg/lv}
   * @throws FailedException if it has that property already and lvm2 minds
   */
  LogicalVolume apply(LogicalVolume lv, String path);

  /** Whether the device of an active volume has to follow. */
  default boolean reloads() {
    return false;
  }

  /** Whether there is anything to commit. */
  default boolean commits(LogicalVolume before) {
    return true;
  }

  /** What is said of it on request. */
  default Optional<String> told(LogicalVolume before, String path) {
    return Optional.empty();
  }

  /** What the user is told beside. */
  default Optional<String> notice(LogicalVolume before) {
    return Optional.empty();
  }

  /** Changes parts of the volume. */
  default VolumeGroup applyToParts(VolumeGroup vg, LogicalVolume lv) {
    return vg;
  }

  /** How fast the images of a RAID volume are filled, in KiB/s; absent stays as it is. */
  record RecoveryRates(OptionalLong minimum, OptionalLong maximum) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      RaidSegment raid = (RaidSegment) lv.firstSegment();
      long most = isTooSmall(raid) ? least(raid) : most(raid);
      return lv.withSegments(
          List.of(raid.withSettings(raid.settings().withRecoveryRates(least(raid), most))));
    }

    private long least(RaidSegment raid) {
      return minimum.orElse(raid.settings().minRecoveryRate());
    }

    private long most(RaidSegment raid) {
      return maximum.orElse(raid.settings().maxRecoveryRate());
    }

    private boolean isTooSmall(RaidSegment raid) {
      return most(raid) != 0 && most(raid) < least(raid);
    }

    @Override
    public Optional<String> notice(LogicalVolume before) {
      return isTooSmall((RaidSegment) before.firstSegment())
          ? Optional.of("Minimum recovery rate cannot be higher than maximum, adjusting.")
          : Optional.empty();
    }

    @Override
    public boolean reloads() {
      return true;
    }
  }

  /**
   * Images of a RAID1 volume that are read from only if there is no other, and how far they may be
   * behind.
   *
   * @param behind writes; absent stays as it is
   * @param mostly physical volumes whose images change
   */
  record WriteMostly(OptionalLong behind, List<Mode> mostly) implements LvPropertyChange {
    /** What becomes of the images on a physical volume: y, n or t, for the opposite. */
    public record Mode(LvmId pv, char letter) {}

    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      RaidSegment raid = (RaidSegment) lv.firstSegment();
      long writes = behind.orElse(raid.settings().writeBehind());
      return lv.withSegments(List.of(raid.withSettings(raid.settings().withWriteBehind(writes))));
    }

    @Override
    public VolumeGroup applyToParts(VolumeGroup vg, LogicalVolume lv) {
      VolumeGroup changed = vg;
      int marked = 0;
      for (Area area : lv.firstSegment().areas()) {
        LogicalVolume image = vg.lv(((Area.OnLv) area).lv());
        for (Mode mode : mostly) {
          if (RaidParts.isOn(image, mode.pv())) {
            boolean now =
                mode.letter() == 't' ? !image.flags().has(Flag.WRITEMOSTLY) : mode.letter() == 'y';
            image = image.withFlag(Flag.WRITEMOSTLY, now);
          }
        }
        marked += image.flags().has(Flag.WRITEMOSTLY) ? 1 : 0;
        changed = changed.withLv(image);
      }
      if (!mostly.isEmpty() && marked == lv.firstSegment().areas().size()) {
        throw new FailedException(
            "Can't set all images of "
                + lv.firstSegment().displayName()
                + " LV "
                + vg.name()
                + '/'
                + lv.name()
                + " to writemostly.");
      }
      return changed;
    }

    @Override
    public boolean reloads() {
      return true;
    }
  }

  /** Read-only or read-write. */
  record Permission(boolean writable) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      if (lv.isWritable() == writable) {
        throw new FailedException(
            writable
                ? "Logical volume " + path + " is already writable."
                : "Logical volume \"" + path + "\" is already read only.");
      }
      // The other flag is how a group with a system ID says the same.
      return lv.withFlag(Flag.WRITE, writable).withFlag(Flag.WRITE_LOCKED, false);
    }

    @Override
    public Optional<String> told(LogicalVolume before, String path) {
      return Optional.of(
          "Setting logical volume " + path + (writable ? " read/write." : " read-only."));
    }

    @Override
    public boolean reloads() {
      return true;
    }
  }

  /** Where new extents go. */
  record Allocation(AllocationPolicy policy) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      if (lv.allocation() == policy) {
        throw new FailedException(
            "Allocation policy of logical volume " + path + " is already " + policy.text() + '.');
      }
      return lv.toBuilder().allocation(policy).build();
    }

    @Override
    public Optional<String> told(LogicalVolume before, String path) {
      return Optional.of(
          "Setting contiguous allocation policy for " + path + " to " + policy.text() + '.');
    }
  }

  /** How far to read ahead. */
  record ReadAheadSetting(ReadAhead readAhead) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      if (lv.readAhead().equals(readAhead)) {
        throw new FailedException("Read ahead is already " + text() + " for " + path + '.');
      }
      return lv.toBuilder().readAhead(readAhead).build();
    }

    @Override
    public Optional<String> told(LogicalVolume before, String path) {
      String number = readAhead instanceof ReadAhead.Auto ? "4294967295" : text();
      return Optional.of("Setting read ahead to " + number + " for " + path + '.');
    }

    private String text() {
      if (readAhead instanceof ReadAhead.Fixed fixed) {
        return Long.toString(fixed.sectors().count());
      }
      return readAhead instanceof ReadAhead.Auto ? "auto" : "0";
    }

    @Override
    public boolean reloads() {
      return true;
    }
  }

  /** Tags to add and to take away, in this order. */
  record Tags(List<Tag> added, List<Tag> removed) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      List<Tag> tags = new ArrayList<>(lv.tags());
      for (Tag tag : added) {
        if (!tags.contains(tag)) {
          tags.add(tag);
        }
      }
      tags.removeAll(removed);
      return lv.toBuilder().tags(tags).build();
    }
  }

  /** Whether activation of everything leaves it out, written whatever it was. */
  record ActivationSkip(boolean wanted) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      return lv.withFlag(Flag.ACTIVATION_SKIP, wanted);
    }

    @Override
    public Optional<String> told(LogicalVolume before, String path) {
      // The words are where lvm2 has them.
      return Optional.of(
          "Changing activation skip flag to "
              + path
              + " for LV "
              + (wanted ? "enabled" : "disabled")
              + '.');
    }
  }

  /** Whether it is activated without being asked for. */
  record Autoactivation(boolean wanted) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      return lv.withFlag(Flag.NOAUTOACTIVATE, !wanted);
    }

    @Override
    public boolean commits(LogicalVolume before) {
      return before.flags().has(Flag.NOAUTOACTIVATE) == wanted;
    }

    @Override
    public Optional<String> told(LogicalVolume before, String path) {
      return commits(before)
          ? Optional.of(
              "Changing autoactivation flag to "
                  + path
                  + " for LV "
                  + (wanted ? "yes" : "no")
                  + '.')
          : Optional.empty();
    }
  }

  /** What only volumes of VDO have. */
  record OfVdo(String property) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      throw new FailedException(
          "Unable to change " + property + " for non VDO volume " + path + '.');
    }
  }

  /** The metadata profile; absent to detach it. */
  record Profile(Optional<String> name) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      return lv.toBuilder().profile(name).build();
    }

    @Override
    public Optional<String> told(LogicalVolume before, String path) {
      return Optional.of(
          "Changing configuration profile for LV "
              + path
              + ": "
              + before.profile().orElse("(inherited)")
              + " -> "
              + name.orElse("(inherited)")
              + '.');
    }
  }

  /** A fixed device number; absent for any. */
  record DeviceNumber(OptionalInt major, OptionalInt minor) implements LvPropertyChange {
    @Override
    public LogicalVolume apply(LogicalVolume lv, String path) {
      if (minor.isEmpty() && !lv.flags().has(Flag.FIXED_MINOR)) {
        throw new FailedException("Minor number is already not persistent for " + path + '.');
      }
      return lv.toBuilder()
          .major(major)
          .minor(minor)
          .flags(lv.flags().with(Flag.FIXED_MINOR, minor.isPresent()))
          .build();
    }

    @Override
    public Optional<String> told(LogicalVolume before, String path) {
      return Optional.of(
          minor.isPresent()
              ? "Setting persistent device number to ("
                  + major.orElse(0)
                  + ", "
                  + minor.getAsInt()
                  + ") for "
                  + path
                  + '.'
              : "Disabling persistent device number for " + path + '.');
    }
  }
}
