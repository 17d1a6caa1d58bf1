package org.jlvm.cli.convert;

import java.util.Optional;
import org.jlvm.cli.lv.LvCopies;
import org.jlvm.cli.lv.MirrorOptions;
import org.jlvm.cli.lv.StripeOptions;
import org.jlvm.cli.parse.OptionValue;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.Stripes;
import org.jlvm.core.engine.PlanExecutor;
import org.jlvm.core.engine.Session;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.plan.Plan;
import org.jlvm.core.plan.mirror.MirrorConversion;
import org.jlvm.core.plan.mirror.MirrorToRaid;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;

/** Makes mirrors of volumes and volumes of mirrors, and changes their copies and logs. */
final class MirrorChange {
  private static final String MIRROR = "mirror";

  private final CommandSession commandSession;
  private final ParsedCommand command;
  private final Session session;
  private final Messages messages;
  private final VgState state;
  private final LogicalVolume lv;

  /**
   * What came of it.
   *
   * @param goesOn whether the driver has to copy before it is done
   */
  record Changed(VgState state, boolean goesOn) {}

  MirrorChange(CommandSession commandSession, VgState state, LogicalVolume lv) {
    this.commandSession = commandSession;
    this.command = commandSession.command();
    this.session = commandSession.session();
    this.messages = session.environment().messages();
    this.state = state;
    this.lv = lv;
  }

  /** Whether what is asked for is the matter of mirrors, rather than of arrays. */
  static boolean concerns(CommandSession session, LogicalVolume lv) {
    ParsedCommand command = session.command();
    String type = command.string(Opt.TYPE, "");
    if (Mirrors.isMirror(lv)) {
      return command.hasAny(Opt.MIRRORS, Opt.SPLITMIRRORS, Opt.MIRRORLOG, Opt.CORELOG)
          || type.equals("linear")
          || type.equals("raid1");
    }
    boolean byDefault =
        command.has(Opt.MIRRORS)
            && !type.startsWith("raid")
            && session.settings().global().mirrorSegtypeDefault().equals(MIRROR);
    boolean single = command.has(Opt.MIRRORS) && command.number(Opt.MIRRORS, 0) == 0;
    return type.equals(MIRROR) && !single || byDefault;
  }

  Changed convert() {
    String type = command.string(Opt.TYPE, "");
    Stripes stripes = StripeOptions.ofNewVolume(commandSession, "mirror");
    if (type.equals("raid1") && !command.hasAny(Opt.MIRRORS, Opt.SPLITMIRRORS)) {
      return toRaid();
    }
    boolean ofLog = command.hasAny(Opt.MIRRORLOG, Opt.CORELOG);
    boolean onlyLinear = command.has(Opt.MIRRORS) && command.number(Opt.MIRRORS, 0) == 0;
    if (ofLog && (onlyLinear || !type.isEmpty() && !type.equals(MIRROR))) {
      throw new FailedException(
          "--corelog and --mirrorlog are only compatible with mirror devices.");
    }
    int oldImages = Mirrors.imageCount(state.vg(), lv);
    int oldLogs = Mirrors.logCount(state.vg(), lv);
    int images = images(oldImages);
    int logs = logs(oldImages, oldLogs);
    requireOneDirection(images - oldImages, logs - oldLogs);
    if (images == oldImages && logs == oldLogs) {
      messages.info(
          "Volume "
              + path()
              + " has already image count "
              + images
              + " and log count "
              + logs
              + '.');
      return new Changed(state, false);
    }
    MirrorConversion.Planned planned = plan(images, logs, stripes);
    VgState after = new PlanExecutor(session).run(state, planned.plan(), this::undo);
    planned.requireDone();
    boolean goesOn = planned.goesOn() && !(command.has(Opt.BACKGROUND) && oldImages == 1);
    messages.info("Logical volume " + path() + (goesOn ? " being converted." : " converted."));
    return new Changed(after, goesOn);
  }

