package org.jlvm.core.device.id;

import java.util.List;
import java.util.Optional;

/**
 * The contents of a devices file.
 *
 * @param productUuid the machine that it was written on, if it says so
 * @param hostName likewise
 * @param refreshUntil until when physical volumes are looked for on new devices, YYYYMMDDHHMMSS
 * @param version {@code MAJOR.MINOR.COUNTER}; the counter grows with every change
 * @param entries in order
 * @param hash whether the file's own checksum is right
 */
public record DevicesFile(
    Optional<String> productUuid,
    Optional<String> hostName,
    Optional<Long> refreshUntil,
    Optional<String> version,
    List<DevicesFileEntry> entries,
    Hash hash) {
  /** The checksum in the file's comment. */
  public enum Hash {
    RIGHT,
    /** Somebody edited the file; lvm2 does not mind, lvmdevices tells. */
    WRONG,
    /** Written as 0, to say that nobody is to check. */
    IGNORED
  }

  /** No entries, never written. */
  public static final DevicesFile EMPTY =
      new DevicesFile(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Hash.RIGHT);

  public DevicesFile {
    entries = List.copyOf(entries);
  }

  public DevicesFile with(List<DevicesFileEntry> newEntries) {
    return new DevicesFile(productUuid, hostName, refreshUntil, version, newEntries, hash);
  }
}
