package org.jlvm.cli.convert;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.poll.PolledOperation;
import org.jlvm.cli.session.CommandSession;

/** One family of conversions. */
@FunctionalInterface
interface Conversion {
  /**
   * Converts what the command names.
   *
   * @throws org.jlvm.core.error.LvmException as verbs do
   */
  Outcome run(CommandSession session);

  /**
   * How it ended.
   *
   * @param status exit status
   * @param toFollow what goes on in the background, to be followed when all locks are given back
   */
  record Outcome(int status, Optional<Followed> toFollow) {
    static Outcome of(int status) {
      return new Outcome(status, Optional.empty());
    }
  }

  /**
   * What goes on.
   *
   * @param operation of one kind
   * @param targets the volumes
   */
  record Followed(PolledOperation operation, List<PollTarget> targets) {}
}
