package org.jlvm.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure with a message for the user. Sealed: the kinds differ in what caused them and in the
 * exit status, not in where they were found.
 */
public abstract sealed class LvmException extends RuntimeException
    permits UsageException,
        InitializationException,
        FailedException,
        FormatException,
        DeviceException {
  private static final long serialVersionUID = 1L;

  LvmException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Exit status of a command that ends with this failure, as lvm2's (errors.h, lvm(8)). */
  public abstract int exitStatus();
}
