package org.jlvm.core.engine.lock;

/** Who else may hold the same lock. */
public enum LockMode {
  /** Any number of readers. */
  SHARED,
  /** Nobody. */
  EXCLUSIVE
}
