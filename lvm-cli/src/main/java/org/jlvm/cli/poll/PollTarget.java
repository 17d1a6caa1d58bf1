package org.jlvm.cli.poll;

import java.util.Optional;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.core.engine.state.VgState;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LogicalVolume;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.LvmId;

/**
 * The volume that is followed.
 *
 * @param vg its group
 * @param lv its name
 * @param id its id, so that another one of that name is not taken for it; empty if not known yet
 * @param shownAs how messages name it: {@code vg/lv}, or a device that is moved from
 */
public record PollTarget(String vg, String lv, Optional<LvmId> id, String shownAs) {
  public static PollTarget of(VgState state, LogicalVolume lv) {
    String vg = state.vg().name().value();
    String name = lv.name().value();
    return new PollTarget(vg, name, Optional.of(lv.id()), vg + '/' + name);
  }

  /**
   * As it was typed.
   *
   * @throws UsageException if it names no volume
   */
  public static PollTarget named(String path, VolumePaths paths) {
    VolumePaths.Named named = paths.parse(path);
    String lv = named.lv().orElse("");
    if (!LvName.isValid(lv)) {
      throw new UsageException("Logical volume name \"" + lv + "\" is invalid.");
    }
    return new PollTarget(named.vg(), lv, Optional.empty(), named.vg() + '/' + lv);
  }

  PollTarget withId(LvmId known) {
    return new PollTarget(vg, lv, Optional.of(known), shownAs);
  }

  Optional<LogicalVolume> find(VgState state) {
    return state.vg().findLv(lv).filter(found -> id.isEmpty() || id.get().equals(found.id()));
  }
}
