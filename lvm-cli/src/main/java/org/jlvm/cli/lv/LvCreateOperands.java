package org.jlvm.cli.lv;

import java.util.List;
import java.util.Optional;
import org.jlvm.cli.process.VolumePaths;
import org.jlvm.core.error.FailedException;
import org.jlvm.core.error.UsageException;
import org.jlvm.core.model.LvName;
import org.jlvm.core.model.VgName;

/** What {@code lvcreate} is given as names: of the new volume, its group, its origin. */
record LvCreateOperands(VolumePaths paths) {
  /** A new name and the group that it was given with, if any. */
  record NewName(Optional<String> vg, String lv) {}

  NewName newName(String given) {
    NewName name = new NewName(Optional.empty(), given);
    if (given.indexOf('/') >= 0) {
      try {
        VolumePaths.Named named = paths.split(given);
        name = new NewName(Optional.of(named.vg()), named.lv().orElse(""));
      } catch (FailedException e) {
        throw new UsageException(e.getMessage(), e);
      }
    }
    String invalid = "Logical volume name \"" + name.lv() + "\" is invalid.";
    if (!LvName.isValid(name.lv())) {
      throw new UsageException(invalid);
    }
    LvNewName.requireUsable(name.lv(), invalid);
    return name;
  }

  /** The volume that a snapshot is made of, with its group. */
  NewName takeOrigin(List<String> operands, Optional<String> fromName) {
    if (operands.isEmpty()) {
      throw new UsageException("Please specify a logical volume to act as the snapshot origin.");
    }
    String path = operands.remove(0);
    Optional<String> vg = fromName;
    String lv = path;
    if (path.indexOf('/') >= 0) {
      VolumePaths.Named named;
      try {
        named = paths.split(path);
      } catch (FailedException e) {
        throw new UsageException(e.getMessage(), e);
      }
      if (vg.isPresent() && !vg.get().equals(named.vg())) {
        throw new UsageException(
            "Please use a single volume group name (\""
                + named.vg()
                + "\" or \""
                + vg.get()
                + "\").");
      }
      vg = Optional.of(named.vg());
      lv = named.lv().orElse("");
    }
    if (!LvName.isValid(lv)) {
      throw new UsageException("Logical volume name \"" + lv + "\" is invalid.");
    }
    vg = vg.or(paths::defaultVg);
    if (vg.isEmpty()) {
      throw new UsageException("The origin name should include the volume group.");
    }
    requireValid(vg.get());
    return new NewName(vg, lv);
  }

  String takeVg(List<String> operands, Optional<String> fromName) {
    String name;
    if (operands.isEmpty()) {
      name =
          fromName
              .or(paths::defaultVg)
              .orElseThrow(() -> new UsageException("Please provide a volume group name"));
    } else {
      name = paths.strip(operands.remove(0)).name();
      if (name.indexOf('/') >= 0) {
        throw new UsageException("Volume group name expected (no slash)");
      }
      if (fromName.isPresent() && !fromName.get().equals(name)) {
        throw new UsageException(
            "Inconsistent volume group names given: \""
                + fromName.get()
                + "\" and \""
                + name
                + '"');
      }
    }
    requireValid(name);
    return name;
  }

  static void requireValid(String vg) {
    if (!VgName.isValid(vg)) {
      throw new UsageException("Volume group name " + vg + " has invalid characters");
    }
  }
}
