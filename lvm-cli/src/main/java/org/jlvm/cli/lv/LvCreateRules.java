package org.jlvm.cli.lv;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.UsageException;

/**
 * Which options of {@code lvcreate} go with which type of volume (tools/lvcreate.c). The forms of
 * the command let more pass where the type comes from options other than {@code --type}.
 */
final class LvCreateRules {
  private static final List<Opt> EVERYWHERE =
      List.of(
          Opt.ACTIVATE,
          Opt.ADDTAG,
          Opt.ALLOC,
          Opt.AUTOBACKUP,
          Opt.CACHESETTINGS,
          Opt.COMMANDPROFILE,
          Opt.CONFIG,
          Opt.CONTIGUOUS,
          Opt.DEBUG,
          Opt.DEVICES,
          Opt.DEVICESFILE,
          Opt.DRIVERLOADED,
          Opt.HELP,
          Opt.IGNOREACTIVATIONSKIP,
          Opt.IGNOREMONITORING,
          Opt.JOURNAL,
          Opt.LOCKOPT,
          Opt.LONGHELP,
          Opt.METADATAPROFILE,
          Opt.MIRRORS,
          Opt.MONITOR,
          Opt.NAME,
          Opt.NOHINTS,
          Opt.NOUDEVSYNC,
          Opt.PERMISSION,
          Opt.PERSISTENT,
          Opt.PROFILE,
          Opt.QUIET,
          Opt.READAHEAD,
          Opt.SETACTIVATIONSKIP,
          Opt.SETAUTOACTIVATION,
          Opt.TEST,
          Opt.TYPE,
          Opt.VERBOSE,
          Opt.VERSION,
          Opt.YES);
  private static final List<Opt> CACHE_POOL =
      List.of(Opt.CACHEMETADATAFORMAT, Opt.CACHEMODE, Opt.CACHEPOOL, Opt.CACHEPOLICY);
  private static final List<Opt> MIRROR = List.of(Opt.CORELOG, Opt.MIRRORLOG);
  private static final List<Opt> COPIES = List.of(Opt.NOSYNC, Opt.REGIONSIZE);
  private static final List<Opt> NUMBERS = List.of(Opt.MAJOR, Opt.MINOR);
  private static final List<Opt> POOL = List.of(Opt.POOLMETADATASIZE, Opt.POOLMETADATASPARE);
  private static final List<Opt> RAID =
      List.of(
          Opt.MAXRECOVERYRATE,
          Opt.MINRECOVERYRATE,
          Opt.RAIDMAXRECOVERYRATE,
          Opt.RAIDMINRECOVERYRATE,
          Opt.RAIDINTEGRITY,
          Opt.RAIDINTEGRITYMODE,
          Opt.RAIDINTEGRITYBLOCKSIZE,
          Opt.INTEGRITYSETTINGS);
  private static final List<Opt> SIZES =
      List.of(Opt.EXTENTS, Opt.SIZE, Opt.STRIPES, Opt.STRIPESIZE);
  private static final List<Opt> START = List.of(Opt.WIPESIGNATURES, Opt.ZERO);
  private static final List<Opt> THIN_POOL = List.of(Opt.DISCARDS, Opt.POOLDATAVDO, Opt.THINPOOL);
  private static final List<Opt> VDO_POOL =
      List.of(Opt.VDOPOOL, Opt.COMPRESSION, Opt.DEDUPLICATION, Opt.VDOSETTINGS);

  private final ParsedCommand command;
  private final String type;

  private LvCreateRules(ParsedCommand command, String type) {
    this.command = command;
    this.type = type;
  }

  /**
   * Refuses options that do not go with the type.
   *
   * @throws UsageException if there is one
   */
  static void check(ParsedCommand command, String type) {
    LvCreateRules rules = new LvCreateRules(command, type);
    rules.checkCaches();
    rules.checkSnapshots();
    rules.checkCopies();
    rules.checkThin();
    rules.checkShared();
  }

  private void checkCaches() {
    if (type.equals("cache")) {
      requireOnly(
          "cache", CACHE_POOL, NUMBERS, POOL, SIZES, START, List.of(Opt.CACHE, Opt.CHUNKSIZE));
    } else if (type.equals("cache-pool")) {
      requireOnly(
          "cache pools",
          CACHE_POOL,
          POOL,
          List.of(Opt.EXTENTS, Opt.SIZE, Opt.CACHE, Opt.CHUNKSIZE));
      requireWritable("cache pool");
    } else {
      refuse("cache", List.of(Opt.CACHE), CACHE_POOL);
    }
  }

