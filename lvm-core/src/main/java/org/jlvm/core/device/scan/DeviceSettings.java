package org.jlvm.core.device.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.discovery.DeviceTypes;
import org.jlvm.core.ondisk.layout.PvLayoutRequest;
import org.jlvm.core.units.Sectors;

/**
 * The {@code devices} section of lvm.conf as far as it decides which devices are used, under the
 * names of the settings there.
 *
 * @param dir the device directory ({@code DM_DEV_DIR} overrides it)
 * @param multipathWwidsFile empty to leave it out
 */
public record DeviceSettings(
    String dir,
    List<String> scan,
    List<String> preferredNames,
    List<String> globalFilter,
    List<String> filter,
    List<DeviceTypes.Extra> types,
    boolean sysfsScan,
    boolean scanLvs,
    boolean multipathComponentDetection,
    Optional<Path> multipathWwidsFile,
    boolean mdComponentDetection,
    MdChecks mdComponentChecks,
    boolean ignoreSuspendedDevices,
    boolean ignoreLvmMirrors,
    Sectors pvMinSize) {
  /** {@code md_component_checks}. */
  public enum MdChecks {
    /** At the end of devices too where a command might write to them, or when md arrays exist. */
    AUTO,
    /** Superblocks at the start only. */
    START,
    /** Superblocks at both ends. */
    FULL
  }

  /** As without lvm.conf. */
  public static final DeviceSettings DEFAULT =
      new DeviceSettings(
          "/dev",
          List.of("/dev"),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          true,
          false,
          true,
          Optional.of(Path.of("/etc/multipath/wwids")),
          true,
          MdChecks.AUTO,
          false,
          true,
          PvLayoutRequest.DEFAULT_MINIMUM_SIZE);

  public DeviceSettings {
    scan = List.copyOf(scan);
    preferredNames = List.copyOf(preferredNames);
    globalFilter = List.copyOf(globalFilter);
    filter = List.copyOf(filter);
    types = List.copyOf(types);
  }
}
