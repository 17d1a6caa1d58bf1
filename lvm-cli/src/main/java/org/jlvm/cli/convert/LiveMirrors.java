package org.jlvm.cli.convert;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.engine.activation.Activation;
import org.jlvm.core.engine.activation.TargetState;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.model.Area;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.Segment;
import org.jlvm.core.plan.mirror.MirrorFacts;
import org.jlvm.core.segtype.mirror.MirrorSegment;

/**
 * What the driver says of the mirrors of one group.
 *
 * @param failing volumes that count as lost though their devices are there
 */
public record LiveMirrors(Activation activation, VgState state, Set<LvmId> failing)
    implements MirrorFacts {
  private static final char WELL = 'A';

  public LiveMirrors {
    failing = Set.copyOf(failing);
  }

  public LiveMirrors(Activation activation, VgState state) {
    this(activation, state, Set.of());
  }

  /** The same, with what the driver has left off using because of errors. */
  LiveMirrors withLosses(LogicalVolume lv) {
    Set<LvmId> lost = new HashSet<>(failing);
    addLosses(lv, lost);
    return new LiveMirrors(activation, state, lost);
  }

  /** Physical volumes that are there, but gave errors: nothing new should go there. */
  Set<LvmId> failingPlaces() {
    Set<LvmId> places = new HashSet<>();
    for (LvmId id : failing) {
      for (Segment segment : state.vg().lv(id).segments()) {
        for (Area area : segment.areas()) {
          if (area instanceof Area.OnPv onPv) {
            places.add(onPv.pv());
          }
        }
      }
    }
    return places;
  }

  private void addLosses(LogicalVolume lv, Set<LvmId> lost) {
    if (!(lv.firstSegment() instanceof MirrorSegment segment)) {
      return;
    }
    Optional<TargetState.Mirror> mirror = target(lv);
    for (int i = 0; i < segment.areas().size(); i++) {
      if (segment.areas().get(i) instanceof Area.OnLv onLv) {
        if (mirror.isPresent() && isBad(mirror.get().health(), i)) {
          lost.add(onLv.lv());
        }
        addLosses(state.vg().lv(onLv.lv()), lost);
      }
    }
    if (segment.log().isPresent()) {
      if (mirror.isPresent() && isBad(mirror.get().logHealth(), 0)) {
        lost.add(segment.log().get());
      }
      addLosses(state.vg().lv(segment.log().get()), lost);
    }
  }

  private static boolean isBad(String health, int index) {
    return index < health.length() && health.charAt(index) != WELL;
  }

  private Optional<TargetState.Mirror> target(LogicalVolume lv) {
    if (!isActive(lv)) {
      return Optional.empty();
    }
    return activation
        .target(state, lv, lv.firstSegment())
        .filter(TargetState.Mirror.class::isInstance)
        .map(TargetState.Mirror.class::cast);
  }

  @Override
  public boolean isActive(LogicalVolume lv) {
    return activation.status(state, lv).exists();
  }

  @Override
  public Sync sync(LogicalVolume lv) {
    return target(lv)
        .map(mirror -> mirror.inSync() == mirror.total() ? Sync.DONE : Sync.UNDER_WAY)
        .orElse(Sync.UNKNOWN);
  }

  @Override
  public boolean isPartial(LogicalVolume lv) {
    return state.isPartial(lv) || isFailing(lv);
  }

  private boolean isFailing(LogicalVolume lv) {
    if (failing.isEmpty() || failing.contains(lv.id())) {
      return !failing.isEmpty();
    }
    for (Segment segment : lv.segments()) {
      for (Area area : segment.areas()) {
        if (area instanceof Area.OnLv onLv && isFailing(state.vg().lv(onLv.lv()))) {
          return true;
        }
      }
      for (LvmId part : segment.companions()) {
        if (isFailing(state.vg().lv(part))) {
          return true;
        }
      }
    }
    return false;
  }
}
