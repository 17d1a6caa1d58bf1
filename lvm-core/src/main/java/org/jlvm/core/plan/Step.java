package org.jlvm.core.plan;

import java.util.List;
import org.jlvm.core.message.Level;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;

/** One thing to do. Steps name logical volumes; how those are mapped is the activation's matter. */
public sealed interface Step {

  /** Tells the user something, when everything before it is done. */
  record Tell(Level level, String text) implements Step {}

  /**
   * Writes metadata and makes it current. Active volumes to reload are suspended just before and
   * resumed with their new tables just after that moment.
   *
   * @param vg the metadata; its sequence number is set when it is written
   * @param reload volumes whose devices change; those that are not active are left alone
   */
  record Commit(VolumeGroup vg, List<LvmId> reload) implements Step {
    public Commit {
      reload = List.copyOf(reload);
    }
  }

  /** Keeps a backup of the current metadata. */
  record Backup() implements Step {}

  /**
   * Makes a volume's device.
   *
   * @param lv the volume
   * @param request how
   */
  record Activate(LvmId lv, ActivationRequest request) implements Step {}

  /** Removes a volume's device; fails if it is in use. */
  record Deactivate(LvmId lv) implements Step {}

  /**
   * Reloads a volume's device from the current metadata.
   *
   * @param lv the volume
   */
  record Refresh(LvmId lv) implements Step {}

  /**
   * Clears the start of a volume's data.
   *
   * @param lv the volume, active unless the host writes to it without a driver
   * @param request what to clear
   */
  record Wipe(LvmId lv, WipeRequest request) implements Step {}

  /**
   * Overwrites the log of a mirror, and puts the header in front that the driver looks for.
   *
   * @param lv the log, active and on its own
   * @param inSync whether all regions count as in sync, or none
   */
  record ResetMirrorLog(LvmId lv, boolean inSync) implements Step {}

  /**
   * What mirrors and arrays are told whose tables are loaded from then on, in this plan and after.
   *
   * @param inSync whether their copies are the same already
   */
  record AssumeInSync(boolean inSync) implements Step {}

  /**
   * How a volume is activated.
   *
   * @param readOnly whether the device refuses writes whatever the metadata says
   * @param noScan whether udev is told not to look into the device (it will be wiped first)
   * @param temporary whether the device only lives for the command
   */
  record ActivationRequest(boolean readOnly, boolean noScan, boolean temporary) {
    public static final ActivationRequest PLAIN = new ActivationRequest(false, false, false);

    /** For a new volume whose old contents must not be looked at before they are wiped. */
    public static final ActivationRequest NEW = new ActivationRequest(false, true, false);

    /** For a volume that is wiped to become part of another one. */
    public static final ActivationRequest FOR_WIPING = new ActivationRequest(false, true, true);
  }

  /**
   * What to clear.
   *
   * @param zeroSectors sectors at the start to overwrite with zeros; 0 for none
   * @param signatures whether known signatures are looked for and wiped
   * @param assumeYes whether to wipe them without asking
   */
  record WipeRequest(long zeroSectors, boolean signatures, boolean assumeYes) {
    /** What lvm2 zeroes of a new volume: 4 KiB. */
    public static final long DEFAULT_SECTORS = 8;
  }
}
