package org.jlvm.cli.convert;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.lv.LvCopies;
import org.jlvm.cli.lv.MirrorOptions;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.PvChoices;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Level;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Segment;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.Step;
import org.jlvm.core.plan.mirror.RaidToMirror;
import org.jlvm.core.plan.raid.RaidAddition;
import org.jlvm.core.plan.raid.RaidRegion;
import org.jlvm.core.plan.raid.RaidRemoval;
import org.jlvm.core.plan.raid.RaidSizes;
import org.jlvm.core.plan.raid.RaidTarget;
import org.jlvm.core.plan.raid.RaidTracking;
import org.jlvm.core.segtype.raid.RaidSegment;
import org.jlvm.core.segtype.striped.StripedSegment;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;

/** Another number of images of a RAID1 volume; linear volumes count as one image. */
final class RaidChange {
  private static final String RAID1 = "raid1";
  private static final String MIRROR = "mirror";

  private final CommandSession commandSession;
  private final ParsedCommand command;
  private final Messages messages;
  private final VgState state;
  private final LogicalVolume lv;
  private final RaidWork work;

  RaidChange(CommandSession commandSession, VgState state, LogicalVolume lv) {
    this.commandSession = commandSession;
    this.command = commandSession.command();
    this.messages = commandSession.session().environment().messages();
    this.state = state;
    this.lv = lv;
    work = new RaidWork(commandSession, state, lv);
  }

  /** Whether what the options ask for is about RAID1. */
  static boolean concerns(CommandSession session, LogicalVolume lv) {
    ParsedCommand command = session.command();
    String type = command.string(Opt.TYPE, "");
    boolean known = type.isEmpty() || type.equals(RAID1) || type.equals("linear");
    if (RaidWork.isRaid1(lv)) {
      boolean single = type.equals("striped") && asksForOne(command);
      boolean mirror = type.equals(MIRROR) && !asksForOne(command);
      return (known || single || mirror) && !command.hasAny(Opt.STRIPES, Opt.STRIPESIZE);
    }
    if (!isLinear(lv)) {
      return false;
    }
    boolean byDefault =
        type.isEmpty()
            && command.has(Opt.MIRRORS)
            && session.settings().global().mirrorSegtypeDefault().equals(RAID1);
    boolean staysLinear = type.equals(MIRROR) && asksForOne(command);
    return type.equals(RAID1) || type.equals("linear") || byDefault || staysLinear;
  }

  private static boolean asksForOne(ParsedCommand command) {
    return command.has(Opt.MIRRORS) && command.number(Opt.MIRRORS, 1) == 0;
  }

  private static boolean isLinear(LogicalVolume lv) {
    for (Segment segment : lv.segments()) {
      if (!(segment instanceof StripedSegment striped) || striped.areas().size() != 1) {
        return false;
      }
    }
    return true;
  }

  VgState convert() {
    if (RaidTracking.isTracking(state.vg(), lv)) {
      throw new FailedException(
          "Conversion of tracking raid1 LV " + work.path() + " is not supported.");
    }
    boolean mirror = command.string(Opt.TYPE, "").equals(MIRROR) && !asksForOne(command);
    if (command.hasAny(Opt.MIRRORLOG, Opt.CORELOG) && !mirror) {
      throw new FailedException(
          "--corelog and --mirrorlog are only compatible with mirror devices");
    }
    if (command.has(Opt.SPLITMIRRORS)) {
      return split();
    }
    if (command.string(Opt.TYPE, "").equals("linear") && command.number(Opt.MIRRORS, 0) != 0) {
      throw new FailedException("Cannot specify mirrors with linear type.");
    }
    if (RaidWork.isRaid1(lv) && mirror) {
      return toMirror();
    }
    boolean counted = command.has(Opt.MIRRORS) || command.string(Opt.TYPE, "").equals("linear");
    return counted || !RaidWork.isRaid1(lv)
        ? changeCount(wantedCount(Opt.MIRRORS))
        : changeRegion();
  }

  private int images() {
    return lv.firstSegment() instanceof RaidSegment raid ? raid.areas().size() : 1;
  }

  private int wantedCount(Opt option) {
    boolean single = RaidWork.isRaid1(lv) || command.string(Opt.TYPE, "").equals("linear");
    long number = command.number(option, single ? 0 : 1);
    Sign sign =
        option == Opt.SPLITMIRRORS
            ? Sign.MINUS
            : command.value(option).map(value -> value.sign()).orElse(Sign.NONE);
    long count =
        switch (sign) {
          case PLUS -> images() + number;
          case MINUS -> images() - number;
          default -> number + 1;
        };
    if (count < 1) {
      throw new FailedException(
          "Unable to "
              + (option == Opt.SPLITMIRRORS ? "split" : "reduce")
              + " images by specified amount.");
    }
    return (int) count;
  }

