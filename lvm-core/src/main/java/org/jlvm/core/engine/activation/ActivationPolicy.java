package org.jlvm.core.engine.activation;

import java.util.List;
import java.util.Optional;
import org.jlvm.core.config.settings.ActivationSettings;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.Tag;
import org.jlvm.core.model.VolumeGroup;

/**
 * Which volumes may be activated on this host, and how: the lists of volumes in section
 * "activation" of the configuration, tags of the host, and what to do about missing PVs.
 */
public final class ActivationPolicy {
  private final ActivationSettings settings;
  private final PartialMode mode;
  private final Messages messages;

  public ActivationPolicy(ActivationSettings settings, PartialMode mode, Messages messages) {
    this.settings = settings;
    this.mode = mode;
    this.messages = messages;
  }

  /** What to do about missing PVs. */
  public PartialMode mode() {
    return mode;
  }

  /** Whether volume_list, or else the tags of this host, let a volume be activated. */
  public boolean allows(VolumeGroup vg, LogicalVolume lv) {
    Optional<List<String>> list = settings.volumeList();
    if (list.isPresent()) {
      return isListed(vg, lv, list.get(), "activation/volume_list");
    }
    List<String> hostTags = settings.config().hostTags();
    if (hostTags.isEmpty() || hasHostTag(vg, lv)) {
      return true;
    }
    messages.verbose("No host tag matches " + vg.name() + '/' + lv.name());
    return false;
  }

  /** Whether auto_activation_volume_list lets a volume be activated without being asked for. */
  public boolean allowsAutomatic(VolumeGroup vg, LogicalVolume lv) {
    Optional<List<String>> list = settings.autoActivationVolumeList();
    if (list.isEmpty()) {
      messages.verbose(
          "activation/auto_activation_volume_list configuration setting not defined: All logical"
              + " volumes will be auto-activated.");
      return true;
    }
    return isListed(vg, lv, list.get(), "activation/auto_activation_volume_list");
  }

  /** Whether read_only_volume_list wants the device of a volume to refuse writes. */
  public boolean isReadOnly(VolumeGroup vg, LogicalVolume lv) {
    Optional<List<String>> list = settings.readOnlyVolumeList();
    return list.isPresent() && isListed(vg, lv, list.get(), "activation/read_only_volume_list");
  }

  private boolean isListed(VolumeGroup vg, LogicalVolume lv, List<String> list, String setting) {
    String path = vg.name() + "/" + lv.name();
    messages.verbose(
        setting + " configuration setting defined: Checking the list to match " + path + '.');
    for (String item : list) {
      if (matches(vg, lv, item, setting)) {
        return true;
      }
    }
    messages.verbose(
        "No item supplied in " + setting + " configuration setting matches " + path + '.');
    return false;
  }

  private boolean matches(VolumeGroup vg, LogicalVolume lv, String item, String setting) {
    if (item.isEmpty()) {
      messages.info("Ignoring empty string in config file " + setting + '.');
      return false;
    }
    if (item.equals("@")) {
      messages.info("Ignoring empty tag in config file " + setting);
      return false;
    }
    if (item.equals("@*")) {
      return hasHostTag(vg, lv);
    }
    if (item.startsWith("@")) {
      return isTagged(vg, lv, item.substring(1));
    }
    String group = vg.name().value();
    return item.equals(group) || item.equals(group + '/' + lv.name());
  }

  private boolean hasHostTag(VolumeGroup vg, LogicalVolume lv) {
    for (String tag : settings.config().hostTags()) {
      if (isTagged(vg, lv, tag)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTagged(VolumeGroup vg, LogicalVolume lv, String name) {
    return has(lv.tags(), name) || has(vg.tags(), name);
  }

  private static boolean has(List<Tag> tags, String name) {
    for (Tag tag : tags) {
      if (tag.value().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
