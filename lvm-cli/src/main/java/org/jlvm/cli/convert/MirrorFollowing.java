package org.jlvm.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.poll.PollTarget;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;

/** {@code --startpoll}: goes on with what another command has begun. */
final class MirrorFollowing implements Conversion {
  @Override
  public Outcome run(CommandSession session) {
    List<PollTarget> targets = new ArrayList<>();
    int status =
        new EachLv(session, VgAccess.UPDATE.withMissing())
            .run(
                new ConvertOperands(session).volume(),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> {
                  targets.add(PollTarget.of(state, lv));
                  return EachLv.Outcome.done(state);
                },
                state -> ExitStatus.OK);
    return new Outcome(
        status,
        targets.isEmpty()
            ? Optional.empty()
            : Optional.of(new Followed(new MirrorOperation(true), targets)));
  }
}
