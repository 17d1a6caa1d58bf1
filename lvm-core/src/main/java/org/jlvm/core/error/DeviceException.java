package org.jlvm.core.error;

import org.jspecify.annotations.Nullable;

/** A device could not be opened, read or written. */
public final class DeviceException extends LvmException {
  private static final long serialVersionUID = 1L;

  public DeviceException(String message) {
    super(message, null);
  }

  public DeviceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitStatus() {
    return 5;
  }
}
