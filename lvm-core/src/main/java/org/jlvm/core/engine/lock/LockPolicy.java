package org.jlvm.core.engine.lock;

/**
 * What the command line and the configuration say of locking (lvm(8): --nolocking, --readonly,
 * --ignorelockingfailure, --sysinit; lvm.conf: global/wait_for_locks, global/metadata_read_only).
 *
 * @param noLocking no lock is taken at all
 * @param readOnly read locks are granted without taking them, write locks are refused
 * @param ignoreFailure as readOnly, but only where the locking directory is not usable
 * @param sysinit as ignoreFailure, and together with readOnly activation may go on
 * @param metadataReadOnly read locks are taken, write locks are refused
 * @param blocking whether to wait for another holder
 * @param prioritiseWriters whether waiting writers keep new readers out
 */
public record LockPolicy(
    boolean noLocking,
    boolean readOnly,
    boolean ignoreFailure,
    boolean sysinit,
    boolean metadataReadOnly,
    boolean blocking,
    boolean prioritiseWriters) {
  /** What holds without options and settings. */
  public static final LockPolicy DEFAULT =
      new LockPolicy(false, false, false, false, false, true, true);

  public LockPolicy withNoLocking(boolean value) {
    return new LockPolicy(
        value, readOnly, ignoreFailure, sysinit, metadataReadOnly, blocking, prioritiseWriters);
  }
}
