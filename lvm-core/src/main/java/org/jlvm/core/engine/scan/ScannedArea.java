package org.jlvm.core.engine.scan;

import java.util.Optional;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.RawLocation;

/**
 * One metadata area as it was found.
 *
 * @param index 0 for the one at the start of the device, 1 for the one at its end
 * @param place where the PV header says it is
 * @param header its header; empty if damaged
 * @param problem what is wrong with it, for the user; empty if nothing
 */
public record ScannedArea(
    int index, DiskArea place, Optional<MdaHeader> header, Optional<String> problem) {

  /** The problem of an area whose text is good but not what others have by the same number. */
  public static final String MISMATCH = "mismatch with other metadata";

  /** Whether the area is usable but marked as not in use. */
  public boolean isIgnored() {
    return header.isPresent() && header.get().isIgnored();
  }

  /** Whether it can be read and is in use, with or without a text. */
  public boolean isInUse() {
    return header.isPresent() && !header.get().isIgnored();
  }

  /** The committed text's location, if the area is in use and has one. */
  public Optional<RawLocation> text() {
    return problem.isEmpty() ? location() : Optional.empty();
  }

  /** Where the header says that the committed text is, if the area is in use. */
  Optional<RawLocation> location() {
    return isInUse() ? header.get().committed() : Optional.empty();
  }

  /** The same area in use or out of use. */
  public ScannedArea marked(boolean ignored) {
    return new ScannedArea(index, place, header.map(known -> known.revert(ignored)), problem);
  }

  /** The area as if nothing had been wrong, to be written anew. */
  public ScannedArea revived() {
    MdaHeader usable =
        header.orElseGet(() -> MdaHeader.empty(place.offset().count(), place.size().count()));
    return new ScannedArea(index, place, Optional.of(usable), Optional.empty());
  }

  ScannedArea damaged(String what) {
    return new ScannedArea(index, place, Optional.empty(), Optional.of(what));
  }
}
