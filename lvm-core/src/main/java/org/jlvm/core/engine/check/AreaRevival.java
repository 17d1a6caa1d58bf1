package org.jlvm.core.engine.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.ondisk.MdaHeader;

/**
 * Damaged metadata areas that the next update of their group may write again ({@code vgck
 * --updatemetadata}). One whose header is of something else, or belongs elsewhere, stays as it is:
 * perhaps the PV's header is what is wrong.
 */
public final class AreaRevival {
  /** lvm2's bits for what is wrong, which its messages show. */
  private static final int READ = 2;

  private static final int HEADER = 4;
  private static final int TEXT = 8;
  private static final int CHECKSUM = 16;
  private static final int MAGIC = 32;
  private static final int VERSION = 64;
  private static final int START = 128;
  private static final int MISMATCH = 256;

  private AreaRevival() {}

  /** The group with such areas made ready for writing; which they are is told. */
  public static VgState revive(VgState state, Messages messages) {
    Map<LvmId, ScannedPv> changed = new HashMap<>();
    for (LocatedArea damaged : state.damagedAreas()) {
      ScannedArea area = damaged.area();
      boolean differs = area.problem().filter(ScannedArea.MISMATCH::equals).isPresent();
      int bits = differs ? MISMATCH : area.header().isPresent() ? TEXT : headerBits(damaged);
      String mda = "mda" + (area.index() + 1);
      String shown = "(0x" + Integer.toHexString(bits) + ")";
      String device = damaged.device().name();
      if ((bits & (READ | MAGIC | START)) != 0) {
        messages.warn(
            "WARNING: Not repairing bad metadata " + shown + " for " + mda + " on " + device + '.');
        continue;
      }
      messages.warn(
          "WARNING: Repairing bad metadata "
              + shown
              + " in "
              + mda
              + " at "
              + area.place().offset().count()
              + " on "
              + device
              + '.');
      tellAgain(damaged, messages);
      ScannedPv pv = changed.getOrDefault(damaged.pv().id(), damaged.pv());
      changed.put(pv.id(), revive(pv, area));
    }
    return changed.isEmpty() ? state : state.with(state.vg(), changed);
  }

  private static ScannedPv revive(ScannedPv pv, ScannedArea area) {
    List<ScannedArea> areas = new ArrayList<>(pv.areas());
    areas.replaceAll(each -> each.equals(area) ? area.revived() : each);
    return new ScannedPv(pv.device(), pv.label(), areas);
  }

  private static int headerBits(LocatedArea area) {
    return sector(area)
        .map(
            sector -> HEADER | bits(MdaHeader.faults(sector, area.area().place().offset().count())))
        .orElse(HEADER | READ);
  }

  /** The sector where the header should be, if it can be read. */
  private static Optional<ByteBuffer> sector(LocatedArea area) {
    long start = area.area().place().offset().count();
    try (DeviceHandle handle = area.device().open(BlockDevice.Access.READ)) {
      if (start < 0 || start > handle.size().count() - MdaHeader.BYTES) {
        return Optional.empty();
      }
      ByteBuffer sector = ByteBuffer.allocate(MdaHeader.BYTES);
      handle.read(start, sector);
      return Optional.of(sector.flip());
    } catch (DeviceException e) {
      return Optional.empty();
    }
  }

  /** lvm2 reads the header again, and complains again, before it writes and before it commits. */
  private static void tellAgain(LocatedArea area, Messages messages) {
    Optional<ByteBuffer> sector = sector(area);
    if (area.area().header().isPresent() || sector.isEmpty()) {
      return;
    }
    for (int i = 0; i < 2; i++) {
      long start = area.area().place().offset().count();
      for (String line : MdaHeader.damage(sector.get(), start, area.device().name())) {
        messages.warn(line);
      }
    }
  }

  private static int bits(Set<MdaHeader.Fault> faults) {
    int bits = 0;
    for (MdaHeader.Fault fault : faults) {
      bits |=
          switch (fault) {
            case CHECKSUM -> CHECKSUM;
            case MAGIC -> MAGIC;
            case VERSION -> VERSION;
            case START -> START;
            case SIZE -> HEADER;
          };
    }
    return bits;
  }
}
