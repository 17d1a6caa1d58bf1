package org.jlvm.core.units;

/** The sign a user put before a size or a count: {@code +} and {@code -} make it relative. */
public enum Sign {
  NONE,
  PLUS,
  MINUS
}
