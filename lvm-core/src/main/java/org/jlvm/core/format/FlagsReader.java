package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;

/** Makes flags of their names; objects next to each other mostly have the same. */
final class FlagsReader {
  private final Flags.Owner owner;
  private List<String> lastStatus = List.of();
  private List<String> lastCompatible = List.of();
  private Flags last;

  FlagsReader(Flags.Owner owner) {
    this.owner = owner;
    last = Flags.of(owner);
  }

  Flags read(List<String> status, List<String> compatible) {
    if (!status.equals(lastStatus) || !compatible.equals(lastCompatible)) {
      List<Flag> flags = new ArrayList<>(8);
      for (String name : status) {
        flags.add(owner.known(name).orElseGet(() -> Flag.status(name)));
      }
      for (String name : compatible) {
        flags.add(owner.known(name).orElseGet(() -> Flag.compatible(name)));
      }
      last = Flags.ofList(owner, flags);
      lastStatus = status;
      lastCompatible = compatible;
    }
    return last;
  }
}
