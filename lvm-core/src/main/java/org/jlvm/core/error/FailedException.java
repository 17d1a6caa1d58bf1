package org.jlvm.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A well-formed command could not be carried out: a thing does not exist, does not fit, is refused.
 */
public final class FailedException extends LvmException {
  private static final long serialVersionUID = 1L;

  public FailedException(String message) {
    super(message, null);
  }

  public FailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitStatus() {
    return 5;
  }
}
