package org.jlvm.cli.parse;

import java.util.List;

/** The command line is not one that the command takes; the exit status is 3. */
public final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  RejectedException(List<Complaint> complaints) {
    super(complaints.get(0).text(), null, false, false);
    this.complaints = List.copyOf(complaints);
  }

  /** What to show, in this order. */
  public List<Complaint> complaints() {
    return complaints;
  }
}
