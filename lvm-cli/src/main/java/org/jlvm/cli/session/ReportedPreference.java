package org.jlvm.cli.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jlvm.core.engine.scan.ScannedPv;
import org.jlvm.core.engine.state.DuplicatePreference;
import org.jlvm.core.message.Messages;
import org.jlvm.core.model.LvmId;
import org.jlvm.core.model.PhysicalVolume;

/**
 * Prefers of a duplicated PV the device that has the size or else the name that the metadata tells,
 * and warns of the others.
 */
final class ReportedPreference implements DuplicatePreference {
  private final Messages messages;
  private final boolean allowsChanges;
  private final List<String> unused = new ArrayList<>(0);
  private final List<String> preferred = new ArrayList<>(0);
  private final Set<String> told = new HashSet<>(0);

  ReportedPreference(Messages messages, boolean allowsChanges) {
    this.messages = messages;
    this.allowsChanges = allowsChanges;
  }

  @Override
  public boolean allowsChanges() {
    return allowsChanges;
  }

  @Override
  public ScannedPv choose(LvmId pv, List<ScannedPv> candidates, Optional<PhysicalVolume> listed) {
    ScannedPv chosen = candidates.get(0);
    String reason = "";
    for (ScannedPv other : candidates.subList(1, candidates.size())) {
      boolean sizeFits = sizeFits(chosen, listed);
      boolean otherSizeFits = sizeFits(other, listed);
      boolean nameFits = nameFits(chosen, listed);
      boolean otherNameFits = nameFits(other, listed);
      boolean change = false;
      if (sizeFits != otherSizeFits) {
        reason = "device size is correct";
        change = otherSizeFits;
      } else if (nameFits != otherNameFits) {
        reason = "device name matches previous";
        change = otherNameFits;
      } else {
        reason = "device was seen first";
      }
      chosen = change ? other : chosen;
    }
    remember(pv, candidates, chosen, reason);
    return chosen;
  }

  private static boolean sizeFits(ScannedPv device, Optional<PhysicalVolume> listed) {
    return listed.isPresent()
        && device.device().size().toSectorsDown().equals(listed.get().deviceSize());
  }

  private static boolean nameFits(ScannedPv device, Optional<PhysicalVolume> listed) {
    return listed.isPresent() && device.device().name().equals(listed.get().deviceHint());
  }

  private void remember(LvmId pv, List<ScannedPv> candidates, ScannedPv chosen, String reason) {
    for (ScannedPv candidate : candidates) {
      if (candidate != chosen) {
        String name = candidate.device().name();
        unused.add("WARNING: Not using device " + name + " for PV " + pv + '.');
        preferred.add(
            "WARNING: PV "
                + pv
                + " prefers device "
                + chosen.device().name()
                + " because "
                + reason
                + '.');
      }
    }
  }

  /** Once, however often the devices are read. */
  private void tell(List<String> texts) {
    for (String text : texts) {
      if (!told.contains(text)) {
        messages.warn(text);
      }
    }
  }

  @Override
  public void settled() {
    tell(unused);
    tell(preferred);
    told.addAll(unused);
    told.addAll(preferred);
    unused.clear();
    preferred.clear();
  }
}
