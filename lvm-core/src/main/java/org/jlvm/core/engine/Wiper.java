package org.jlvm.core.engine;

import java.util.Set;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.device.signature.SignatureWiper;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.plan.Step;
import org.jlvm.core.units.Sectors;

/** Clears the start of new logical volumes, so that nothing old is taken for their contents. */
final class Wiper {
  private static final Set<String> SILENT = Set.of("DM_snapshot_cow");

  private final Environment environment;
  private final Activation activation;
  private final Messages messages;

  Wiper(Session session) {
    environment = session.environment();
    activation = session.activation();
    messages = environment.messages();
  }

  /**
   * @throws FailedException if the volume is not active or cannot be cleared, or the user wants to
   *     keep what is on it; why has been told
   */
  void wipe(VgState vg, LvmId id, Step.WipeRequest request) {
    LogicalVolume lv = vg.vg().lv(id);
    String path = vg.vg().name() + "/" + lv.name();
    boolean reachable =
        activation.isAvailable() ? activation.status(vg, lv).exists() : activation.canWrite();
    if (!reachable) {
      messages.error("Volume " + path + " is not active locally (volume_list activation filter?).");
      throw aborted();
    }
    try (DeviceHandle contents = activation.open(vg, id)) {
      if (request.signatures()) {
        wipeSignatures(contents, vg, lv, request.assumeYes());
      }
      if (request.zeroSectors() > 0) {
        Sectors size = lv.size(vg.vg().extentSize());
        zero(contents, path, Math.min(request.zeroSectors(), size.count()));
      }
    }
  }

  private static FailedException aborted() {
    return new FailedException("Aborting. Failed to wipe start of new LV.");
  }

  private void wipeSignatures(
      DeviceHandle contents, VgState vg, LogicalVolume lv, boolean assumeYes) {
    String path = vg.vg().name() + "/" + lv.name();
    messages.verbose("Wiping known signatures on logical volume " + path + '.');
    SignatureWiper wiper =
        new SignatureWiper(
            new SignatureWiper.Options(Set.of(), SILENT, assumeYes),
            environment.prompter(),
            messages);
    boolean clean;
    try {
      clean = wiper.wipe(contents, blockSize(vg), activation.path(vg, lv)).isClean();
    } catch (DeviceException e) {
      messages.error(e.getMessage());
      clean = false;
    }
    if (!clean) {
      messages.error("Failed to wipe signatures on logical volume " + path + '.');
      throw aborted();
    }
  }

  /** Where partition tables lie depends on it. */
  private static int blockSize(VgState vg) {
    int largest = 512;
    for (PhysicalVolume pv : vg.vg().pvs()) {
      if (vg.device(pv.id()).isPresent()) {
        largest = Math.max(largest, vg.device(pv.id()).get().device().logicalBlockSize());
      }
    }
    return largest;
  }

  private void zero(DeviceHandle contents, String path, long sectors) {
    String size = sectors / 2 + (sectors % 2 == 0 ? ".00 KiB" : ".50 KiB");
    messages.verbose("Initializing " + size + " of logical volume " + path + " with value 0.");
    try {
      contents.zero(0, Sectors.of(sectors).toBytes().count());
      contents.flush();
    } catch (DeviceException e) {
      messages.error(e.getMessage());
      messages.error(
          "Failed to initialize logical volume " + path + " with value 0 and size " + size + ".");
      throw aborted();
    }
  }
}
