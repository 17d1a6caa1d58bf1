package org.jlvm.core.engine.pv;

/**
 * What the named devices are for, and how far the user lets the command go.
 *
 * @param purpose what is done with them
 * @param allOrNone whether one device that cannot be used stops all
 * @param force how often {@code --force} was given
 * @param yes {@code --yes}
 * @param mixedBlockSizes whether devices of different block sizes may go together
 */
public record PvUse(
    Purpose purpose, boolean allOrNone, int force, boolean yes, boolean mixedBlockSizes) {
  /** What is done with a device. */
  public enum Purpose {
    /** It becomes a new physical volume, whatever it was. */
    CREATE,
    /** It becomes, or already is, a physical volume of a group that is made. */
    NEW_GROUP,
    /** It becomes, or already is, a physical volume of a group that grows. */
    EXTEND,
    /** It stops being one. */
    REMOVE
  }

  /** Whether even physical volumes of groups may be taken: twice is a special number. */
  boolean overrides() {
    return force == 2;
  }

  boolean keepsExisting() {
    return purpose == Purpose.NEW_GROUP || purpose == Purpose.EXTEND;
  }
}
