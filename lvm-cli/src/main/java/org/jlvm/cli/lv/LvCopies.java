package org.jlvm.cli.lv;

import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.PageSize;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.alloc.Stripes;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.plan.lv.LvCreateRequest;
import org.jlvm.core.plan.lv.LvCreateRequest.Copies;
import org.jlvm.core.plan.mirror.Mirrors;
import org.jlvm.core.units.Sectors;

/** What the options say of a volume that is kept in several copies. */
public final class LvCopies {
  private static final long DEFAULT_REGION = 4096;

  private LvCopies() {}

  /**
   * The copies of a new volume.
   *
   * @param type name of its segment type; empty is returned if jlvm makes no copies of it
   * @param stripes as far as they are known yet
   * @throws UsageException if the options do not fit the type
   */
  static Optional<Copies> of(CommandSession session, String type, Stripes stripes) {
    ParsedCommand command = session.command();
    CopyLimits limits = CopyLimits.of(type);
    long count = limits.copies(command, session.session().environment().messages());
    limits.requireRoom(count, stripes.count());
    if (command.has(Opt.NOSYNC) && type.startsWith("raid6")) {
      throw new UsageException("nosync option prohibited on RAID6.");
    }
    Sectors region = region(session);
    boolean mirror = type.equals("mirror");
    Optional<LvCreateRequest.OldMirror> old =
        mirror ? Optional.of(mirror(session)) : Optional.empty();
    Rates rates = limits.raid() ? raid(session, type, stripes, region) : new Rates(0, 0);
    if (!mirror && !type.equals("raid1")) {
      return Optional.empty();
    }
    return Optional.of(
        new Copies(
            (int) count,
            region,
            command.has(Opt.NOSYNC),
            rates.minimum(),
            rates.maximum(),
            session.session().environment().ids()::next,
            old));
  }

  /** How fast an array is put in order, in KiB/s for each image. */
  private record Rates(long minimum, long maximum) {}

  private static Rates raid(CommandSession session, String type, Stripes stripes, Sectors region) {
    ParsedCommand command = session.command();
    Messages messages = session.session().environment().messages();
    CopyLimits.requireStripes(command, type);
    if (type.startsWith("raid0")) {
      return new Rates(0, 0);
    }
    long minimum = rate(command, Opt.MINRECOVERYRATE);
    long maximum = rate(command, Opt.MAXRECOVERYRATE);
    if (minimum > maximum) {
      messages.info("Minimum recovery rate cannot be higher than maximum, adjusting.");
      maximum = minimum;
    }
    if (region.compareTo(stripes.size()) < 0) {
      messages.info(
          "Adjusting "
              + type
              + ' '
              + session.sizes().display(region)
              + " region size to required minimum of stripe size "
              + session.sizes().display(stripes.size())
              + '.');
    }
    return new Rates(minimum, maximum);
  }

  private static LvCreateRequest.OldMirror mirror(CommandSession session) {
    ParsedCommand command = session.command();
    boolean core = command.has(Opt.CORELOG);
    String name = command.string(Opt.MIRRORLOG, core ? "core" : "disk");
    if (core && !name.equals("core")) {
      throw new UsageException("Please use only one of --corelog or --mirrorlog.");
    }
    session.session().environment().messages().verbose("Setting logging type to " + name);
    return new LvCreateRequest.OldMirror(Mirrors.logCount(name), MirrorOptions.settings(session));
  }

  /** In KiB/s for each image. */
  static long rate(ParsedCommand command, Opt option) {
    return command.size(option).map(size -> size.size().count() / 2).orElse(0L);
  }

  /** The size of a region that is asked for, or else lvm.conf's. */
  public static Sectors region(CommandSession session) {
    return session
        .command()
        .size(Opt.REGIONSIZE)
        .map(size -> size.size())
        .orElseGet(() -> defaultRegion(session));
  }

  /** The size of a region by lvm.conf: a power of two, and a multiple of a page. */
  public static Sectors defaultRegion(CommandSession session) {
    Messages messages = session.session().environment().messages();
    long region = configuredRegion(session, messages);
    if (region <= 0) {
      throw new FailedException("regionsize in configuration file is invalid.");
    }
    if (Long.bitCount(region) != 1) {
      region = Long.highestOneBit(region);
      messages.verbose("Reducing region size to " + region / 2 + " kiB (power of 2).");
    }
    if (region % PageSize.ofThisMachine().toSectorsDown().count() != 0) {
      region = DEFAULT_REGION;
      messages.verbose("Using default region size " + region / 2 + " kiB (multiple of page size).");
    }
    return Sectors.of(region);
  }

  private static long configuredRegion(CommandSession session, Messages messages) {
    var activation = session.settings().activation();
    long mirror = 2L * activation.mirrorRegionSize();
    long raid = 2L * activation.raidRegionSize();
    if (mirror == 0 && raid == 0) {
      return DEFAULT_REGION;
    }
    if (mirror == 0 || raid == 0) {
      return mirror + raid;
    }
    if (mirror != raid) {
      messages.verbose(
          "Overriding default 'mirror_region_size' setting"
              + " with 'raid_region_size' setting of "
              + raid / 2
              + " kiB");
    }
    return raid;
  }
}
