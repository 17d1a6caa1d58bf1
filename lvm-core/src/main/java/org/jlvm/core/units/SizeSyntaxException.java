package org.jlvm.core.units;

/** A size as typed by a user cannot be read; the message is lvm2's and ends with a full stop. */
public final class SizeSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  public SizeSyntaxException(String message) {
    super(message);
  }
}
