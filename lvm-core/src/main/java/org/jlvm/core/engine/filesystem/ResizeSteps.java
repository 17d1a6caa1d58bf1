package org.jlvm.core.engine.filesystem;

/**
 * What resizing a file system takes.
 *
 * @param resize whether the file system itself has to change
 * @param check whether it is checked before
 * @param unmount whether it has to be unmounted before
 * @param mount whether it has to be mounted meanwhile
 */
public record ResizeSteps(boolean resize, boolean check, boolean unmount, boolean mount) {
  /** Nothing to do. */
  public static final ResizeSteps NONE = new ResizeSteps(false, false, false, false);

  boolean changesMount() {
    return mount || unmount;
  }
}
