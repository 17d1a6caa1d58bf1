package org.jlvm.activation.target;

import org.jlvm.core.units.Sectors;

/**
 * Configuration that shows in tables.
 *
 * @param linearTarget activation/use_linear_target
 * @param moveRegionSize activation/raid_region_size: how much a move copies at a time
 * @param handleMirrorErrors whether something watches mirrors, so that they may wait for repair
 * @param inSync whether new mirrors count as in sync (--nosync)
 */
public record MappingSettings(
    boolean linearTarget, Sectors moveRegionSize, boolean handleMirrorErrors, boolean inSync) {
  public static final MappingSettings DEFAULT =
      new MappingSettings(true, Sectors.ofKib(2048), true, false);

  public MappingSettings withInSync(boolean wanted) {
    return new MappingSettings(linearTarget, moveRegionSize, handleMirrorErrors, wanted);
  }
}
