package org.jlvm.core.report.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jlvm.core.engine.activation.LvStatus;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.model.Flag;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.ReadAhead;
import org.jlvm.core.model.Segment;
import org.jlvm.core.report.lvm.Percents;
import org.jlvm.core.report.lvm.VgFacts;
import org.jlvm.core.segtype.LvRelations;
import org.jlvm.core.segtype.mirror.MirrorSegment;
import org.jlvm.core.segtype.raid.RaidSegment;

/** {@code lvdisplay} and the line of {@code lvscan}. */
public final class LvDisplay {
  private final VgFacts vg;
  private final LogicalVolume lv;
  private final DisplayStyle style;
  private final LvStatus device;
  private final long extentSize;
  private final List<String> lines = new ArrayList<>(24);

  public LvDisplay(VgFacts vg, LogicalVolume lv, DisplayStyle style) {
    this.vg = vg;
    this.lv = lv;
    this.style = style;
    device = style.live().isAvailable() ? style.live().device(vg.state(), lv) : LvStatus.INACTIVE;
    extentSize = vg.vg().extentSize().count();
  }

  private String path(LogicalVolume volume) {
    return style.deviceDirectory() + vg.vg().name() + '/' + volume.name();
  }

  /** The name, with its path where the configuration wants that. */
  private String shown(LogicalVolume volume) {
    return style.fullPaths() ? path(volume) : volume.name().value();
  }

  private Optional<LvRelations.Snapshot> asSnapshot() {
    return vg.relations().isOrigin(lv.id())
        ? Optional.empty()
        : vg.relations().snapshotOfCow(lv.id());
  }

  /** {@code -c}. */
  public String colons() {
    int permission = (lv.flags().has(Flag.READ) ? 1 : 0) | (lv.isWritable() ? 2 : 0);
    int readOnly = device.exists() && device.readOnly() ? 4 : 0;
    String readAhead =
        lv.readAhead() instanceof ReadAhead.Fixed fixed
            ? String.valueOf(fixed.sectors().count())
            : lv.readAhead() instanceof ReadAhead.None ? "0" : "-1";
    return path(lv)
        + ":"
        + vg.vg().name()
        + ":"
        + (permission | readOnly)
        + ":"
        + (device.exists() ? 1 : 0)
        + ":-1:"
        + device.openCount()
        + ":"
        + lv.extentCount() * extentSize
        + ":"
        + lv.extentCount()
        + ":-1:"
        + (lv.allocation().attributeCharacter() == 'c' ? 2 : 0)
        + ":"
        + readAhead
        + ":"
        + device.major().orElse(-1)
        + ":"
        + device.minor().orElse(-1);
  }

  /** The usual display. */
  public List<String> full() {
    addNames();
    addSnapshotState();
    addState();
    addSizes();
    addSettings();
    lines.add(" ");
    return lines;
  }

  private void addNames() {
    lines.add("--- Logical volume ---");
    if (style.fullPaths()) {
      lines.add("LV Name                " + path(lv));
    } else if (vg.isVisible(lv)) {
      lines.add("LV Path                " + path(lv));
      lines.add("LV Name                " + lv.name());
    } else {
      lines.add("Internal LV Name       " + lv.name());
    }
    lines.add("VG Name                " + vg.vg().name());
    lines.add("LV UUID                " + lv.id());
    boolean overridden = lv.isWritable() && device.exists() && device.readOnly();
    lines.add(
        "LV Write Access        "
            + (lv.isWritable() ? "read/write" : "read only")
            + (overridden ? " (activated read only)" : ""));
    String host = lv.creation().map(LogicalVolume.Creation::host).orElse("");
    String time = lv.creation().map(made -> style.time(made.time())).orElse("");
    lines.add("LV Creation host, time " + host + ", " + time);
  }

  private void addSnapshotState() {
    if (vg.relations().isOrigin(lv.id())) {
      lines.add("LV snapshot status     source of");
      for (LvRelations.Snapshot snapshot : vg.relations().snapshotsOf(lv.id())) {
        LogicalVolume store = vg.vg().lv(snapshot.segment().cow());
        lines.add(
            "                       "
                + shown(store)
                + (isSnapshotActive(store) ? " [active]" : " [INACTIVE]"));
      }
      return;
    }
    Optional<LvRelations.Snapshot> snapshot = asSnapshot();
    if (snapshot.isPresent()) {
      lines.add(
          "LV snapshot status     "
              + (isSnapshotActive(lv) ? "active" : "INACTIVE")
              + " destination for "
              + shown(vg.vg().lv(snapshot.get().segment().origin())));
    }
  }

