package org.jlvm.core.engine.activation;

/** {@code --activationmode} (lvm.conf: activation/activation_mode). */
public enum PartialMode {
  /** All PVs of the volume must be there. */
  COMPLETE,
  /** Redundant volumes may lack PVs as long as no data is lost. */
  DEGRADED,
  /** Whatever is there; lost parts give errors. */
  PARTIAL
}
