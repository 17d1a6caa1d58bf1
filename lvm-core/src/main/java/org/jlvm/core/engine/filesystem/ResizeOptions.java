package org.jlvm.core.engine.filesystem;

/**
 * What the user wants done about a file system ({@code --fs}, {@code --resizefs}, {@code
 * --fsmode}).
 *
 * @param care how far to go
 * @param careGiven whether the user said so
 * @param mode whether it may be mounted and unmounted
 * @param modeGiven whether the user said so; without, mounting and unmounting is asked for
 * @param check whether it is checked before
 */
public record ResizeOptions(
    Care care, boolean careGiven, Mode mode, boolean modeGiven, boolean check) {
  /** How far to go. */
  public enum Care {
    /** The file system is none of our business. */
    IGNORE(""),
    /** The volume is not cut into it. */
    CHECK_SIZE("checksize"),
    /** It is resized with the volume. */
    RESIZE("resize"),
    /** It is resized with the volume by lvm2's old script. */
    SCRIPT("resize_fsadm");

    private final String word;

    Care(String word) {
      this.word = word;
    }

    /** The value of {@code --fs}. */
    public String word() {
      return word;
    }
  }

  /** What may be done to get at it. */
  public enum Mode {
    MANAGE,
    NO_CHANGE,
    OFFLINE
  }

  public ResizeOptions with(Care newCare) {
    return new ResizeOptions(newCare, careGiven, mode, modeGiven, check);
  }

  /** Whether it is to be resized in one way or the other. */
  public boolean resizes() {
    return care == Care.RESIZE || care == Care.SCRIPT;
  }
}
