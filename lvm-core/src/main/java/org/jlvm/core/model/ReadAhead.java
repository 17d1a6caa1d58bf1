package org.jlvm.core.model;

import org.jlvm.core.units.Sectors;

/** The read-ahead setting of a logical volume. */
public sealed interface ReadAhead {
  /** The kernel's or LVM's own choice; the default, not written to metadata. */
  record Auto() implements ReadAhead {}

  /** No read-ahead at all; {@code -1} in metadata. */
  record None() implements ReadAhead {}

  /** A fixed amount. */
  record Fixed(Sectors sectors) implements ReadAhead {}

  ReadAhead AUTO = new Auto();
  ReadAhead NONE = new None();
}
