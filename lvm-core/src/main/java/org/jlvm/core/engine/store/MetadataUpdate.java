package org.jlvm.core.engine.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.device.BlockDevice;
import org.jlvm.core.device.DeviceHandle;
import org.jlvm.core.engine.scan.ScannedArea;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.LocatedArea;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.DeviceException;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.FormatException;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.VolumeGroup;
import org.jlvm.core.ondisk.LvmChecksum;
import org.jlvm.core.ondisk.MdaHeader;
import org.jlvm.core.ondisk.MetadataRing;
import org.jlvm.core.ondisk.RawLocation;

/**
 * One change of a group's metadata in all its areas. The steps, in order:
 *
 * <ol>
 *   <li>{@link #write}: the text goes behind the current one in every area and is flushed; nothing
 *       points to it.
 *   <li>{@link #precommit}: every area's header names it as the one to come.
 *   <li>{@link #commit}: every area's header makes it current. The first header that reaches its
 *       disk decides: from then on a reader finds the new text, before that the old one.
 * </ol>
 *
 * Until {@code commit}, {@link #revert} undoes everything. Each header is one sector, which a disk
 * writes whole or not at all.
 */
public final class MetadataUpdate implements AutoCloseable {
  private VgState target;
  private final List<Slot> slots;
  private boolean committed;

  /** One area with its open device. */
  private static final class Slot {
    private final LocatedArea at;
    private final DeviceHandle handle;
    private final MetadataRing.Placement placement;
    private final boolean ignored;
    private final RawLocation text;
    private MdaHeader header;

    Slot(LocatedArea at, DeviceHandle handle, Target target, boolean ignored) {
      this.at = at;
      this.handle = handle;
      this.ignored = ignored;
      header = at.area().header().orElseThrow();
      placement = target.place(at.device().name(), header);
      text = RawLocation.of(placement.offset(), target.text().length, target.checksum());
    }

    void write(byte[] bytes) {
      for (MetadataRing.Span span : placement.spans()) {
        ByteBuffer part = ByteBuffer.allocate(span.length() + span.padding());
        part.put(bytes, span.textOffset(), span.length()).rewind();
        handle.write(span.deviceOffset(), part);
      }
    }

    void writeHeader(MdaHeader changed) {
      handle.write(header.start(), changed.encode());
      header = changed;
    }
  }

  /** The text and its key figures. */
  private record Target(VolumeGroup vg, byte[] text, int checksum) {
    MetadataRing.Placement place(String device, MdaHeader header) {
      MetadataRing ring = MetadataRing.of(header);
      if (text.length > ring.maxTextSize()) {
        throw new FailedException(
            "VG "
                + vg.name()
                + ' '
                + vg.seqno()
                + " metadata on "
                + device
                + " ("
                + text.length
                + " bytes) exceeds maximum metadata size ("
                + ring.maxTextSize()
                + " bytes)");
      }
      Optional<RawLocation> current = header.isIgnored() ? Optional.empty() : header.committed();
      return place(ring, current)
          .orElseThrow(
              () ->
                  new FailedException(
                      "VG "
                          + vg.name()
                          + ' '
                          + vg.seqno()
                          + " metadata on "
                          + device
                          + " would overlap the current metadata"));
    }

    /** A committed text that is out of bounds is no text to keep. */
    private Optional<MetadataRing.Placement> place(
        MetadataRing ring, Optional<RawLocation> current) {
      try {
        return ring.place(current, text.length);
      } catch (FormatException e) {
        return ring.place(Optional.empty(), text.length);
      }
    }
  }

  private final byte[] text;

  private MetadataUpdate(VgState target, List<Slot> slots, byte[] text) {
    this.target = target;
    this.slots = slots;
    this.text = text;
  }

