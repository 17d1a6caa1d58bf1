package org.jlvm.core.error;

import org.jspecify.annotations.Nullable;

/** Bytes or text do not follow the on-disk or configuration format; the message has the place. */
public final class FormatException extends LvmException {
  private static final long serialVersionUID = 1L;

  public FormatException(String message) {
    super(message, null);
  }

  public FormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitStatus() {
    return 5;
  }
}
