package org.jlvm.cli.convert;

import java.util.List;
import org.jlvm.cli.command.ExitStatus;
import org.jlvm.cli.lv.RaidWork;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.process.EachLv;
import org.jlvm.cli.process.LvTraits;
import org.jlvm.cli.process.VgAccess;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.LvmException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.segtype.LvLocks;
import org.jlvm.core.segtype.LvRelations;

/**
 * Conversions to and of thin, cache and VDO volumes. jlvm makes none of them: it finds out what
 * lvm2 would complain of, up to what needs a driver.
 */
final class PoolConversion implements Conversion {
  private static final List<String> FOR_POOLS = List.of("striped", "linear", "raid");
  private static final List<String> FOR_DATA =
      List.of("linear", "raid", "striped", "error", "zero", "vdo");

  private final String form;

  PoolConversion(String form) {
    this.form = form;
  }

  @Override
  public Outcome run(CommandSession session) {
    return Outcome.of(
        new EachLv(session, access())
            .run(
                operands(session),
                false,
                false,
                (state, lv) -> true,
                (state, lv, named) -> attempt(session, state, lv),
                state -> ExitStatus.OK));
  }

  private VgAccess access() {
    return switch (form) {
      case "lvconvert_split_and_keep_cache",
          "lvconvert_split_and_remove_cache",
          "lvconvert_integrity" ->
          VgAccess.UPDATE.withMissing();
      default -> VgAccess.UPDATE;
    };
  }

  private List<String> operands(CommandSession session) {
    ParsedCommand command = session.command();
    ConvertOperands operands = new ConvertOperands(session);
    return switch (form) {
      case "lvconvert_to_thinpool_or_swap_metadata" ->
          operands.volume(List.of(command.string(Opt.THINPOOL, "")));
      case "lvconvert_to_cachepool_or_swap_metadata" ->
          operands.volume(List.of(command.string(Opt.CACHEPOOL, "")));
      case "lvconvert_to_vdopool_param" ->
          operands.volume(List.of(command.string(Opt.VDOPOOL, "")));
      case "lvconvert_merge_thin" -> operands.volume(command.operands());
      case "lvconvert_to_writecache", "lvconvert_to_cache_with_cachevol", "lvconvert_integrity" ->
          command.operands();
      default -> operands.volume();
    };
  }

  private EachLv.Outcome attempt(CommandSession session, VgState state, LogicalVolume lv) {
    Attempt attempt = new Attempt(session, state, lv, form);
    try {
      attempt.refuse();
      throw attempt.notYet();
    } catch (LvmException e) {
      session.session().environment().messages().error(e.getMessage());
      return EachLv.Outcome.failed(state);
    }
  }

  /** One volume; whatever is tried ends with an exception. */
  private record Attempt(CommandSession session, VgState state, LogicalVolume lv, String form) {

    void refuse() {
      switch (form) {
        case "lvconvert_to_thinpool" -> toPool("thin-pool", 1);
        case "lvconvert_to_cachepool" -> toPool("cache-pool", 1);
        case "lvconvert_to_thinpool_or_swap_metadata" -> toPoolOrSwap("thin");
        case "lvconvert_to_cachepool_or_swap_metadata" -> toPoolOrSwap("cache");
        case "lvconvert_to_thin_with_data" ->
            toPool("thin-pool", 1, "LV " + path(lv) + " could not be converted to a thin volume.");
        case "lvconvert_to_thin_with_external" -> withPool("thin", Opt.THINPOOL, "Thin pool");
        case "lvconvert_to_cache_with_cachepool" -> withPool("cache", Opt.CACHEPOOL, "Cache pool");
        case "lvconvert_to_cache_with_cachevol", "lvconvert_to_writecache" ->
            new CacheAttachment(session, state, lv).refuse();
        case "lvconvert_to_vdopool", "lvconvert_to_vdopool_param" ->
            new VdoPoolConversion(session, state, lv).refuse();
        case "lvconvert_swap_pool_metadata" -> swapMetadata();
        default -> {
          // What these are for, jlvm has none of; rules have said so by now.
        }
      }
    }

