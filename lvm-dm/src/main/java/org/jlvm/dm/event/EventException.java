package org.jlvm.dm.event;

import java.util.Objects;

/** The daemon cannot be talked to. */
public final class EventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EventException(String message) {
    super(message);
  }

  /** Never null, unlike what it overrides. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
