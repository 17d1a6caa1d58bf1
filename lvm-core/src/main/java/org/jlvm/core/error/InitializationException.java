package org.jlvm.core.error;

import org.jspecify.annotations.Nullable;

/** The environment (configuration, locking directory, ...) does not let any command start. */
public final class InitializationException extends LvmException {
  private static final long serialVersionUID = 1L;

  public InitializationException(String message) {
    super(message, null);
  }

  public InitializationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitStatus() {
    return 4;
  }
}