  /**
   * Opens the devices and works out where the text goes; nothing is written.
   *
   * @param target the metadata to be and the devices of its PVs
   * @param text the metadata as text for disk
   * @param ignored areas to be marked as not in use by this update
   * @param lingering physical volumes whose areas are written even so
   * @throws FailedException if there is no area to write to, or one has not enough room
   * @throws DeviceException if a device cannot be opened for writing
   */
  public static MetadataUpdate prepare(
      VgState target, byte[] text, Set<LocatedArea> ignored, Set<LvmId> lingering) {
    Target what = new Target(target.vg(), text, LvmChecksum.of(ByteBuffer.wrap(text)));
    Map<String, DeviceHandle> handles = new HashMap<>();
    List<Slot> slots = new ArrayList<>();
    try {
      for (LocatedArea area : target.areas()) {
        boolean leaving = ignored.contains(area);
        boolean passedOver =
            area.area().isIgnored() && leaving && !lingering.contains(area.pv().id());
        if (area.area().header().isEmpty() || passedOver) {
          continue;
        }
        DeviceHandle handle = handles.get(area.device().name());
        if (handle == null) {
          handle = area.device().open(BlockDevice.Access.READ_WRITE);
          handles.put(area.device().name(), handle);
        }
        slots.add(new Slot(area, handle, what, leaving));
      }
      if (slots.stream().allMatch(slot -> slot.ignored)) {
        throw new FailedException("Aborting vg_write: No metadata areas to write to!");
      }
      return new MetadataUpdate(target, slots, text);
    } catch (RuntimeException e) {
      for (DeviceHandle handle : handles.values()) {
        handle.close();
      }
      throw e;
    }
  }

  /** Takes over labels of the same devices that were written since {@link #prepare}. */
  public void relabelled(VgState labelled) {
    target = labelled;
  }

  /** The group as it will be. */
  public VgState target() {
    return target;
  }

  /** Writes the text to every area in use, those included that are in use for the last time. */
  public void write() {
    for (Slot slot : slots) {
      slot.write(text);
    }
    flush();
  }

  /** Names the text as precommitted in every area. */
  public void precommit() {
    for (Slot slot : slots) {
      slot.writeHeader(slot.header.precommit(slot.text, slot.header.isIgnored()));
    }
    flush();
  }

  /**
   * Makes the text current. Areas that fall out of use go first, so that at no time none is in use
   * with the newest text. A failure on some areas is reported after all were tried.
   *
   * @return the group as it is on disk now
   * @throws DeviceException if no area could be committed
   */
  public VgState commit(List<String> failures) {
    int good = 0;
    for (boolean leaving : new boolean[] {true, false}) {
      for (Slot slot : slots) {
        if (slot.ignored == leaving && commit(slot, failures) && !leaving) {
          good++;
        }
      }
    }
    if (good == 0) {
      throw new DeviceException("Failed to commit VG " + target.vg().name() + " to any device.");
    }
    committed = true;
    return committedState();
  }

  private static boolean commit(Slot slot, List<String> failures) {
    try {
      slot.writeHeader(slot.header.commit(slot.text, slot.ignored));
      slot.handle.flush();
      return true;
    } catch (DeviceException e) {
      failures.add(e.getMessage());
      return false;
    }
  }

  private VgState committedState() {
    Map<LvmId, ScannedPv> changed = new HashMap<>();
    for (Slot slot : slots) {
      LvmId id = slot.at.pv().id();
      ScannedPv labelled = target.device(id).orElse(slot.at.pv());
      ScannedPv before = changed.getOrDefault(id, labelled);
      List<ScannedArea> areas = new ArrayList<>(before.areas().size());
      for (ScannedArea area : before.areas()) {
        boolean written = area.index() == slot.at.area().index();
        areas.add(written ? committed(area, slot.header) : area);
      }
      changed.put(before.id(), new ScannedPv(before.device(), before.label(), areas));
    }
    return target.with(target.vg(), changed);
  }

  private static ScannedArea committed(ScannedArea area, MdaHeader header) {
    return new ScannedArea(area.index(), area.place(), Optional.of(header), Optional.empty());
  }

  /** Takes back what was precommitted; the old text stays current. */
  public void revert() {
    if (committed) {
      throw new IllegalStateException("already committed");
    }
    for (Slot slot : slots) {
      if (slot.header.precommitted().isPresent()) {
        slot.writeHeader(slot.header.revert(slot.header.isIgnored()));
      }
    }
    flush();
  }

  private void flush() {
    for (DeviceHandle handle : handles()) {
      handle.flush();
    }
  }

  private Set<DeviceHandle> handles() {
    Set<DeviceHandle> distinct = new LinkedHashSet<>();
    for (Slot slot : slots) {
      distinct.add(slot.handle);
    }
    return distinct;
  }

  @Override
  public void close() {
    for (DeviceHandle handle : handles()) {
      handle.close();
    }
  }
}
