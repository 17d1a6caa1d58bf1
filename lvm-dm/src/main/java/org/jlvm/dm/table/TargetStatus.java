package org.jlvm.dm.table;

import org.jlvm.core.error.FormatException;

/** What a target says of its state, in the kernel's text. */
public sealed interface TargetStatus
    permits DelayStatus, MirrorStatus, PlainStatus, RaidStatus, SnapshotStatus, StripedStatus {

  /** The text as the kernel writes it, without leading or trailing blanks. */
  String text();

  /**
   * Reads the status of a target; the text of targets that have none, or that this program does not
   * know, is kept as it is.
   *
   * @throws FormatException if the text is not what the target writes
   */
  static TargetStatus parse(String targetType, String text) {
    return switch (targetType) {
      case StripedParams.TYPE -> StripedStatus.parse(text);
      case SnapshotParams.TYPE, SnapshotMergeParams.TYPE -> SnapshotStatus.parse(text);
      case MirrorParams.TYPE -> MirrorStatus.parse(text);
      case RaidParams.TYPE -> RaidStatus.parse(text);
      case DelayParams.TYPE -> DelayStatus.parse(text);
      default -> new PlainStatus(text);
    };
  }
}
