package org.jlvm.cli.parse;

import java.util.Locale;
import java.util.Optional;

/** What a percentage of extents is a percentage of. */
public enum Percent {
  /** Not a percentage. */
  NONE,
  VG,
  FREE,
  LV,
  PVS,
  ORIGIN;

  /** Reads what follows the percent sign; lvm2 takes some shorter forms too. */
  static Optional<Percent> of(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "V", "VG" -> Optional.of(VG);
      case "L", "LV" -> Optional.of(LV);
      case "P", "PV", "PVS" -> Optional.of(PVS);
      case "F", "FR", "FREE" -> Optional.of(FREE);
      case "O", "OR", "ORIGIN" -> Optional.of(ORIGIN);
      default -> Optional.empty();
    };
  }
}
