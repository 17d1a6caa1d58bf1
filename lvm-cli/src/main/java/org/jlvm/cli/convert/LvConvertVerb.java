package org.jlvm.cli.convert;

import java.util.Optional;
import org.jlvm.cli.command.CommandContext;
import org.jlvm.cli.command.Verb;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.poll.Polling;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.error.FailedException;

/** {@code lvconvert}: finds the family that a form belongs to, and follows what that has begun. */
public final class LvConvertVerb implements Verb {
  @Override
  public int run(CommandContext context, ParsedCommand command) {
    Conversion conversion =
        conversion(command.formId())
            .orElseThrow(
                () ->
                    new FailedException(
                        "The conversion " + command.formId() + " is not part of jlvm yet."));
    Conversion.Outcome outcome;
    boolean testing;
    try (CommandSession session = CommandSession.open(context, command)) {
      outcome = conversion.run(session);
      testing = session.session().environment().testMode();
    }
    if (outcome.toFollow().isEmpty() || testing) {
      return outcome.status();
    }
    Conversion.Followed followed = outcome.toFollow().get();
    int polled =
        new Polling(context, command)
            .follow(followed.operation(), followed.targets(), command.has(Opt.BACKGROUND));
    return Math.max(outcome.status(), polled);
  }

  /** The one place that knows which form is whose. */
  private static Optional<Conversion> conversion(String form) {
    return switch (form) {
      case "lvconvert_combine_split_snapshot" -> Optional.of(new SnapshotAttachment());
      case "lvconvert_split_cow_snapshot" -> Optional.of(new SnapshotSplit());
      case "lvconvert_merge_snapshot", "lvconvert_merge" -> Optional.of(new SnapshotMerge());
      case "lvconvert_raid_types", "lvconvert_change_mirrorlog", "lvconvert_split_mirror_images" ->
          Optional.of(new CopiesConversion());
      case "lvconvert_change_region_size" -> Optional.of(RaidConversion.REGION);
      case "lvconvert_replace_pv" -> Optional.of(RaidConversion.REPLACE);
      case "lvconvert_merge_mirror_images" -> Optional.of(RaidConversion.MERGE);
      case "lvconvert_start_poll", "lvconvert_plain" -> Optional.of(new MirrorFollowing());
      case "lvconvert_repair" -> Optional.of(new MirrorRepairing());
      case "lvconvert_to_thinpool",
          "lvconvert_to_thinpool_or_swap_metadata",
          "lvconvert_to_thin_with_data",
          "lvconvert_to_thin_with_external",
          "lvconvert_to_cachepool",
          "lvconvert_to_cachepool_or_swap_metadata",
          "lvconvert_to_cache_with_cachepool",
          "lvconvert_to_cache_with_cachevol",
          "lvconvert_to_writecache",
          "lvconvert_to_vdopool",
          "lvconvert_to_vdopool_param",
          "lvconvert_swap_pool_metadata",
          "lvconvert_split_and_keep_cache",
          "lvconvert_split_and_remove_cache",
          "lvconvert_merge_thin",
          "lvconvert_integrity" ->
          Optional.of(new PoolConversion(form));
      default -> Optional.empty();
    };
  }
}
