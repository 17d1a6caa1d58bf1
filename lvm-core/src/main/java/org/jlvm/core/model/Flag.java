package org.jlvm.core.model;

import org.jspecify.annotations.Nullable;

/**
 * One flag of a VG, PV or LV.
 *
 * @param name as in metadata, e.g. {@code VISIBLE}
 * @param kind which list it is written to
 */
public record Flag(String name, Kind kind) {
  /** The two lists of flags that every object has in metadata. */
  public enum Kind {
    /** List {@code status}: a reader that does not know the flag must not touch the group. */
    STATUS,
    /** List {@code flags}: a reader may ignore what it does not know. */
    COMPATIBLE
  }

  public static final Flag EXPORTED = status("EXPORTED");
  public static final Flag RESIZEABLE = status("RESIZEABLE");
  public static final Flag PVMOVE = status("PVMOVE");
  public static final Flag READ = status("READ");
  public static final Flag WRITE = status("WRITE");
  public static final Flag WRITE_LOCKED = compatible("WRITE_LOCKED");
  public static final Flag NOAUTOACTIVATE = compatible("NOAUTOACTIVATE");
  public static final Flag CLUSTERED = status("CLUSTERED");
  public static final Flag SHARED = status("SHARED");
  public static final Flag ALLOCATABLE = status("ALLOCATABLE");
  public static final Flag MISSING = compatible("MISSING");
  public static final Flag FIXED_MINOR = status("FIXED_MINOR");
  public static final Flag VISIBLE = status("VISIBLE");
  public static final Flag LOCKED = status("LOCKED");
  public static final Flag NOTSYNCED = status("NOTSYNCED");
  public static final Flag REBUILD = status("REBUILD");
  public static final Flag WRITEMOSTLY = status("WRITEMOSTLY");
  public static final Flag ACTIVATION_SKIP = compatible("ACTIVATION_SKIP");
  public static final Flag ERROR_WHEN_FULL = compatible("ERROR_WHEN_FULL");
  public static final Flag CACHE_VOL = compatible("CACHE_VOL");

  public static Flag status(String name) {
    return new Flag(name, Kind.STATUS);
  }

  public static Flag compatible(String name) {
    return new Flag(name, Kind.COMPATIBLE);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Flag that && kind == that.kind && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
