package org.jlvm.cli.lv;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.Amount;
import org.jlvm.core.alloc.CowSize;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvResize;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.filesystem.ResizeOptions;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.lv.GrowthSync;
import org.jlvm.core.plan.lv.LvResizePlanner;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.SegmentTypes;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;

/** {@code lvextend}, {@code lvreduce}, {@code lvresize}. */
public final class LvResizeVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Resizing(session, command).run();
    }
  }

  private static final class Resizing {
    private final CommandSession commandSession;
    private final Session session;
    private final ParsedCommand command;
    private final Messages messages;

    Resizing(CommandSession commandSession, ParsedCommand command) {
      this.commandSession = commandSession;
      this.command = command;
      session = commandSession.session();
      messages = session.environment().messages();
    }

    int run() {
      ResizeOptions options = FsOptions.of(command, messages);
      requireConsistentOptions();
      List<String> operands = command.operands();
      return new EachLv(commandSession, VgAccess.UPDATE)
          .run(
              operands.subList(0, 1),
              false,
              true,
              (state, lv) -> true,
              (state, lv, named) ->
                  resize(state, lv, operands.subList(1, operands.size()), options),
              state -> ExitStatus.OK);
    }

    private void requireConsistentOptions() {
      if (command.has(Opt.SIZE) && command.has(Opt.EXTENTS)) {
        throw new UsageException("Please specify either size or extents but not both.");
      }
      boolean signed =
          command.value(Opt.MIRRORS).map(value -> value.sign() != Sign.NONE).orElse(false);
      if (signed && !command.name().equals("lvreduce")) {
        throw new UsageException("Mirrors argument may not be signed.");
      }
      boolean striped = command.number(Opt.STRIPES, 0) > 1;
      if (command.string(Opt.TYPE, "").equals("linear") && striped) {
        throw new UsageException("Cannot use stripes with linear type.");
      }
    }

    private EachLv.Outcome resize(
        VgState state, LogicalVolume lv, List<String> pvOperands, ResizeOptions options) {
      try {
        Optional<Amount> growth = Optional.empty();
        if (command.has(Opt.USEPOLICIES)) {
          growth = new LvPolicyGrowth(commandSession).of(state, lv);
          if (growth.isEmpty()) {
            messages.debug("lvextend policy not needed.");
            return EachLv.Outcome.done(state);
          }
        }
        LvResize.Request request = request(state, lv, growth, pvOperands);
        LvResizePlanner.Checked checked =
            LvResizePlanner.check(
                request,
                Sectors.ofKib(commandSession.settings().metadata().stripesize()),
                new SessionLiveFacts(session.activation(), state),
                messages,
                commandSession.sizes());
        boolean unchanged = checked.target().unchanged();
        if (unchanged && !options.resizes()) {
          throw new FailedException("No size change.");
        }
        LvFileSystem fileSystem =
            new LvFileSystem(
                commandSession, state, lv, checked.isReduction(), checked.target().extents());
        try (fileSystem) {
          if (!fileSystem.prepare(options)) {
            return EachLv.Outcome.failed(state);
          }
          return finish(unchanged ? state : change(state, checked), lv, fileSystem);
        }
      } catch (LvmException e) {
        messages.error(e.getMessage());
        return new EachLv.Outcome(e.exitStatus(), state);
      }
    }

    private VgState change(VgState state, LvResizePlanner.Checked checked) {
      GrowthSync sync =
          new GrowthSync(
              command.has(Opt.NOSYNC),
              new SessionLiveFacts(session.activation(), state),
              messages,
              session.environment().prompter());
      Plan plan =
          LvResizePlanner.plan(
              checked, LvAmount.settings(commandSession), sync, messages, commandSession.sizes());
      return new PlanExecutor(session).run(state, plan);
    }

    private EachLv.Outcome finish(VgState after, LogicalVolume lv, LvFileSystem fileSystem) {
      boolean grows = fileSystem.grows();
      if (grows) {
        session.backups().backup(after.vg());
      }
      boolean good = fileSystem.follow();
      if (!good) {
        messages.error("File system extend error.");
      }
      messages.info(
          "Logical volume " + after.vg().name() + '/' + lv.name() + " successfully resized.");
      if (!grows) {
        session.backups().backup(after.vg());
      }
      return good ? EachLv.Outcome.done(after) : EachLv.Outcome.failed(after);
    }

    private LvResize.Request request(
        VgState state, LogicalVolume lv, Optional<Amount> growth, List<String> pvOperands) {
      PvChoices pvs =
          PvOperands.read(
              pvOperands,
              state.vg(),
              FreeExtents.of(state.vg()),
              new PvDevices(state),
              false,
              messages);
      return new LvResize.Request(
          state.vg(),
          lv,
          growth.orElseGet(() -> amount(lv, !pvOperands.isEmpty())),
          direction(),
          type(),
          (int) command.number(Opt.STRIPES, 0),
          command.size(Opt.STRIPESIZE).map(size -> size.size()).orElse(Sectors.ZERO),
          command.string(Opt.ALLOC).flatMap(AllocationPolicy::ofText),
          pvs,
          store(state, lv),
          copies());
    }

    private Optional<CowSize> store(VgState state, LogicalVolume lv) {
      boolean leaks = !session.activation().isAvailable();
      return LvRelations.of(state.vg())
          .snapshotOfCow(lv.id())
          .map(
              snapshot ->
                  new CowSize(
                      state.vg().lv(snapshot.segment().origin()).extentCount(),
                      snapshot.segment().chunk(),
                      leaks));
    }

    /** Volumes without a length: as far as they reach. */
    private Amount amount(LogicalVolume lv, boolean pvsGiven) {
      return LvAmount.of(command)
          .orElseGet(
              () ->
                  pvsGiven
                      ? new Amount.Percent(Sign.PLUS, 100, Amount.Whole.PVS)
                      : new Amount.Count(Sign.NONE, lv.extentCount()));
    }

    private int copies() {
      long more = command.number(Opt.MIRRORS, 0);
      return more == 0 ? 0 : (int) more + 1;
    }

    private LvResize.Direction direction() {
      return switch (command.name()) {
        case "lvextend" -> LvResize.Direction.EXTEND;
        case "lvreduce" -> LvResize.Direction.REDUCE;
        default -> LvResize.Direction.ANY;
      };
    }

    private Optional<SegmentType> type() {
      return command
          .string(Opt.TYPE)
          .map(name -> name.equals("linear") ? StripedType.INSTANCE : SegmentTypes.ofName(name));
    }
  }
}