  private void checkSnapshots() {
    if (!type.equals("snapshot")) {
      refuse("sparse snapshots", List.of(Opt.VIRTUALORIGINSIZE));
      return;
    }
    requireOnly(
        "snapshots",
        NUMBERS,
        SIZES,
        List.of(Opt.CHUNKSIZE, Opt.SNAPSHOT, Opt.THINPOOL, Opt.VIRTUALORIGINSIZE, Opt.VIRTUALSIZE));
    if (command.has(Opt.TYPE) && !hasSize()) {
      throw new UsageException("Snapshot segment type requires size or extents.");
    }
  }

  private void checkCopies() {
    if (type.equals("mirror")) {
      requireOnly("mirrors", MIRROR, COPIES, NUMBERS, SIZES, START);
    } else {
      refuse("mirrors", MIRROR);
    }
    if (type.startsWith("raid")) {
      requireOnly("raids", COPIES, NUMBERS, RAID, SIZES, START);
    } else {
      refuse("raids", RAID);
    }
  }

  private void checkThin() {
    if (type.equals("thin")) {
      requireOnly(
          "thins",
          NUMBERS,
          POOL,
          SIZES,
          THIN_POOL,
          VDO_POOL,
          START,
          List.of(Opt.CHUNKSIZE, Opt.ERRORWHENFULL, Opt.SNAPSHOT, Opt.THIN, Opt.VIRTUALSIZE));
      checkThinPool();
    } else if (type.equals("thin-pool")) {
      requireOnly("thin pools", POOL, SIZES, THIN_POOL, List.of(Opt.CHUNKSIZE, Opt.ZERO));
      requireWritable("thin pool");
    } else if (!type.equals("snapshot")) {
      refuse("thins", List.of(Opt.THIN), THIN_POOL);
    }
  }

  private void checkThinPool() {
    if (!hasSize()) {
      refuse(
          "thin pool creation",
          POOL,
          SIZES,
          List.of(Opt.CHUNKSIZE, Opt.DISCARDS, Opt.ERRORWHENFULL, Opt.ZERO));
    } else if (!command.has(Opt.VIRTUALSIZE) && command.has(Opt.TYPE)) {
      throw new UsageException("Thin segment type requires --virtualsize.");
    }
  }

  private void checkShared() {
    if (!type.equals("mirror") && !type.startsWith("raid")) {
      refuse("mirrors or raids", COPIES);
    }
    boolean thin = type.equals("thin");
    boolean pool = type.startsWith("cache") || type.equals("thin-pool") || thin && hasSize();
    boolean vdo = type.equals("vdo");
    if (!pool && !(vdo && hasSize()) && !type.equals("snapshot")) {
      refuse("pools and snapshots", List.of(Opt.CHUNKSIZE));
    }
    if (!type.equals("snapshot") && !thin && !vdo) {
      refuse("vdo,  sparse snapshots and thins", List.of(Opt.VIRTUALSIZE));
    }
    if (!pool && !(vdo && hasSize()) && command.has(Opt.ERRORWHENFULL)) {
      throw new UsageException("Segment type " + type + " does not support --errorwhenfull.");
    }
  }

  private boolean hasSize() {
    return command.hasAny(Opt.SIZE, Opt.EXTENTS);
  }

  private void requireWritable(String what) {
    if (command.string(Opt.PERMISSION, "rw").equals("r")) {
      throw new UsageException("Cannot create read-only " + what + '.');
    }
  }

  /** The first option, in lvm2's numbering, that is not among those. */
  @SafeVarargs
  private void requireOnly(String what, List<Opt>... allowed) {
    Set<Opt> good = EnumSet.copyOf(EVERYWHERE);
    for (List<Opt> options : allowed) {
      good.addAll(options);
    }
    for (Opt option : Opt.values()) {
      if (command.has(option) && !good.contains(option)) {
        throw new UsageException(
            "Option " + option.dashed() + " is unsupported with " + what + '.');
      }
    }
  }

  /** The first of those that is given. */
  @SafeVarargs
  private void refuse(String what, List<Opt>... options) {
    for (List<Opt> group : options) {
      for (Opt option : group) {
        if (command.has(option)) {
          throw new UsageException(option.dashed() + " is supported only with " + what + '.');
        }
      }
    }
  }
}
