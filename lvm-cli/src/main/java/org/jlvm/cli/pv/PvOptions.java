package org.jlvm.cli.pv;

import java.util.Optional;
import org.jlvm.cli.parse.ParsedCommand;
import org.jlvm.cli.session.CommandSession;
import org.jlvm.cli.session.PageSize;
import org.jlvm.cli.table.Opt;
import org.jlvm.core.config.settings.DevicesSettings;
import org.jlvm.core.config.settings.MetadataSettings;
import org.jlvm.core.engine.pv.PvParameters;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.LabelHeader;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.ondisk.layout.DataAlignment;
import org.jlvm.core.ondisk.layout.PvLayoutRequest;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;
import org.jlvm.core.units.Sign;
import org.jlvm.core.units.SignedSize;

/** Reads the options that say what new physical volumes look like, in lvm2's order of checks. */
public final class PvOptions {
  private static final long LARGEST = 0xFFFFFFFFL;

  private final ParsedCommand command;
  private final CommandSession session;
  private final Optional<LvmId> id;
  private final Optional<PvLayoutRequest.Restored> restored;
  private final Sectors bootloaderSize;

  /** For commands that make physical volumes besides their main work. */
  public PvOptions(CommandSession session) {
    this(session, Optional.empty(), Optional.empty(), Sectors.ZERO);
  }

  /** For pvcreate, with what is to be restored. */
  PvOptions(
      CommandSession session,
      Optional<LvmId> id,
      Optional<PvLayoutRequest.Restored> restored,
      Sectors bootloaderSize) {
    this.session = session;
    this.id = id;
    this.restored = restored;
    this.bootloaderSize = bootloaderSize;
    command = session.command();
  }

  /**
   * Reads the options.
   *
   * @throws UsageException if one of them cannot be
   */
  public PvParameters read() {
    DevicesSettings devices = session.settings().devices();
    MetadataSettings metadata = session.settings().metadata();
    int labelSector = labelSector();
    boolean ignored = command.yes(Opt.METADATAIGNORE, metadata.pvmetadataignore());
    boolean noAreas = command.has(Opt.PVMETADATACOPIES) && copies(metadata) == 0;
    if (noAreas && ignored) {
      throw new UsageException("metadataignore only applies to metadatacopies > 0.");
    }
    Sectors alignment = alignment(Opt.DATAALIGNMENT, "Physical volume data alignment");
    Sectors offset = alignment(Opt.DATAALIGNMENTOFFSET, "Physical volume data alignment offset");
    if (isAgainstRestored(alignment, offset)) {
      warnOfIgnoredAlignment(alignment.plus(offset));
      alignment = Sectors.ZERO;
      offset = Sectors.ZERO;
    }
    Sectors metadataSize = size(Opt.METADATASIZE, "Metadata size may not be negative.");
    Sectors bootloader = size(Opt.BOOTLOADERAREASIZE, "Bootloader area size may not be negative.");
    return new PvParameters(
        id,
        restored,
        size(Opt.SETPHYSICALVOLUMESIZE, "Physical volume size may not be negative"),
        alignment,
        offset,
        alignmentSettings(devices),
        copies(metadata),
        metadataSize(metadataSize, metadata),
        ignored,
        command.has(Opt.BOOTLOADERAREASIZE) ? bootloader : bootloaderSize,
        labelSector,
        command.yes(Opt.ZERO, true),
        Sectors.ofKib(devices.pvMinSize()),
        PageSize.ofThisMachine());
  }

  private int labelSector() {
    long sector = command.number(Opt.LABELSECTOR, PvLabel.DEFAULT_SECTOR);
    if (sector >= LabelHeader.SCAN_SECTORS) {
      throw new UsageException("labelsector must be less than " + LabelHeader.SCAN_SECTORS + ".");
    }
    return (int) sector;
  }

  private int copies(MetadataSettings settings) {
    return (int) command.number(Opt.PVMETADATACOPIES, settings.pvmetadatacopies());
  }

  private Sectors alignment(Opt option, String what) {
    Sectors size = size(option, what + " may not be negative.");
    if (size.count() > LARGEST) {
      throw new UsageException(what + " is too big.");
    }
    return size;
  }

  private Sectors size(Opt option, String whenNegative) {
    Optional<SignedSize> size = command.size(option);
    if (size.isPresent() && size.get().sign() == Sign.MINUS) {
      throw new UsageException(whenNegative);
    }
    return size.isPresent() ? size.get().size() : Sectors.ZERO;
  }

  private boolean isAgainstRestored(Sectors alignment, Sectors offset) {
    if (restored.isEmpty() || (alignment.isZero() && offset.isZero())) {
      return false;
    }
    long start = restored.get().peStart().count();
    long rest = alignment.isZero() ? start : start % alignment.count();
    return rest != offset.count();
  }

  private void warnOfIgnoredAlignment(Sectors alignment) {
    session
        .context()
        .console()
        .warn(
            "WARNING: Ignoring data alignment "
                + session.sizes().display(alignment)
                + " incompatible with restored pe_start value "
                + session.sizes().display(restored.orElseThrow().peStart())
                + ".");
  }

  /** With a restored layout, all room before its data may be taken. */
  private Sectors metadataSize(Sectors given, MetadataSettings settings) {
    if (restored.isPresent() && !command.has(Opt.METADATASIZE)) {
      return restored.get().peStart();
    }
    if (!given.isZero()) {
      return given;
    }
    Bytes page = PageSize.ofThisMachine();
    int configured = settings.pvmetadatasize().orElse(0);
    return configured > 0 ? Sectors.of(configured) : PvLayoutRequest.defaultMetadataSize(page);
  }

  private static DataAlignment.Settings alignmentSettings(DevicesSettings devices) {
    return new DataAlignment.Settings(
        Sectors.ofKib(devices.dataAlignment()),
        devices.defaultDataAlignment(),
        devices.mdChunkAlignment(),
        devices.dataAlignmentDetection(),
        devices.dataAlignmentOffsetDetection());
  }
}
