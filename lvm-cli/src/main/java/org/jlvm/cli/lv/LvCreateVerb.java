package org.jlvm.cli.lv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.LvActivator;
import org.jlvm.cli.process.PvDevices;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.process.VgReader;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.Amount;
import org.jlvm.core.alloc.FreeExtents;
import org.jlvm.core.alloc.LvCreation;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.alloc.PvOperands;
import org.jlvm.core.alloc.Stripes;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.AllocationPolicy;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.SegmentType;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VgName;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.lv.ActivationChoice;
import org.jlvm.core.plan.lv.LvCreatePlanner;
import org.jlvm.core.plan.lv.LvCreateRequest;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.striped.StripedType;
import org.jlvm.core.segtype.virtual.VirtualType;
import org.jlvm.core.units.Sectors;

/** {@code lvcreate}: linear, striped, zero and error volumes. */
public final class LvCreateVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    try (CommandSession session = CommandSession.open(context, command)) {
      return new Creation(session, command).run();
    }
  }

  private static final class Creation {
    private static final Sectors SMALLEST_CHUNK = Sectors.ofKib(4);
    private static final Sectors LARGEST_CHUNK = Sectors.ofKib(512);

    private final CommandSession commandSession;
    private final Session session;
    private final ParsedCommand command;
    private final Messages messages;
    private boolean zero;
    private boolean skippedZeroing;

    Creation(CommandSession commandSession, ParsedCommand command) {
      this.commandSession = commandSession;
      this.command = command;
      session = commandSession.session();
      messages = session.environment().messages();
    }

    int run() {
      boolean snapshot = wantedType().equals("snapshot");
      SegmentType type = type();
      requirePositive(Opt.SIZE, Opt.EXTENTS, Opt.STRIPES, Opt.STRIPESIZE);
      Stripes stripes = type instanceof VirtualType ? Stripes.LINEAR : stripes();
      VolumePaths paths = VolumePaths.of(commandSession);
      List<String> operands = new ArrayList<>(command.operands());
      Optional<NewName> named = command.string(Opt.NAME).map(name -> name(name, paths));
      Optional<String> origin =
          snapshot ? Optional.of(takeOrigin(operands, paths)) : Optional.empty();
      String vgName = vgName(operands, named.flatMap(NewName::vg), paths);
      VgReader reader = new VgReader(commandSession);
      try (VgReader.Opened opened = reader.require(vgName, VgAccess.UPDATE)) {
        VgState state = opened.state();
        zero = zero(type, hindrance(origin));
        LvCreateRequest request =
            request(type, stripes, named.map(NewName::lv), state, operands, origin);
        Plan plan =
            new LvCreatePlanner(
                    state.vg(), commandSession.sizes(), messages, session.environment().testMode())
                .plan(request, this::warnOfSkippedZeroing);
        new PlanExecutor(session).run(state, plan, (reached, cause) -> undo(state, reached));
        return ExitStatus.OK;
      }
    }

    /** A volume that could not be activated or wiped must not stay. */
    private void undo(VgState before, VgState reached) {
      if (reached.vg().seqno() > before.vg().seqno()) {
        for (LogicalVolume lv : reached.vg().lvs()) {
          if (before.vg().findLv(lv.id()).isEmpty()) {
            if (LvRelations.isSnapshotLink(lv)) {
              throw new FailedException("Aborting. Manual intervention required.");
            }
            session.activation().deactivate(reached, lv.id());
          }
        }
        session.archiveNextChange();
        VgState after = session.commit(reached, before.vg());
        session.backups().backup(after.vg());
      }
    }

    private SegmentType type() {
      String name = wantedType();
      return switch (name) {
        case "linear" -> {
          if (command.number(Opt.STRIPES, 1) != 1) {
            throw new UsageException("Invalid stripe count for linear type.");
          }
          yield StripedType.INSTANCE;
        }
        case "striped" -> StripedType.INSTANCE;
        case "zero" -> VirtualType.ZERO;
        case "error" -> VirtualType.ERROR;
        case "snapshot" -> snapshotType();
        default ->
            throw new FailedException(
                "Can't create " + name + " without using device-mapper kernel driver.");
      };
    }

    private SegmentType snapshotType() {
      if (!session.activation().isAvailable()) {
        throw new FailedException(
            "Can't create snapshot without using device-mapper kernel driver.");
      }
      boolean sized = command.hasAny(Opt.SIZE, Opt.EXTENTS);
      if (command.has(Opt.TYPE) && !sized) {
        throw new UsageException("Snapshot segment type requires size or extents.");
      }
      if (sized) {
        messages.verbose("Setting chunksize to " + commandSession.sizes().display(chunk()) + '.');
      }
      return StripedType.INSTANCE;
    }

    private Sectors chunk() {
      Sectors chunk = command.size(Opt.CHUNKSIZE).map(size -> size.size()).orElse(SMALLEST_CHUNK);
      boolean good =
          chunk.compareTo(SMALLEST_CHUNK) >= 0
              && chunk.compareTo(LARGEST_CHUNK) <= 0
              && Long.bitCount(chunk.count()) == 1;
      if (!good) {
        throw new UsageException("Chunk size must be a power of 2 in the range 4K to 512K.");
      }
      return chunk;
    }

    /** Takes the origin out of the operands and leaves its group there. */
    private String takeOrigin(List<String> operands, VolumePaths paths) {
      if (operands.isEmpty()) {
        throw new UsageException("Please specify a logical volume to act as the snapshot origin.");
      }
      VolumePaths.Named origin = paths.parse(operands.remove(0));
      operands.add(0, origin.vg());
      return origin
          .lv()
          .orElseThrow(
              () ->
                  new UsageException(
                      "Please specify a logical volume to act as the snapshot origin."));
    }

    private LvCreateRequest.SnapshotOf snapshotOf(VgState state, String origin) {
      LogicalVolume lv =
          state
              .vg()
              .findLv(origin)
              .orElseThrow(
                  () ->
                      new FailedException(
                          "Snapshot origin LV "
                              + origin
                              + " not found in Volume group "
                              + state.vg().name()
                              + '.'));
      if (!command.hasAny(Opt.SIZE, Opt.EXTENTS)) {
        throw new FailedException("Please specify either size or extents with snapshots.");
      }
      return new LvCreateRequest.SnapshotOf(
          lv.id(), chunk(), session.environment().ids().next(), false);
    }

    /** What the options come to where no type is named. */
    private String wantedType() {
      if (command.has(Opt.TYPE)) {
        return command.string(Opt.TYPE, "");
      }
      if (command.has(Opt.SNAPSHOT)) {
        return "snapshot";
      }
      if (command.hasAny(Opt.THIN, Opt.THINPOOL)) {
        return "thin";
      }
      if (command.hasAny(Opt.CACHE, Opt.CACHEPOOL)) {
        return "cache";
      }
      boolean mirrored = command.number(Opt.MIRRORS, 0) > 0;
      return mirrored ? commandSession.settings().global().mirrorSegtypeDefault() : "striped";
    }

    private void requirePositive(Opt... options) {
      for (Opt option : options) {
        if (command.has(option) && command.number(option, 0) == 0) {
          throw new UsageException(option.dashed() + " may not be zero.");
        }
      }
    }

    /** A new name and the group that it was given with, if any. */
    private record NewName(Optional<String> vg, String lv) {}

    private static NewName name(String given, VolumePaths paths) {
      NewName name = new NewName(Optional.empty(), given);
      if (given.indexOf('/') >= 0) {
        try {
          VolumePaths.Named named = paths.split(given);
          name = new NewName(Optional.of(named.vg()), named.lv().orElse(""));
        } catch (FailedException e) {
          throw new UsageException(e.getMessage(), e);
        }
      }
      String invalid = "Logical volume name \"" + name.lv() + "\" is invalid.";
      if (!LvName.isValid(name.lv())) {
        throw new UsageException(invalid);
      }
      LvNewName.requireUsable(name.lv(), invalid);
      return name;
    }

    private String vgName(List<String> operands, Optional<String> fromName, VolumePaths paths) {
      String name;
      if (operands.isEmpty()) {
        name =
            fromName
                .or(paths::defaultVg)
                .orElseThrow(() -> new UsageException("Please provide a volume group name"));
      } else {
        name = paths.strip(operands.remove(0)).name();
        if (name.indexOf('/') >= 0) {
          throw new UsageException("Volume group name expected (no slash)");
        }
        if (fromName.isPresent() && !fromName.get().equals(name)) {
          throw new UsageException(
              "Inconsistent volume group names given: \""
                  + fromName.get()
                  + "\" and \""
                  + name
                  + '"');
        }
      }
      if (!VgName.isValid(name)) {
        throw new UsageException("Volume group name " + name + " has invalid characters");
      }
      return name;
    }

    private LvCreateRequest request(
        SegmentType type,
        Stripes stripes,
        Optional<String> name,
        VgState state,
        List<String> pvOperands,
        Optional<String> origin) {
      Optional<LvCreateRequest.SnapshotOf> snapshot = origin.map(lv -> snapshotOf(state, lv));
      Amount amount = LvCreation.rounded(amount(), state.vg(), messages, commandSession.sizes());
      PvChoices pvs =
          PvOperands.read(
              pvOperands,
              state.vg(),
              FreeExtents.of(state.vg()),
              new PvDevices(state),
              true,
              messages);
      return new LvCreateRequest(
          session.environment().ids().next(),
          name,
          Optional.of(
              new LogicalVolume.Creation(
                  session.environment().now(), session.environment().host().nodeName())),
          amount,
          type,
          stripes,
          !command.string(Opt.PERMISSION, "rw").equals("r"),
          allocation(),
          tags(),
          readAhead(),
          LvDeviceNumber.major(command, messages),
          LvDeviceNumber.minor(command),
          command.yes(Opt.SETAUTOACTIVATION, true),
          command.yes(Opt.SETACTIVATIONSKIP, false),
          activation(),
          session.activation().isAvailable(),
          zero,
          wipesSignatures(type, origin),
          pvs,
          LvAmount.settings(commandSession),
          snapshot);
    }

    /** What the options say of activation, which may yet depend on the volume's name and flags. */
    private Optional<ActivationChoice> activation() {
      if (commandSession.isOnImages()) {
        return Optional.empty();
      }
      return Optional.of(new LvActivator(commandSession));
    }

    /** Whether the start is zeroed, by default or by request; there may be no way to do it. */
    private boolean zero(SegmentType type, String hindrance) {
      boolean asked = command.yes(Opt.ZERO, command.yes(Opt.WIPESIGNATURES, false));
      if (type instanceof VirtualType) {
        if (asked) {
          messages.info("Ignoring option -Zy or -Wy for unzeroable " + type.name() + " volume.");
        }
        return false;
      }
      if (!hindrance.isEmpty()) {
        if (asked) {
          throw new FailedException(
              "Cannot zero " + hindrance + "logical volume with option -Zy or -Wy.");
        }
        return false;
      }
      boolean wanted = command.yes(Opt.ZERO, true);
      skippedZeroing = wanted && !session.activation().canWrite();
      return wanted && !skippedZeroing;
    }

    /** What keeps a volume from being zeroed: words with a blank after each. */
    private String hindrance(Optional<String> origin) {
      LvActivator activator = new LvActivator(commandSession);
      StringBuilder words = new StringBuilder();
      origin.ifPresent(lv -> words.append("origin ").append(lv).append(' '));
      if (command.string(Opt.PERMISSION, "rw").equals("r")) {
        words.append("read-only ");
      }
      if (commandSession.isOnImages()) {
        return words.toString();
      }
      if (!activator.activating()) {
        words.append("inactive ");
      }
      if (activator.activating() && activator.automatic()) {
        words.append("auto activated ");
      }
      if (command.yes(Opt.SETACTIVATIONSKIP, false) && !command.has(Opt.IGNOREACTIVATIONSKIP)) {
        words.append("skipped from activation ");
      }
      return words.toString();
    }

    private boolean wipesSignatures(SegmentType type, Optional<String> origin) {
      if (type instanceof VirtualType || skippedZeroing || !hindrance(origin).isEmpty()) {
        return false;
      }
      boolean byDefault =
          zero && commandSession.settings().allocation().wipeSignaturesWhenZeroingNewLvs();
      return command.yes(Opt.WIPESIGNATURES, byDefault);
    }

    private void warnOfSkippedZeroing() {
      if (skippedZeroing) {
        messages.warn("WARNING: Skipping zeroing and wiping, compiled without activation support.");
      }
    }

    private Amount amount() {
      if (command.has(Opt.SIZE) && command.has(Opt.EXTENTS)) {
        throw new UsageException("Please specify either size or extents (not both).");
      }
      return LvAmount.of(command)
          .orElseThrow(() -> new UsageException("Please specify either size or extents."));
    }

    private Stripes stripes() {
      Sectors wanted = command.size(Opt.STRIPESIZE).map(size -> size.size()).orElse(Sectors.ZERO);
      try {
        return Stripes.ofNewVolume(
            (int) command.number(Opt.STRIPES, 1),
            wanted,
            Sectors.ofKib(commandSession.settings().metadata().stripesize()),
            messages,
            commandSession.sizes());
      } catch (FailedException e) {
        // lvm2 counts bad stripes among the errors of the command line.
        throw new UsageException(e.getMessage(), e);
      }
    }

    private AllocationPolicy allocation() {
      if (command.yes(Opt.CONTIGUOUS, false)) {
        return AllocationPolicy.CONTIGUOUS;
      }
      return command
          .string(Opt.ALLOC)
          .flatMap(AllocationPolicy::ofText)
          .orElse(AllocationPolicy.INHERIT);
    }

    private List<Tag> tags() {
      List<Tag> tags = new ArrayList<>();
      for (String tag : command.strings(Opt.ADDTAG)) {
        if (!tags.contains(new Tag(tag))) {
          tags.add(new Tag(tag));
        }
      }
      return tags;
    }

    private ReadAhead readAhead() {
      return LvReadAhead.of(command, messages);
    }
  }
}