  private Changed toRaid() {
    if (!session.activation().status(state, lv).exists()) {
      throw new FailedException(path() + " must be active to perform this operation.");
    }
    boolean agreed =
        session
            .environment()
            .prompter()
            .confirm("Are you sure you want to convert mirror LV " + path() + " to raid1 type?");
    if (!agreed) {
      messages.error("Logical volume " + path() + " NOT converted.");
      messages.error(
          "Converting " + path() + " from mirror is directly possible to the following layout:");
      throw new FailedException("  raid1");
    }
    Plan plan =
        MirrorToRaid.plan(
            state.vg(),
            lv,
            new LiveMirrors(session.activation(), state),
            MirrorOptions.settings(commandSession));
    VgState after = new PlanExecutor(session).run(state, plan, this::undo);
    messages.info("Logical volume " + path() + " successfully converted.");
    return new Changed(after, false);
  }

  /** New volumes that nothing is made of yet must not stay. */
  private void undo(VgState reached, RuntimeException cause) {
    new Leftovers(session).removeNew(state, reached);
  }

  private String path() {
    return state.vg().name() + "/" + lv.name();
  }

  private MirrorConversion.Planned plan(int images, int logs, Stripes stripes) {
    boolean mirror = Mirrors.isMirror(lv);
    Optional<Sectors> region = command.size(Opt.REGIONSIZE).map(size -> size.size());
    MirrorConversion.Request request =
        new MirrorConversion.Request(
            state.vg(),
            lv,
            images,
            logs,
            region.isPresent() || mirror
                ? region
                : Optional.of(LvCopies.defaultRegion(commandSession)),
            stripes.count(),
            stripes.size(),
            MirrorOptions.pvs(commandSession, state),
            MirrorOptions.policy(command),
            command.has(Opt.SPLITMIRRORS) ? command.string(Opt.NAME) : Optional.empty());
    return MirrorConversion.plan(
        request,
        new LiveMirrors(session.activation(), state),
        MirrorOptions.settings(commandSession));
  }

  private int images(int old) {
    long images = old;
    if (command.has(Opt.SPLITMIRRORS)) {
      images = Math.max(0, old - command.number(Opt.SPLITMIRRORS, 0));
    } else if (command.string(Opt.TYPE, "").equals("linear")) {
      if (command.number(Opt.MIRRORS, 0) != 0) {
        throw new FailedException("Cannot specify mirrors with linear type.");
      }
      images = 1;
    } else if (command.has(Opt.MIRRORS)) {
      long number = command.number(Opt.MIRRORS, 0);
      Sign sign = command.value(Opt.MIRRORS).map(OptionValue::sign).orElse(Sign.NONE);
      images =
          switch (sign) {
            case PLUS -> old + number;
            case MINUS -> Math.max(0, old - number);
            case NONE -> number + 1;
          };
    }
    if (images > Mirrors.MAX_IMAGES) {
      throw new FailedException(
          "Only up to " + Mirrors.MAX_IMAGES + " images in mirror supported currently.");
    }
    if (images < 1) {
      throw new FailedException(
          "Unable to reduce images by specified amount - only " + old + " in " + lv.name());
    }
    if (images != old) {
      messages.verbose("Adjusting mirror image count of " + lv.name());
    }
    return (int) images;
  }

  /** As it is unless something else is asked for; on disk for a new mirror. */
  private int logs(int oldImages, int oldLogs) {
    if (!command.hasAny(Opt.MIRRORLOG, Opt.CORELOG)) {
      return oldImages > 1 ? oldLogs : 1;
    }
    int logs =
        Mirrors.logCount(command.string(Opt.MIRRORLOG, command.has(Opt.CORELOG) ? "core" : "disk"));
    messages.verbose("Setting logging type to " + Mirrors.logName(logs) + '.');
    if (Mirrors.isMirror(lv)) {
      requireChangeableLog();
    }
    return logs;
  }

  private void requireChangeableLog() {
    Optional<Sectors> region = command.size(Opt.REGIONSIZE).map(size -> size.size());
    if (region.isPresent() && !region.equals(lv.firstSegment().regionSize())) {
      throw new FailedException("Mirror log region size cannot be changed on an existing mirror.");
    }
    if (lv.segments().size() != 1) {
      throw new FailedException("Logical volume " + path() + " has multiple mirror segments.");
    }
  }

  /** The operands are either places to fill or places to empty. */
  private void requireOneDirection(int moreImages, int moreLogs) {
    boolean both = moreImages > 0 && moreLogs < 0 || moreImages < 0 && moreLogs > 0;
    if (both && command.operands().size() > 1) {
      messages.error(
          "Cannot both allocate and free extents when specifying physical volumes to use.");
      throw new FailedException("Please specify the operation in two steps.");
    }
  }
}
