package org.jlvm.cli.lv;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.LvTraits;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;

/** Which pool {@code lvcreate} is to make, or to make something in. */
record LvCreatePool(ParsedCommand command, VolumePaths paths) {
  /** Whether volumes of a type are pools, or are made in one. */
  static boolean concerns(String type) {
    return switch (type) {
      case "thin", "thin-pool", "cache", "cache-pool", "vdo", "vdo-pool" -> true;
      default -> false;
    };
  }

  /**
   * Where a pool or what lies in one is made: a group, perhaps with the pool.
   *
   * @param type for messages
   */
  LvCreateOperands.NewName take(
      List<String> operands, Optional<LvCreateOperands.NewName> named, String type) {
    Optional<LvCreateOperands.NewName> fromOption = poolOption().map(this::pathOf);
    Optional<String> vg = named.flatMap(LvCreateOperands.NewName::vg);
    vg = agreed(vg, fromOption.flatMap(LvCreateOperands.NewName::vg));
    Optional<String> pool = fromOption.map(LvCreateOperands.NewName::lv);
    boolean cache = type.equals("cache");
    if (operands.isEmpty()) {
      if (cache && pool.isEmpty()) {
        throw new UsageException(
            "Please specify a logical volume to act as the cache pool or origin.");
      }
      String group =
          vg.or(paths::defaultVg)
              .orElseThrow(() -> new UsageException("Please provide a volume group name"));
      return new LvCreateOperands.NewName(Optional.of(group), pool.orElse(""));
    }
    if (paths.strip(operands.get(0)).name().indexOf('/') < 0) {
      String group = new LvCreateOperands(paths).takeVg(operands, vg);
      if (cache && pool.isEmpty()) {
        throw new UsageException(
            "Creation of cached volume and cache pool in one command is not yet supported.");
      }
      return new LvCreateOperands.NewName(Optional.of(group), pool.orElse(""));
    }
    LvCreateOperands.NewName place = pathOf(operands.remove(0));
    vg = agreed(vg, place.vg());
    if (pool.isPresent() && !pool.get().equals(place.lv())) {
      throw new UsageException(
          cache
              ? "Unsupported syntax, cannot use cache origin %s and --cachepool %s."
                  .formatted(place.lv(), pool.get())
              : "Ambiguous %s name specified, %s and %s."
                  .formatted(madeFirst(type), place.lv(), pool.get()));
    }
    LvCreateOperands.requireValid(vg.orElse(""));
    return new LvCreateOperands.NewName(vg, place.lv());
  }

  /** The pool's own name, which may be given in two places. */
  static String nameOf(
      Optional<LvCreateOperands.NewName> named, LvCreateOperands.NewName place, String type) {
    boolean isPool = type.endsWith("-pool");
    if (named.isEmpty()) {
      return place.lv();
    }
    String name = named.get().lv();
    if (isPool && !place.lv().isEmpty() && !name.equals(place.lv())) {
      throw new UsageException(
          "Ambiguous %s name specified, %s and %s.".formatted(type, name, place.lv()));
    }
    if (!isPool && name.equals(place.lv())) {
      throw new UsageException("Logical volume name " + name + " and pool name must be different.");
    }
    return isPool ? name : place.lv();
  }

  private LvCreateOperands.NewName pathOf(String path) {
    String lv = path;
    Optional<String> vg = Optional.empty();
    if (path.indexOf('/') >= 0) {
      try {
        VolumePaths.Named named = paths.split(path);
        vg = Optional.of(named.vg());
        lv = named.lv().orElse("");
      } catch (FailedException e) {
        throw new UsageException(e.getMessage(), e);
      }
    }
    if (!LvName.isValid(lv)) {
      throw new UsageException("Logical volume name \"" + lv + "\" is invalid.");
    }
    return new LvCreateOperands.NewName(vg, lv);
  }

  private static Optional<String> agreed(Optional<String> one, Optional<String> other) {
    if (one.isPresent() && other.isPresent() && !one.equals(other)) {
      throw new UsageException(
          "Please use a single volume group name (\""
              + other.get()
              + "\" or \""
              + one.get()
              + "\").");
    }
    return one.or(() -> other);
  }

  private Optional<String> poolOption() {
    return command
        .string(Opt.THINPOOL)
        .or(() -> command.string(Opt.VDOPOOL))
        .or(() -> command.string(Opt.CACHEPOOL));
  }

  /** With a size alone, it is the pool that is made. */
  private String madeFirst(String type) {
    boolean pool = type.equals("thin") && creates() && !command.hasAny(Opt.VIRTUALSIZE, Opt.TYPE);
    return pool ? "thin-pool" : type;
  }

  /** Without any size and without a pool it is a snapshot of a thin volume that is wanted. */
  boolean asksForSnapshot(String type) {
    return type.equals("thin") && !creates() && !command.hasAny(Opt.VIRTUALSIZE, Opt.THINPOOL);
  }

  void requireThin(VgState state, LogicalVolume origin) {
    if (!LvTraits.of(state, origin).typeName().equals("thin")) {
      throw new FailedException(
          "Logical volume "
              + state.vg().name()
              + '/'
              + origin.name()
              + " is not a thin volume. Thin snapshot supports only thin origins.");
    }
  }

  private boolean creates() {
    return command.hasAny(Opt.SIZE, Opt.EXTENTS);
  }

  /** Without a size, there has to be a pool already. */
  void requireNamed(String type, String pool) {
    if (type.equals("thin") && !creates() && pool.isEmpty()) {
      throw new UsageException("Please specify name of existing pool.");
    }
  }

  /** A pool that is to be used is there, one that is to be made is not. */
  void require(String type, VgState state, String pool) {
    Optional<LogicalVolume> found = state.vg().findLv(pool);
    if (type.equals("thin") && !creates()) {
      if (found.isEmpty()) {
        throw new FailedException(
            "Pool " + pool + " not found in Volume group " + state.vg().name() + '.');
      }
      if (!LvTraits.of(state, found.get()).typeName().equals("thinpool")) {
        throw new FailedException(
            "Logical volume " + state.vg().name() + '/' + pool + " is not a thin pool.");
      }
    } else if (type.startsWith("thin") && found.isPresent()) {
      throw new FailedException(
          "Logical volume " + pool + " already exists in Volume group " + state.vg().name() + '.');
    } else if (type.equals("cache") && found.isEmpty()) {
      throw new FailedException(
          "Ambiguous syntax, please create --type cache-pool " + pool + " separately.");
    } else if (type.equals("cache")
        && command.has(Opt.CACHEPOOL)
        && !LvTraits.of(state, found.get()).typeName().equals("cachepool")) {
      throw new FailedException(
          "Logical volume " + state.vg().name() + '/' + pool + " is not a cache pool.");
    }
  }
}
