package org.jlvm.core.engine.activation;

/** What a device-mapper target says of itself. Amounts are sectors or regions. */
public sealed interface TargetState {

  /**
   * A snapshot's exception store.
   *
   * @param used sectors, metadata included
   * @param total sectors
   * @param metadata sectors of metadata alone
   * @param invalid whether it has overflowed or was dropped
   * @param mergeFailed whether merging it back went wrong
   */
  record Snapshot(long used, long total, long metadata, boolean invalid, boolean mergeFailed)
      implements TargetState {}

  /**
   * A mirror or a pvmove.
   *
   * @param inSync regions in sync
   * @param total regions
   * @param health a character a copy: A if it is well
   * @param logHealth the same of a log on disk; empty for one in memory
   */
  record Mirror(long inSync, long total, String health, String logHealth) implements TargetState {}

  /**
   * A RAID array.
   *
   * @param inSync regions in sync
   * @param total regions
   * @param health a character an image: A, a or D
   * @param action what it is doing: idle, resync, ...
   * @param mismatches found or repaired
   */
  record Raid(long inSync, long total, String health, String action, long mismatches)
      implements TargetState {}
}
