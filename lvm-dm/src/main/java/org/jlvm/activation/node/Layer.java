package org.jlvm.activation.node;

/**
 * Which of the devices of one volume a device is; also the suffix of its uuid, which lvm2 reads
 * (build_dm_uuid of lvm2's lib/misc/lvm-string.c).
 */
public enum Layer {
  /** What users open. */
  TOP(""),
  /** The data of an origin, below the device that keeps its snapshots. */
  REAL("real"),
  /** The exception store of a snapshot. */
  COW("cow");

  private final String suffix;

  Layer(String suffix) {
    this.suffix = suffix;
  }

  /** Without hyphen; empty for {@link #TOP}. */
  public String suffix() {
    return suffix;
  }
}