  private boolean isSnapshotActive(LogicalVolume store) {
    return device.exists()
        && style.live().target(vg.state(), store, store.firstSegment()).isPresent();
  }

  private void addState() {
    if (device.exists() && device.suspended()) {
      lines.add("LV Status              suspended");
    } else if (style.live().isAvailable()) {
      lines.add(
          "LV Status              "
              + (device.exists() ? "" : "NOT ")
              + "available"
              + (vg.isPartial(lv) ? " (partial)" : ""));
    }
    if (device.exists()) {
      lines.add("# open                 " + device.openCount());
    }
  }

  private void addSizes() {
    Optional<LvRelations.Snapshot> snapshot = asSnapshot();
    LogicalVolume sized = snapshot.map(link -> vg.vg().lv(link.segment().origin())).orElse(lv);
    lines.add("LV Size                " + style.size(sized.extentCount() * extentSize));
    lines.add("Current LE             " + sized.extentCount());
    if (snapshot.isEmpty()) {
      return;
    }
    lines.add("COW-table size         " + style.size(lv.extentCount() * extentSize));
    lines.add("COW-table LE           " + lv.extentCount());
    addStoreUse();
    lines.add("Snapshot chunk size    " + style.size(snapshot.get().segment().chunk().count()));
  }

  /** Only where it is not what the metadata say. */
  private void addReadAheadInForce() {
    OptionalLong current =
        device.exists() ? style.live().readAhead(vg.state(), lv) : OptionalLong.empty();
    if (current.isPresent() && !readAhead().equals(Long.toString(current.getAsLong()))) {
      lines.add("- currently set to     " + current.getAsLong());
    }
  }

  private void addStoreUse() {
    Optional<TargetState> target =
        device.exists() ? style.live().target(vg.state(), lv, lv.firstSegment()) : Optional.empty();
    if (target.isPresent() && target.get() instanceof TargetState.Snapshot store) {
      lines.add("Allocated to snapshot  " + Percents.used(store).text() + "%");
    }
  }

  private void addSettings() {
    Segment first = lv.firstSegment();
    boolean mirrored =
        first instanceof MirrorSegment
            || (first instanceof RaidSegment raid && raid.type().name().startsWith("raid1"));
    if (mirrored) {
      lines.add("Mirrored volumes       " + first.areas().size());
    }
    if (vg.isConverting(lv)) {
      lines.add("LV type        Mirror undergoing conversion");
    }
    lines.add("Segments               " + lv.segments().size());
    lines.add("Allocation             " + lv.allocation().text());
    lines.add("Read ahead sectors     " + readAhead());
    addReadAheadInForce();
    if (lv.flags().has(Flag.FIXED_MINOR)) {
      lv.major().ifPresent(major -> lines.add("Persistent major       " + major));
      lines.add("Persistent minor       " + lv.minor().orElse(-1));
    }
    if (device.exists()) {
      lines.add(
          "Block device           " + device.major().orElse(-1) + ":" + device.minor().orElse(-1));
    }
  }

  private String readAhead() {
    if (lv.readAhead() instanceof ReadAhead.Fixed fixed) {
      return String.valueOf(fixed.sectors().count());
    }
    return lv.readAhead() instanceof ReadAhead.None ? "0" : "auto";
  }

  /** {@code -m}. */
  public List<String> map() {
    return new SegmentMap(vg, lv, style).lines();
  }

  /** The line of {@code lvscan}. */
  public String scanLine() {
    String role =
        vg.relations().isOrigin(lv.id())
            ? "Original"
            : asSnapshot().isPresent() ? "Snapshot" : "        ";
    return (device.exists() ? "ACTIVE   " : "inactive ")
        + role
        + " '"
        + path(lv)
        + "' ["
        + style.size(lv.extentCount() * extentSize)
        + "] "
        + lv.allocation().text();
  }
}