  private VgState changeCount(int count) {
    if (count > RaidSizes.MOST_RAID1_IMAGES) {
      throw new FailedException(
          "Only up to "
              + RaidSizes.MOST_RAID1_IMAGES
              + " mirrors in raid1 LV "
              + work.path()
              + " supported currently.");
    }
    PvChoices pvs = pvs();
    work.requireActive();
    if (count == images()) {
      messages.info("Image count on " + work.path() + " is " + count + " already.");
      messages.info(converted().text());
      return state;
    }
    return work.run(plan(count, pvs).then(converted()), this::undo);
  }

  /** To be told before the group is backed up, which may come with a warning. */
  private Step.Tell converted() {
    return new Step.Tell(Level.INFO, "Logical volume " + work.path() + " successfully converted.");
  }

  private void undo(VgState reached, RuntimeException cause) {
    new Leftovers(commandSession.session()).removeNew(state, reached);
  }

  private PvChoices pvs() {
    List<String> operands = command.operands();
    return work.pvs(operands.subList(1, operands.size()));
  }

  private Plan plan(int count, PvChoices pvs) {
    RaidTarget target = work.target();
    boolean fewer = count < images();
    if (count != 1 && !agreesTo(target, count, fewer)) {
      throw new FailedException("Logical volume " + work.path() + " NOT converted.");
    }
    Sectors region = RaidRegion.adjusted(target, region());
    if (fewer) {
      return RaidRemoval.remove(withRegion(target, region), count, pvs, false);
    }
    requireComplete();
    int more = count - images();
    return images() > 1
        ? RaidAddition.toRaid(target, more, region, pvs)
        : RaidAddition.toLinear(target, more, region, LvCopies.defaultRegion(commandSession), pvs);
  }

  /** Removal sets the size of regions, too, if it is given. */
  private static RaidTarget withRegion(RaidTarget target, Sectors region) {
    RaidSegment raid = (RaidSegment) target.lv().firstSegment();
    return target.withLv(target.lv().withSegments(List.of(raid.withRegion(region))));
  }

  private boolean agreesTo(RaidTarget target, int count, boolean fewer) {
    return target
        .prompter()
        .confirm(
            "Are you sure you want to convert "
                + target.typeName()
                + " LV "
                + work.path()
                + " to "
                + (images() == 1 ? "raid1 with " : "")
                + count
                + " images "
                + (fewer ? "reducing" : "enhancing")
                + " resilience?");
  }

  private Sectors region() {
    Optional<Sectors> own =
        lv.firstSegment() instanceof RaidSegment raid && !raid.settings().regionSize().isZero()
            ? Optional.of(raid.settings().regionSize())
            : Optional.empty();
    return command.has(Opt.REGIONSIZE) || own.isEmpty()
        ? LvCopies.region(commandSession)
        : own.get();
  }

  private void requireComplete() {
    if (RaidWork.isRaid1(lv) && state.isPartial(lv)) {
      messages.error("Can't change number of mirrors of degraded " + work.path() + '.');
      throw new FailedException("Please run \"lvconvert --repair " + work.path() + "\" first.");
    }
  }

  private VgState split() {
    int count = wantedCount(Opt.SPLITMIRRORS);
    if (command.has(Opt.TRACKCHANGES) && command.number(Opt.SPLITMIRRORS, 0) != 1) {
      throw new FailedException(
          "Exactly one image must be split off from " + work.path() + " when tracking changes.");
    }
    PvChoices pvs = pvs();
    RaidTarget target = work.target();
    return command.has(Opt.TRACKCHANGES)
        ? work.run(RaidTracking.split(target, pvs))
        : work.run(RaidRemoval.split(target, command.string(Opt.NAME, ""), count, pvs), this::undo);
  }

  private VgState toMirror() {
    if (command.has(Opt.MIRRORS)) {
      // A number that cannot be is refused; it is not used, as with lvm2.
      wantedCount(Opt.MIRRORS);
    }
    work.requireActive();
    RaidTarget target = work.target();
    if (!target.status().inSync()) {
      throw new FailedException("Unable to convert " + work.path() + " while it is not in-sync.");
    }
    if (!target
        .prompter()
        .confirm(
            "Are you sure you want to convert "
                + work.path()
                + " back to the older mirror type?")) {
      throw new FailedException("Logical volume " + work.path() + " NOT converted to \"mirror\".");
    }
    Plan plan =
        RaidToMirror.plan(
            state.vg(),
            lv,
            pvs(),
            new LiveMirrors(commandSession.session().activation(), state),
            MirrorOptions.settings(commandSession));
    VgState after = work.run(plan, this::undo);
    messages.info(converted().text());
    return after;
  }

  /** {@code --type raid1 -R} on a volume that is one. */
  private VgState changeRegion() {
    work.requireActive();
    if (!command.has(Opt.REGIONSIZE)) {
      messages.error("Logical volume " + work.path() + " already is type raid1.");
      messages.error(
          "Converting "
              + work.path()
              + " from raid1 is directly possible to the following layout:");
      throw new FailedException("  " + MIRROR);
    }
    Plan plan = RaidRegion.change(work.target(), LvCopies.region(commandSession));
    return work.run(plan.then(converted()));
  }
}
