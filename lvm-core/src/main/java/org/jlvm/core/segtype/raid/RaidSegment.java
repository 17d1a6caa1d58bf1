package org.jlvm.core.segtype.raid;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.model.SegmentHead;
import org.jlvm.core.units.Sectors;

/**
 * A RAID array of hidden image volumes ({@code _rimage_N}), each but for raid0 with a metadata
 * volume ({@code _rmeta_N}).
 *
 * @param head place in the volume
 * @param type the RAID level
 * @param areas the images
 * @param metadataLvs the metadata volumes in the order of the images; empty if there are none
 * @param settings the optional keys
 */
public record RaidSegment(
    SegmentHead head,
    RaidType type,
    List<Area> areas,
    List<LvmId> metadataLvs,
    RaidSettings settings)
    implements Segment {

  /**
   * Optional keys of a RAID segment.
   *
   * @param regionSize of the write-intent bitmap
   * @param stripeSize of a chunk
   * @param dataCopies of raid10
   * @param writeBehind outstanding writes allowed to write-mostly images
   * @param minRecoveryRate in KiB/s an image
   * @param maxRecoveryRate in KiB/s an image
   * @param dataOffset of a reshape in sectors
   */
  public record RaidSettings(
      Sectors regionSize,
      Sectors stripeSize,
      OptionalLong dataCopies,
      long writeBehind,
      long minRecoveryRate,
      long maxRecoveryRate,
      OptionalLong dataOffset) {
    public RaidSettings withRegionSize(Sectors region) {
      return new RaidSettings(
          region,
          stripeSize,
          dataCopies,
          writeBehind,
          minRecoveryRate,
          maxRecoveryRate,
          dataOffset);
    }

    public RaidSettings withWriteBehind(long writes) {
      return new RaidSettings(
          regionSize, stripeSize, dataCopies, writes, minRecoveryRate, maxRecoveryRate, dataOffset);
    }

    public RaidSettings withRecoveryRates(long minimum, long maximum) {
      return new RaidSettings(
          regionSize, stripeSize, dataCopies, writeBehind, minimum, maximum, dataOffset);
    }
  }

  public RaidSegment {
    areas = List.copyOf(areas);
    metadataLvs = List.copyOf(metadataLvs);
    if (areas.isEmpty() || (!metadataLvs.isEmpty() && metadataLvs.size() != areas.size())) {
      throw new IllegalArgumentException("RAID images and metadata volumes do not match");
    }
  }

  @Override
  public long areaLength() {
    long data = type.dataImages(areas.size(), settings.dataCopies());
    return (head.length() - head.reshapeLength() + data - 1) / data;
  }

  @Override
  public Optional<Sectors> stripeSize() {
    return settings.stripeSize().isZero() ? Optional.empty() : Optional.of(settings.stripeSize());
  }

  @Override
  public Optional<Sectors> regionSize() {
    return settings.regionSize().isZero() ? Optional.empty() : Optional.of(settings.regionSize());
  }

  @Override
  public List<LvmId> companions() {
    return metadataLvs;
  }

  @Override
  public RaidSegment withHead(SegmentHead newHead) {
    return new RaidSegment(newHead, type, areas, metadataLvs, settings);
  }

  @Override
  public RaidSegment withAreas(List<Area> newAreas) {
    return new RaidSegment(head, type, newAreas, metadataLvs, settings);
  }

  /** Other images together with their metadata volumes. */
  public RaidSegment withImages(List<Area> images, List<LvmId> newMetadataLvs) {
    return new RaidSegment(head, type, images, newMetadataLvs, settings);
  }

  public RaidSegment withSettings(RaidSettings newSettings) {
    return new RaidSegment(head, type, areas, metadataLvs, newSettings);
  }

  /** Another size of regions. */
  public RaidSegment withRegion(Sectors region) {
    return withSettings(settings.withRegionSize(region));
  }

  @Override
  public Segment slice(long offset, long length) {
    throw new IllegalArgumentException("a " + type.name() + " segment cannot be cut");
  }
}
