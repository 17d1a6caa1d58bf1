package org.jlvm.core.engine.environment;

import java.util.random.RandomGenerator;
import org.jlvm.core.model.LvmId;

/** Makes new ids. */
@FunctionalInterface
public interface IdSource {
  LvmId next();

  /** Draws each character from a generator; give a secure one outside tests. */
  static IdSource of(RandomGenerator random) {
    return () -> {
      StringBuilder value = new StringBuilder(LvmId.LENGTH);
      for (int i = 0; i < LvmId.LENGTH; i++) {
        value.append(LvmId.character(random.nextInt(LvmId.RANDOM_CHARACTERS)));
      }
      return new LvmId(value.toString());
    };
  }
}
