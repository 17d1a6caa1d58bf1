package org.jlvm.dm.table;

import java.util.List;
import org.jlvm.core.error.FormatException;

/**
 * The parameters of one target: what stands behind the type in a table line. The text is the one
 * the kernel documents in Documentation/admin-guide/device-mapper; parsing takes what the kernel
 * accepts and what it prints.
 */
public sealed interface TargetParams
    permits DelayParams,
        ErrorParams,
        FlakeyParams,
        LinearParams,
        MirrorParams,
        RaidParams,
        SnapshotMergeParams,
        SnapshotOriginParams,
        SnapshotParams,
        StripedParams,
        UnknownParams,
        ZeroParams {

  /** The kernel's name of the target. */
  String targetType();

  /** The parameters as the kernel takes them, without leading or trailing blanks. */
  String text();

  /** Devices that the target uses, in the order of the text, repeated as there. */
  List<DeviceNumber> devices();

  /**
   * @throws FormatException if the text is not what a target of this type takes
   */
  static TargetParams parse(String targetType, String text) {
    return switch (targetType) {
      case LinearParams.TYPE -> LinearParams.parse(text);
      case StripedParams.TYPE -> StripedParams.parse(text);
      case ErrorParams.TYPE -> new ErrorParams();
      case ZeroParams.TYPE -> new ZeroParams();
      case SnapshotParams.TYPE -> SnapshotParams.parse(text);
      case SnapshotMergeParams.TYPE -> SnapshotMergeParams.parse(text);
      case SnapshotOriginParams.TYPE -> SnapshotOriginParams.parse(text);
      case MirrorParams.TYPE -> MirrorParams.parse(text);
      case RaidParams.TYPE -> RaidParams.parse(text);
      case DelayParams.TYPE -> DelayParams.parse(text);
      case FlakeyParams.TYPE -> FlakeyParams.parse(text);
      default -> new UnknownParams(targetType, text);
    };
  }
}