    private void toPool(String type, int firstPv) {
      List<String> operands = session.command().operands();
      if (operands.size() > firstPv) {
        new RaidWork(session, state, lv).pvs(operands.subList(firstPv, operands.size()));
      }
      requireDriver(type);
    }

    private void toPool(String type, int firstPv, String afterwards) {
      if (session.command().operands().size() > firstPv) {
        toPool(type, firstPv);
        return;
      }
      try {
        requireDriver(type);
      } catch (FailedException e) {
        session.session().environment().messages().error(e.getMessage());
        throw new FailedException(afterwards, e);
      }
    }

    private void requireDriver(String type) {
      if (!session.session().activation().isAvailable()) {
        throw new FailedException(
            type + ": Required device-mapper target(s) not detected in your kernel.");
      }
    }

    /** The operands are the physical volumes alone. */
    private void toPoolOrSwap(String kind) {
      String type = typeOf(lv);
      boolean pool = type.equals(kind + "pool");
      if (!pool && !FOR_DATA.contains(type)) {
        throw new FailedException(
            "LV " + path(lv) + " with type " + type + " cannot be used as a " + kind + " pool LV.");
      }
      LvRelations relations = LvRelations.of(state.vg());
      if (relations.isOrigin(lv.id())) {
        throw new FailedException("Cannot convert logical volume " + path(lv) + " under snapshot.");
      }
      if (!relations.isVisible(lv)) {
        throw new FailedException("Can't convert internal LV " + path(lv) + '.');
      }
      if (LvLocks.isLocked(state.vg(), lv)) {
        throw new FailedException("Can't convert locked LV " + path(lv) + '.');
      }
      if (!pool) {
        toPool(kind + "-pool", 0);
        return;
      }
      if (!session.command().has(Opt.POOLMETADATA)) {
        throw new FailedException("The --poolmetadata option is required to swap metadata.");
      }
      swapMetadata();
    }

    /** A pool that is another volume, or made of one. */
    private void withPool(String kind, Opt option, String noun) {
      LogicalVolume pool =
          new ConvertOperands(session)
              .other(state.vg(), session.command().string(option, ""), noun + " %s not found.");
      String type = typeOf(pool);
      if (type.equals(kind + "pool")) {
        return;
      }
      if (!FOR_POOLS.contains(type)) {
        throw new FailedException(
            "LV "
                + path(pool)
                + " with type "
                + type
                + " cannot be converted to a "
                + kind
                + " pool.");
      }
      if (pool.id().equals(lv.id())) {
        throw new FailedException(
            "Use a different LV for %s pool LV and %s LV %s.".formatted(kind, kind, path(pool)));
      }
      try {
        requireDriver(kind + "-pool");
      } catch (FailedException e) {
        session.session().environment().messages().error(e.getMessage());
        throw new FailedException(
            "LV " + path(pool) + " could not be converted to a " + kind + " pool.", e);
      }
    }

    private void swapMetadata() {
      LogicalVolume metadata =
          new ConvertOperands(session)
              .other(
                  state.vg(),
                  session.command().string(Opt.POOLMETADATA, ""),
                  "Metadata LV %s not found.");
      if (metadata.id().equals(lv.id())) {
        throw new FailedException(
            "Can't use same LV for pool data and metadata LV " + path(metadata) + '.');
      }
    }

    private String typeOf(LogicalVolume volume) {
      return LvTraits.of(state, volume).typeName();
    }

    private String path(LogicalVolume volume) {
      return state.vg().name() + "/" + volume.name();
    }

    FailedException notYet() {
      return new FailedException("The conversion " + form + " is not part of jlvm yet.");
    }
  }
}
