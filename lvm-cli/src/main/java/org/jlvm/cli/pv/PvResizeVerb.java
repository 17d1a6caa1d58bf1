package org.jlvm.cli.pv;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachPv;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SignedSize;

/** {@code pvresize}: adjusts physical volumes to their devices, or to a size given. */
public final class PvResizeVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    Optional<SignedSize> size = command.size(Opt.SETPHYSICALVOLUMESIZE);
    if (size.isPresent() && size.get().sign() == Sign.MINUS) {
      throw new UsageException("Physical volume size may not be negative");
    }
    try (CommandSession session = CommandSession.open(context, command)) {
      Sectors wanted = size.map(SignedSize::size).orElse(Sectors.ZERO);
      PvResizing resizing = new PvResizing(session, wanted);
      int status = resize(session, resizing);
      session
          .session()
          .environment()
          .messages()
          .info(
              resizing.done()
                  + " physical volume(s) resized or updated / "
                  + (resizing.total() - resizing.done())
                  + " physical volume(s) not resized");
      return status;
    }
  }

  /** What came of it is told even if the devices cannot be had. */
  private static int resize(CommandSession session, PvResizing resizing) {
    try {
      return new EachPv(session, VgAccess.UPDATE)
          .run(session.command().operands(), (state, pv) -> true, resizing);
    } catch (FailedException e) {
      if (!e.getMessage().isEmpty()) {
        session.session().environment().messages().error(e.getMessage());
      }
      return ExitStatus.FAILED;
    }
  }
}
