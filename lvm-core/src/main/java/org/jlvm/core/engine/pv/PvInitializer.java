package org.jlvm.core.engine.pv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.scan.DeviceTopology;
import org.jlvm.core.engine.environment.Environment;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.store.PvWriter;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.ondisk.layout.DataAlignment;
import org.jlvm.core.ondisk.layout.PvLayout;
import org.jlvm.core.ondisk.layout.PvLayoutRequest;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.SizeFormat;

/** Makes a physical volume of a device that may be used. */
final class PvInitializer {
  private final Environment environment;
  private final PvParameters parameters;
  private final SizeFormat sizes;

  PvInitializer(Environment environment, PvParameters parameters, SizeFormat sizes) {
    this.environment = environment;
    this.parameters = parameters;
    this.sizes = sizes;
  }

  /**
   * The label that the device would get; nothing is written.
   *
   * @throws org.jlvm.core.error.LvmException if the device cannot take what is wanted
   */
  PvLabel plan(BlockDevice device) {
    LvmId id = parameters.id().orElseGet(environment.ids()::next);
    PvLayout layout = PvLayout.compute(request(device), environment.messages(), sizes);
    return PvLabel.at(parameters.labelSector(), layout.header(id.value(), false));
  }

  private PvLayoutRequest request(BlockDevice device) {
    DataAlignment alignment =
        DataAlignment.choose(
            parameters.dataAlignment(),
            parameters.dataOffset(),
            parameters.alignment(),
            DeviceTopology.of(device, environment.messages()),
            (int) parameters.pageSize().count());
    return new PvLayoutRequest(
        device.name(),
        device.size().toSectorsDown(),
        parameters.pretendedSize(),
        parameters.minimumSize(),
        parameters.dataAlignment(),
        parameters.dataOffset(),
        alignment,
        parameters.metadataCopies(),
        parameters.metadataSize(),
        parameters.bootloaderSize(),
        parameters.restored(),
        parameters.pageSize());
  }

  /** Writes a label that was planned, or with {@code --test} only acts as if. */
  ScannedPv write(String name, BlockDevice device, PvLabel label) {
    environment
        .messages()
        .verbose(
            "Set up physical volume for \""
                + name
                + "\" with "
                + label.pv().deviceSize().count() / Sectors.BYTES
                + " available sectors.");
    if (environment.testMode()) {
      return pretended(device, label);
    }
    if (parameters.zeroStart()) {
      environment.messages().verbose("Zeroing start of device " + name + ".");
    } else {
      PvWriter.removeLabel(device);
    }
    environment.messages().verbose("Writing physical volume data to disk \"" + name + "\".");
    return PvWriter.initialize(device, label, parameters.metadataIgnored(), parameters.zeroStart());
  }

  private ScannedPv pretended(BlockDevice device, PvLabel label) {
    List<ScannedArea> areas = new ArrayList<>(2);
    for (DiskArea place : label.pv().metadataAreas()) {
      MdaHeader header =
          MdaHeader.empty(place.offset().count(), place.size().count())
              .revert(parameters.metadataIgnored());
      areas.add(new ScannedArea(areas.size(), place, Optional.of(header), Optional.empty()));
    }
    return new ScannedPv(device, label, areas);
  }
}
