package org.jlvm.core.engine.pv;

import java.util.Optional;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.layout.DataAlignment;
import org.jlvm.core.ondisk.layout.PvLayoutRequest;
import org.jlvm.core.units.Bytes;
import org.jlvm.core.units.Sectors;

/**
 * What new physical volumes are to look like (pvcreate(8)).
 *
 * @param id the id to take; empty for a new one each
 * @param restored the layout to come back to, of {@code --restorefile}
 * @param pretendedSize {@code --setphysicalvolumesize}, zero for the device's own
 * @param dataAlignment {@code --dataalignment}, zero for none
 * @param dataOffset {@code --dataalignmentoffset}, zero for none
 * @param alignment what lvm.conf says of alignment
 * @param metadataCopies 0, 1 or 2
 * @param metadataSize of each metadata area
 * @param metadataIgnored whether the areas start out of use
 * @param bootloaderSize zero for none
 * @param labelSector 0 to 3
 * @param zeroStart whether the first sectors are cleared
 * @param minimumSize {@code devices/pv_min_size}
 * @param pageSize of this machine
 */
public record PvParameters(
    Optional<LvmId> id,
    Optional<PvLayoutRequest.Restored> restored,
    Sectors pretendedSize,
    Sectors dataAlignment,
    Sectors dataOffset,
    DataAlignment.Settings alignment,
    int metadataCopies,
    Sectors metadataSize,
    boolean metadataIgnored,
    Sectors bootloaderSize,
    int labelSector,
    boolean zeroStart,
    Sectors minimumSize,
    Bytes pageSize) {}
