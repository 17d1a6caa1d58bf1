package org.jlvm.core.plan.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.Tag;

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
      String number = readAhead instanceof ReadAhead.Auto ? "0" : text();
      return Optional.of("Setting read ahead to " + number + " for " + path + '.');
    }

    private String text() {
      if (readAhead instanceof ReadAhead.Fixed fixed) {
        return Long.toString(fixed.sectors().count());
      }
      return readAhead instanceof ReadAhead.Auto ? "auto" : "4294967295";
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
