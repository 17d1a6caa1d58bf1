package org.jlvm.core.error;

import org.jspecify.annotations.Nullable;

/** The command line is not one that the command accepts. */
public final class UsageException extends LvmException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message, null);
  }

  public UsageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitStatus() {
    return 3;
  }
}
