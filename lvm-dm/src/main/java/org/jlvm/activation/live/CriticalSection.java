package org.jlvm.activation.live;

/**
 * The time while devices are suspended: the process must not wait for anything that could lie on
 * one of them, not even for a page of its own.
 */
public interface CriticalSection {
  /** Brings into memory, and keeps there, whatever could be needed until {@link #leave}. */
  void enter();

  /** No device is suspended any more. */
  void leave();

  /** For drivers in this process. */
  CriticalSection NONE =
      new CriticalSection() {
        @Override
        public void enter() {
          // Nothing can be lost from memory.
        }

        @Override
        public void leave() {
          // Nothing was kept.
        }
      };
}
