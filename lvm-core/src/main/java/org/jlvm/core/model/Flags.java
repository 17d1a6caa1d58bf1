package org.jlvm.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The flags of one object, in the order of its metadata. A flag set later takes the place that lvm2
 * would print it at; flags that are not known stay where they were found.
 */
public final class Flags {
  /**
   * Whose flags they are, which decides the order lvm2 prints them in (lib/format_text/flags.c).
   */
  public enum Owner {
    VG(
        Flag.EXPORTED,
        Flag.RESIZEABLE,
        Flag.PVMOVE,
        Flag.READ,
        Flag.WRITE,
        Flag.WRITE_LOCKED,
        Flag.NOAUTOACTIVATE,
        Flag.CLUSTERED,
        Flag.SHARED),
    PV(Flag.ALLOCATABLE, Flag.EXPORTED, Flag.MISSING),
    LV(
        Flag.READ,
        Flag.WRITE,
        Flag.WRITE_LOCKED,
        Flag.FIXED_MINOR,
        Flag.VISIBLE,
        Flag.PVMOVE,
        Flag.LOCKED,
        Flag.NOTSYNCED,
        Flag.REBUILD,
        Flag.WRITEMOSTLY,
        Flag.ACTIVATION_SKIP,
        Flag.NOAUTOACTIVATE,
        Flag.ERROR_WHEN_FULL,
        Flag.CACHE_VOL);

    private final List<Flag> printOrder;

    Owner(Flag... printOrder) {
      this.printOrder = List.of(printOrder);
    }

    /**
     * The flag of this name that lvm2 knows for such an object, whichever list it was read from.
     */
    public Optional<Flag> known(String name) {
      for (Flag flag : printOrder) {
        if (flag.name().equals(name)) {
          return Optional.of(flag);
        }
      }
      return Optional.empty();
    }
  }

  private final Owner owner;
  private final List<Flag> flags;

  private Flags(Owner owner, List<Flag> flags) {
    this.owner = owner;
    this.flags = flags;
  }

  public static Flags of(Owner owner, Flag... flags) {
    return ofList(owner, List.of(flags));
  }

  /** Flags in the order in which metadata lists them; a repeated one counts once. */
  public static Flags ofList(Owner owner, List<Flag> flags) {
    List<Flag> distinct = new ArrayList<>(flags.size());
    for (Flag flag : flags) {
      if (!distinct.contains(flag)) {
        distinct.add(flag);
      }
    }
    return new Flags(owner, List.copyOf(distinct));
  }

  public boolean has(Flag flag) {
    // No iterator: every column of a report asks.
    for (int i = 0; i < flags.size(); i++) {
      if (flags.get(i).equals(flag)) {
        return true;
      }
    }
    return false;
  }

  public Flags with(Flag flag) {
    if (has(flag)) {
      return this;
    }
    int rank = owner.printOrder.indexOf(flag);
    int place = flags.size();
    for (int i = 0; i < flags.size(); i++) {
      if (rank >= 0 && owner.printOrder.indexOf(flags.get(i)) > rank) {
        place = i;
        break;
      }
    }
    List<Flag> more = new ArrayList<>(flags);
    more.add(place, flag);
    return new Flags(owner, List.copyOf(more));
  }

  public Flags without(Flag flag) {
    if (!has(flag)) {
      return this;
    }
    List<Flag> fewer = new ArrayList<>(flags);
    fewer.remove(flag);
    return new Flags(owner, List.copyOf(fewer));
  }

  public Flags with(Flag flag, boolean wanted) {
    return wanted ? with(flag) : without(flag);
  }

  public List<Flag> asList() {
    return flags;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Flags that && owner == that.owner && flags.equals(that.flags);
  }

  @Override
  public int hashCode() {
    return flags.hashCode();
  }

  @Override
  public String toString() {
    return flags.toString();
  }
}
