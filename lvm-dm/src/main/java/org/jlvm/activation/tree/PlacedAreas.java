package org.jlvm.activation.tree;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jlvm.activation.target.Areas;
import org.jlvm.activation.target.MappingSettings;
import org.jlvm.core.engine.activation.PartialMode;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;
import org.jlvm.core.units.Sectors;
import org.jlvm.dm.DmUuid;
import org.jlvm.dm.table.DeviceArea;
import org.jlvm.dm.table.DeviceNumber;

/** Finds the places of one volume's areas and notes the devices that it is made of. */
final class PlacedAreas implements Areas {
  /** A part of a volume that lies on no device. */
  record Missing(LogicalVolume lv, int segment, int area, Sectors length) {}

  private final VolumeRoles roles;
  private final VgState state;
  private final TreeWishes wishes;
  private final Function<LvmId, DmUuid> parts;
  private final Function<Missing, DmUuid> standIns;
  private final Set<DmUuid> devices = new LinkedHashSet<>();
  private boolean moving;

  PlacedAreas(
      VolumeRoles roles,
      TreeWishes wishes,
      Function<LvmId, DmUuid> parts,
      Function<Missing, DmUuid> standIns) {
    this.roles = roles;
    this.state = roles.state();
    this.wishes = wishes;
    this.parts = parts;
    this.standIns = standIns;
  }

  List<DmUuid> devices() {
    return List.copyOf(devices);
  }

  @Override
  public AreaTemplate area(LogicalVolume lv, int segment, int index, Area area, Sectors length) {
    Sectors offset = extentSize().times(area.extent());
    if (area instanceof Area.OnLv onLv) {
      DmUuid below = device(onLv.lv());
      return numbers -> new DeviceArea(numbers.of(below), offset);
    }
    PhysicalVolume pv = state.vg().pv(((Area.OnPv) area).pv());
    Optional<DeviceNumber> number = number(pv);
    if (number.isPresent()) {
      DeviceArea place = new DeviceArea(number.get(), pv.peStart().plus(offset));
      return numbers -> place;
    }
    requireStandInAllowed(lv);
    DmUuid standIn = note(standIns.apply(new Missing(lv, segment, index, length)));
    return numbers -> new DeviceArea(numbers.of(standIn), Sectors.ZERO);
  }

  private Optional<DeviceNumber> number(PhysicalVolume pv) {
    if (state.isMissing(pv) || state.isElsewhere(pv)) {
      return Optional.empty();
    }
    ScannedPv device = state.device(pv.id()).orElseThrow();
    return device.device().number().map(n -> new DeviceNumber(n.major(), n.minor()));
  }

  private void requireStandInAllowed(LogicalVolume lv) {
    boolean part = wishes.partial() == PartialMode.DEGRADED && roles.isPartOfRaid(lv);
    if (wishes.partial() != PartialMode.PARTIAL && !part) {
      throw new FailedException(
          "Aborting.  LV "
              + state.vg().name()
              + '/'
              + lv.name()
              + " is incomplete and --activationmode partial was not specified.");
    }
  }

  @Override
  public DmUuid device(LvmId lv) {
    return note(parts.apply(lv));
  }

  private DmUuid note(DmUuid device) {
    devices.add(device);
    return device;
  }

  @Override
  public Sectors extentSize() {
    return state.vg().extentSize();
  }

  @Override
  public LogicalVolume lv(LvmId id) {
    return state.vg().lv(id);
  }

  @Override
  public MappingSettings settings() {
    return wishes.mapping();
  }

  @Override
  public boolean takeRunningMove() {
    boolean first = !moving;
    moving = true;
    return first;
  }
}
