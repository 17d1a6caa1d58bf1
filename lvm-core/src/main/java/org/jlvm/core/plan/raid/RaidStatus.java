package org.jlvm.core.plan.raid;

/**
 * What an array says of itself.
 *
 * @param inSync whether all images hold the same
 * @param health a character for each image: A in sync, a not in sync, D failed
 * @param action idle, resync, recover, ...
 */
public record RaidStatus(boolean inSync, String health, String action) {
  /** Of a volume that has one image only. */
  public static final RaidStatus SINGLE = new RaidStatus(true, "A", "idle");

  boolean isHealthy(int image) {
    return image < health.length() && health.charAt(image) == 'A';
  }

  boolean isDead(int image) {
    return image < health.length() && health.charAt(image) == 'D';
  }
}
