package org.jlvm.cli.parse;

import java.util.Optional;

/** A value is not of its type; lvm2 says why for some types, before it says which option. */
final class BadValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Complaint> reason;

  BadValueException() {
    super("invalid value", null, false, false);
    this.reason = Optional.empty();
  }

  BadValueException(Complaint reason) {
    super(reason.text(), null, false, false);
    this.reason = Optional.of(reason);
  }

  BadValueException(String reason) {
    this(Complaint.error(reason));
  }

  Optional<Complaint> reason() {
    return reason;
  }
}
