package org.jlvm.core.format;

import java.util.Optional;
import org.jlvm.core.model.LvmId;

/** What the volumes of one text are called there. */
interface Names {
  Optional<LvmId> pv(String name);

  Optional<LvmId> lv(String name);
}
