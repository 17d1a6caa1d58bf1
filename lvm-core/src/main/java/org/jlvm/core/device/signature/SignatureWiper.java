package org.jlvm.core.device.signature;

import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.message.Messages;
import org.jlvm.core.message.Prompter;

/**
 * Removes known signatures from a device, asking before each, as lvm2 does when it makes a physical
 * volume or a logical volume.
 */
public final class SignatureWiper {
  /**
   * How to go about it.
   *
   * @param kept types that are left alone and do not count
   * @param silent types that are removed without question or message
   * @param withoutAsking {@code --yes} or {@code --force}
   */
  public record Options(Set<String> kept, Set<String> silent, boolean withoutAsking) {
    /** LVM's own labels, which pvcreate replaces itself. */
    public static final Set<String> LVM = Set.of("LVM1_member", "LVM2_member");
  }

  /**
   * @param wiped how many signatures were removed
   * @param left how many the user wanted to keep; the device must not be used then
   */
  public record Outcome(int wiped, int left) {
    public boolean isClean() {
      return left == 0;
    }
  }

  private final Options options;
  private final Prompter prompter;
  private final Messages messages;

  public SignatureWiper(Options options, Prompter prompter, Messages messages) {
    this.options = options;
    this.prompter = prompter;
    this.messages = messages;
  }

  /**
   * Looks for signatures and removes them; what was written is flushed.
   *
   * @param name what messages call the device
   * @throws org.jlvm.core.error.DeviceException if the device cannot be read or written
   */
  public Outcome wipe(BlockDevice device, String name) {
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ_WRITE)) {
      return wipe(handle, device.logicalBlockSize(), name);
    }
  }

  /** As {@link #wipe(BlockDevice, String)}, through an open device of known block size in bytes. */
  public Outcome wipe(DeviceHandle handle, int blockSize, String name) {
    int wiped = 0;
    int left = 0;
    ProbeReader reader = new ProbeReader(handle, blockSize);
    for (Probe probe : Signatures.probes()) {
      // What is removed may have hidden another of its kind, such as a second header.
      Optional<Signature> found = probe.find(reader);
      while (found.isPresent() && !options.kept().contains(found.get().type())) {
        if (!isAgreed(found.get(), name)) {
          messages.error("Aborted wiping of " + found.get().type() + ".");
          left++;
          break;
        }
        handle.zero(found.get().offset(), found.get().length());
        reader.invalidate();
        wiped++;
        found = probe.find(reader);
      }
    }
    if (wiped > 0) {
      handle.flush();
    }
    if (left > 0) {
      messages.warn(left + " existing signature" + (left > 1 ? "s" : "") + " left on the device.");
    }
    return new Outcome(wiped, left);
  }

  private boolean isAgreed(Signature signature, String name) {
    String wiping = "Wiping " + signature.type() + " signature on " + name + ".";
    if (options.silent().contains(signature.type())) {
      messages.verbose(wiping);
      return true;
    }
    String question =
        "WARNING: "
            + signature.type()
            + " signature detected on "
            + name
            + " at offset "
            + signature.offset()
            + ". Wipe it?";
    if (!options.withoutAsking() && !prompter.confirm(question)) {
      return false;
    }
    messages.info(wiping);
    return true;
  }
}
