package org.jlvm.core.alloc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;

/**
 * Reads the physical volumes that a command line names: device paths, with extents behind colons
 * ({@code /dev/sda:0-3:7-}, {@code /dev/sdb:5+10}), and tags ({@code @fast}).
 */
public final class PvOperands {
  /** What is known of the devices of a group. */
  public interface Devices {
    /** The volume of the group on a device, by any of its names. */
    Optional<PhysicalVolume> find(String name);

    /** The name by which messages call a volume's device. */
    String nameOf(PhysicalVolume pv);

    /** Volumes whose device is not there. */
    Set<LvmId> missing();
  }

  private final VolumeGroup vg;
  private final FreeExtents free;
  private final Devices devices;
  private final Messages messages;
  private final Map<LvmId, List<ExtentRange>> chosen = new LinkedHashMap<>();

  private PvOperands(VolumeGroup vg, FreeExtents free, Devices devices, Messages messages) {
    this.vg = vg;
    this.free = free;
    this.devices = devices;
    this.messages = messages;
  }

  /**
   * The volumes named, all of the group if none is.
   *
   * @param allocatableOnly whether to pass over, with a warning, volumes that cannot give extents
   *     (lvcreate and pvmove do)
   * @throws FailedException if an operand is none, or nothing is left
   */
  public static PvChoices read(
      List<String> operands,
      VolumeGroup vg,
      FreeExtents free,
      Devices devices,
      boolean allocatableOnly,
      Messages messages) {
    if (operands.isEmpty()) {
      return PvChoices.all(vg, devices.missing());
    }
    PvOperands reader = new PvOperands(vg, free, devices, messages);
    for (String operand : operands) {
      if (operand.startsWith("@")) {
        reader.addTagged(operand.substring(1), allocatableOnly);
      } else {
        reader.addNamed(operand, allocatableOnly);
      }
    }
    return reader.choices();
  }

  private PvChoices choices() {
    if (chosen.isEmpty()) {
      throw new FailedException("No specified PVs have space available.");
    }
    List<PvChoice> choices = new ArrayList<>(chosen.size());
    for (Map.Entry<LvmId, List<ExtentRange>> entry : chosen.entrySet()) {
      choices.add(new PvChoice(entry.getKey(), entry.getValue()));
    }
    return PvChoices.of(choices).withMissing(devices.missing());
  }

  private void addTagged(String text, boolean allocatableOnly) {
    if (!Tag.isValid(text)) {
      messages.error("Skipping invalid tag " + text + ".");
      return;
    }
    Tag tag = new Tag(text);
    for (PhysicalVolume pv : vg.pvs()) {
      if (pv.tags().contains(tag)) {
        add(pv, "", allocatableOnly);
      }
    }
  }

  private void addNamed(String operand, boolean allocatableOnly) {
    int end = endOfName(operand);
    String name = unescaped(operand.substring(0, end));
    PhysicalVolume pv =
        devices
            .find(name)
            .orElseThrow(
                () ->
                    new FailedException(
                        "Physical Volume \""
                            + name
                            + "\" not found in Volume Group \""
                            + vg.name()
                            + "\"."));
    add(pv, operand.substring(end), allocatableOnly);
  }

  /**
   * Reads the extents of an operand, to see whether that can be done.
   *
   * @param extents how many the volume has
   * @param device its name for messages
   * @throws FailedException if they cannot be read
   */
  public static void requireExtents(String operand, long extents, String device) {
    ExtentRanges.read(operand.substring(endOfName(operand)), extents, device, new ArrayList<>());
  }

  /** The name of the device in {@code DEVICE[:EXTENTS]...}. */
  public static String device(String operand) {
    return unescaped(operand.substring(0, endOfName(operand)));
  }

  /** A backslash makes a colon or an at sign a part of the name. */
  private static int endOfName(String operand) {
    int i = 0;
    while (i < operand.length() && operand.charAt(i) != ':') {
      i += isEscape(operand, i) ? 2 : 1;
    }
    return i;
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && (text.charAt(at + 1) == ':' || text.charAt(at + 1) == '@');
  }

  private static String unescaped(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      plain.append(name.charAt(isEscape(name, i) ? ++i : i));
    }
    return plain.toString();
  }

  private void add(PhysicalVolume pv, String ranges, boolean allocatableOnly) {
    boolean missing = devices.missing().contains(pv.id());
    if (missing) {
      throw new FailedException("Failed to create PV entry for missing device.");
    }
    String problem = allocatableOnly ? problemOf(pv) : "";
    if (!problem.isEmpty()) {
      messages.warn("WARNING: " + problem);
      return;
    }
    List<ExtentRange> all = chosen.computeIfAbsent(pv.id(), id -> new ArrayList<>());
    ExtentRanges.read(ranges, pv.peCount(), devices.nameOf(pv), all);
  }

  private String problemOf(PhysicalVolume pv) {
    String name = devices.nameOf(pv);
    if (!pv.isAllocatable()) {
      return "Physical volume " + name + " not allocatable.";
    }
    if (pv.isMarkedMissing()) {
      return "Physical volume " + name + " is missing.";
    }
    return free.count(pv.id()) == 0 ? "No free extents on physical volume \"" + name + "\"." : "";
  }
}
