package org.jlvm.core.format;

import java.util.ArrayList;
import java.util.List;
import org.jlvm.core.config.text.ConfigValue;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.Flags;
import org.jspecify.annotations.Nullable;

/** Makes flags of their names; objects next to each other mostly have the same. */
final class FlagsReader {
  private final Flags.Owner owner;
  private @Nullable ConfigValue lastStatus;
  private @Nullable ConfigValue lastCompatible;
  private Flags last;

  FlagsReader(Flags.Owner owner) {
    this.owner = owner;
    last = Flags.of(owner);
  }

  /**
   * The flags of a section.
   *
   * @param status its list of flags that every lvm2 has to know
   * @param compatible its list of flags that one may ignore
   */
  @SuppressWarnings("ReferenceEquality") // The parser gives a value that is repeated once.
  Flags read(
      SectionReader section, @Nullable ConfigValue status, @Nullable ConfigValue compatible) {
    if (status == null || status != lastStatus || compatible != lastCompatible) {
      List<Flag> flags = new ArrayList<>(8);
      for (String name : section.strings("status", status)) {
        flags.add(owner.known(name).orElseGet(() -> Flag.status(name)));
      }
      for (String name : section.strings("flags", compatible)) {
        flags.add(owner.known(name).orElseGet(() -> Flag.compatible(name)));
      }
      last = Flags.ofList(owner, flags);
      lastStatus = status;
      lastCompatible = compatible;
    }
    return last;
  }
}
