package org.jlvm.core.device.filter;

/** Why a device is not used. */
public enum Exclusion {
  REGEX("device is rejected by filter config"),
  INTERNAL("device is restricted internally"),
  MD_COMPONENT("device is an md component"),
  MULTIPATH_COMPONENT("device is a multipath component"),
  PARTITIONED("device is partitioned"),
  SIGNATURE("device has a signature"),
  SYSFS("device is missing sysfs info"),
  TYPE("device type is unknown"),
  MINIMUM_SIZE("device is too small (pv_min_size)"),
  UNUSABLE("device is not in a usable state"),
  DEVICES_FILE("device is not in devices file"),
  DEVICES_LIST("device is not in devices list"),
  LOGICAL_VOLUME("device is an LV"),
  UNREADABLE("device cannot be used");

  private final String reason;

  Exclusion(String reason) {
    this.reason = reason;
  }

  /** As in {@code "Cannot use /dev/x: " + reason()}. */
  public String reason() {
    return reason;
  }
}
