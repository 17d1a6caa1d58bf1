package org.jlvm.core.engine.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.ondisk.DiskArea;
import org.jlvm.core.ondisk.LabelHeader;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.PvHeader;
import org.jlvm.core.ondisk.PvHeaderExtension;
import org.jlvm.core.ondisk.PvLabel;
import org.jlvm.core.ondisk.layout.PvLayout;

/**
 * Writes what makes a device a physical volume. The label goes last, so that a device cut off in
 * between is not one. All methods return when the data is on stable storage.
 */
public final class PvWriter {
  private PvWriter() {}

  /**
   * Makes a physical volume.
   *
   * @param label what to write, with the metadata areas of the header empty
   * @param ignored whether the areas start as not in use
   * @param zeroStart whether the sectors a label may be in are cleared first
   */
  public static ScannedPv initialize(
      BlockDevice device, PvLabel label, boolean ignored, boolean zeroStart) {
    List<ScannedArea> areas = new ArrayList<>(2);
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ_WRITE)) {
      if (zeroStart) {
        handle.zero(0, PvLabel.SCAN_BYTES);
        handle.flush();
      }
      List<DiskArea> places = label.pv().metadataAreas();
      for (int i = 0; i < places.size(); i++) {
        areas.add(writeEmptyArea(handle, i, places.get(i), ignored));
      }
      handle.flush();
      writeLabel(handle, label);
    }
    return new ScannedPv(device, label, areas);
  }

  private static ScannedArea writeEmptyArea(
      DeviceHandle handle, int index, DiskArea place, boolean ignored) {
    long start = place.offset().count();
    long cleared = Math.min(PvLayout.CLEARED.count(), place.size().count());
    handle.zero(start, cleared);
    MdaHeader header = MdaHeader.empty(start, place.size().count()).revert(ignored);
    handle.write(start, header.encode());
    return new ScannedArea(index, place, Optional.of(header), Optional.empty());
  }

  private static void writeLabel(DeviceHandle handle, PvLabel label) {
    long offset = (long) label.header().sector() * LabelHeader.LABEL_SIZE;
    handle.write(offset, label.encode());
    handle.flush();
  }

  /** Rewrites the label only; damaged areas are no longer in it, as with lvm2. */
  public static ScannedPv rewriteLabel(ScannedPv pv, PvHeader header) {
    ScannedPv relabelled = relabelled(pv, header);
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ_WRITE)) {
      writeLabel(handle, relabelled.label());
    }
    return relabelled;
  }

  /** What {@link #rewriteLabel} would make of it, without writing. */
  public static ScannedPv relabelled(ScannedPv pv, PvHeader header) {
    List<ScannedArea> areas = undamaged(pv);
    PvLabel label = new PvLabel(pv.label().header(), header.withMetadataAreas(places(areas)));
    return new ScannedPv(pv.device(), label, areas);
  }

  /** As {@link #rewriteLabel}; areas that are not in use forget what they held, as with lvm2. */
  public static ScannedPv rewriteHeaders(ScannedPv pv, PvHeader header) {
    ScannedPv written = rewriteLabel(pv, header);
    List<ScannedArea> areas = new ArrayList<>(written.areas().size());
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ_WRITE)) {
      for (ScannedArea area : written.areas()) {
        areas.add(area.isIgnored() ? forget(handle, area) : area);
      }
      handle.flush();
    }
    return new ScannedPv(pv.device(), written.label(), areas);
  }

  private static List<ScannedArea> undamaged(ScannedPv pv) {
    List<ScannedArea> areas = new ArrayList<>(pv.areas().size());
    for (ScannedArea area : pv.areas()) {
      if (area.problem().isEmpty()) {
        areas.add(area);
      }
    }
    return areas;
  }

  private static List<DiskArea> places(List<ScannedArea> areas) {
    List<DiskArea> places = new ArrayList<>(areas.size());
    for (ScannedArea area : areas) {
      places.add(area.place());
    }
    return places;
  }

  /** A header with the mark set or cleared, its extension in the current version. */
  public static PvHeader withUsed(PvHeader header, boolean used) {
    List<DiskArea> bootloader =
        header.extension().map(PvHeaderExtension::bootloaderAreas).orElse(List.of());
    return new PvHeader(
        header.uuid(),
        header.deviceSize(),
        header.dataAreas(),
        header.metadataAreas(),
        Optional.of(PvHeaderExtension.current(used, bootloader)));
  }

  /**
   * Takes a physical volume out of its group: forgets the metadata in its areas and the mark. The
   * label says from then on how large the device is.
   */
  public static ScannedPv release(ScannedPv pv) {
    List<ScannedArea> kept = undamaged(pv);
    List<ScannedArea> areas = new ArrayList<>(kept.size());
    PvHeader unused =
        withUsed(pv.label().pv(), false)
            .withDeviceSize(pv.device().size())
            .withMetadataAreas(places(kept));
    PvLabel label = new PvLabel(pv.label().header(), unused);
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ_WRITE)) {
      for (ScannedArea area : kept) {
        areas.add(forget(handle, area));
      }
      handle.flush();
      writeLabel(handle, label);
    }
    return new ScannedPv(pv.device(), label, areas);
  }

  /** Clears both locations; the text itself stays for whoever must recover it by hand. */
  private static ScannedArea forget(DeviceHandle handle, ScannedArea area) {
    long start = area.place().offset().count();
    boolean ignored = area.isIgnored();
    MdaHeader header = MdaHeader.empty(start, area.place().size().count()).revert(ignored);
    handle.write(start, header.encode());
    return new ScannedArea(area.index(), area.place(), Optional.of(header), Optional.empty());
  }

  /**
   * Moves a metadata area, which is empty afterwards, and rewrites the label.
   *
   * @param header with the area where it goes
   */
  public static ScannedPv moveArea(ScannedPv pv, int index, PvHeader header) {
    PvLabel label = new PvLabel(pv.label().header(), header);
    List<ScannedArea> areas = new ArrayList<>(pv.areas());
    boolean ignored = areas.get(index).isIgnored();
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ_WRITE)) {
      DiskArea place = header.metadataAreas().get(index);
      areas.set(index, writeEmptyArea(handle, index, place, ignored));
      handle.flush();
      writeLabel(handle, label);
    }
    return new ScannedPv(pv.device(), label, areas);
  }

  /** Marks metadata areas as in use or not, leaving what they hold. */
  public static ScannedPv setIgnored(ScannedPv pv, boolean ignored) {
    List<ScannedArea> areas = new ArrayList<>(pv.areas().size());
    try (DeviceHandle handle = pv.device().open(BlockDevice.Access.READ_WRITE)) {
      for (ScannedArea area : pv.areas()) {
        if (area.header().isEmpty() || area.isIgnored() == ignored) {
          areas.add(area);
          continue;
        }
        MdaHeader header = area.header().get().revert(ignored);
        handle.write(header.start(), header.encode());
        areas.add(new ScannedArea(area.index(), area.place(), Optional.of(header), area.problem()));
      }
      handle.flush();
    }
    return new ScannedPv(pv.device(), pv.label(), areas);
  }

  /** Removes every label: the device is no physical volume any more. */
  public static void removeLabel(BlockDevice device) {
    try (DeviceHandle handle = device.open(BlockDevice.Access.READ_WRITE)) {
      boolean changed = false;
      ByteBuffer start = ByteBuffer.allocate(PvLabel.SCAN_BYTES);
      handle.read(0, start);
      for (int sector = 0; sector < LabelHeader.SCAN_SECTORS; sector++) {
        int at = sector * LabelHeader.LABEL_SIZE;
        if (hasLabel(start, at)) {
          handle.zero(at, LabelHeader.LABEL_SIZE);
          changed = true;
        }
      }
      if (changed) {
        handle.flush();
      }
    }
  }

  private static boolean hasLabel(ByteBuffer start, int at) {
    String magic = "LABELONE";
    for (int i = 0; i < magic.length(); i++) {
      if (start.get(at + i) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
