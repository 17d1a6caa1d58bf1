package org.jlvm.activation.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.VgName;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmName;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.UdevFlags;
import org.jlvm.dm.table.DmTable;
import org.jlvm.dm.table.TargetLine;
import org.jspecify.annotations.Nullable;

/**
 * One device as it is to be.
 *
 * @param lv the volume it belongs to
 * @param layer which of the volume's devices it is
 * @param name name in /dev/mapper
 * @param uuid what it is found by
 * @param formerUuid what it could have been made with before the volume changed its role
 * @param pieces its table, in order
 * @param children uuids of the devices below it
 * @param readOnly whether it refuses writes
 * @param minor fixed minor number
 * @param readAhead read-ahead as the volume wants it
 * @param stripeWidth sectors of the widest stripe, for automatic read-ahead; zero without stripes
 * @param udevFlags what udev's rules leave out
 * @param early whether a new device is put in use before the devices above it are switched
 * @param link the name users know it by, if it is for users
 */
public record Node(
    LvmId lv,
    Layer layer,
    DmName name,
    DmUuid uuid,
    Optional<DmUuid> formerUuid,
    List<Piece> pieces,
    List<DmUuid> children,
    boolean readOnly,
    OptionalInt minor,
    ReadAhead readAhead,
    Sectors stripeWidth,
    UdevFlags udevFlags,
    boolean early,
    Optional<Link> link) {

  /** The path {@code VG/LV} below the device directory. */
  public record Link(VgName vg, LvName lv) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Link that && vg.equals(that.vg) && lv.equals(that.lv);
    }

    @Override
    public int hashCode() {
      return 31 * vg.hashCode() + lv.hashCode();
    }
  }

  public Node {
    pieces = List.copyOf(pieces);
    children = List.copyOf(children);
  }

  public DmTable table(DeviceNumbers numbers) {
    List<TargetLine> lines = new ArrayList<>(pieces.size());
    Sectors start = Sectors.ZERO;
    for (Piece piece : pieces) {
      TargetLine line = new TargetLine(start, piece.length(), piece.target().fill(numbers));
      lines.add(line);
      start = line.end();
    }
    return new DmTable(lines);
  }

  public Sectors size() {
    Sectors size = Sectors.ZERO;
    for (Piece piece : pieces) {
      size = size.plus(piece.length());
    }
    return size;
  }

  /** Whether {@code retry}ing a removal makes sense: something like udev may look into it. */
  public boolean isForUsers() {
    return link.isPresent();
  }
}
