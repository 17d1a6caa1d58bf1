package org.jlvm.activation.tree;

import org.jlvm.activation.node.Layer;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.dm.UdevFlags;

/** What udev's rules leave out for each device (_get_udev_flags of lvm2's dev_manager.c). */
final class NodeFlags {
  /** Tells lvm2's rules not to scan the device; subsystem flag 0 of 11-dm-lvm.rules. */
  static final UdevFlags NO_SCAN = UdevFlags.subsystem(0);

  private static final UdevFlags NOT_FOR_USERS =
      UdevFlags.DISABLE_DISK_RULES.with(UdevFlags.DISABLE_OTHER_RULES);

  /** Names that lvm2 keeps to itself; devices of such a name are not looked into. */
  private static final String[] RESERVED_PARTS = {
    "_cdata",
    "_cmeta",
    "_corig",
    "_iorig",
    "_mimage",
    "_mlog",
    "_pmspare",
    "_rimage",
    "_rmeta",
    "_tdata",
    "_tmeta",
    "_vdata",
    "_vorigin",
    "_wcorig",
    "_imeta"
  };

  private static final String[] RESERVED_STARTS = {"pvmove", "snapshot"};

  private NodeFlags() {}

  static UdevFlags of(VolumeRoles roles, TreeWishes wishes, LogicalVolume lv, Layer layer) {
    UdevFlags flags = wishes.udev();
    if (wishes.components().contains(lv.id())) {
      flags = flags.with(NOT_FOR_USERS);
    } else if (layer != Layer.TOP || !roles.relations().isVisible(lv)) {
      flags = flags.with(UdevFlags.DISABLE_SUBSYSTEM_RULES).with(NOT_FOR_USERS);
    } else if (isReserved(lv.name().value())) {
      flags = flags.with(NOT_FOR_USERS);
    }
    if (roles.relations().isCow(lv.id())) {
      flags = flags.with(UdevFlags.LOW_PRIORITY);
    }
    if (wishes.noScan()) {
      flags = flags.with(NO_SCAN);
    }
    return wishes.temporary() ? flags.with(NOT_FOR_USERS) : flags;
  }

  static UdevFlags hidden(TreeWishes wishes) {
    return wishes.udev().with(UdevFlags.DISABLE_SUBSYSTEM_RULES).with(NOT_FOR_USERS);
  }

  private static boolean isReserved(String name) {
    for (String part : RESERVED_PARTS) {
      if (name.contains(part)) {
        return true;
      }
    }
    for (String start : RESERVED_STARTS) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
